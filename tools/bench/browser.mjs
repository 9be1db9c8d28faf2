// Measures the pages in Chromium. It prints {"keystrokes": [{"size", "ours": [ms],
// "plain": [ms]}], "ready": [ms], "cold": [ms]}: from a keystroke until its result is
// painted, in the playground and in a page that is a textarea and JSON.stringify; and
// from the first sign that somebody will run an example until its answer is there, with
// the engine in the browser's cache. Ready is on a page that knows that, and cold on
// one that does not, which loads it then.

import { setTimeout } from "node:timers/promises";
import { launch, open } from "../e2e/browser.js";
import { enter, focus, ready, until } from "../e2e/page.js";
import { content, serve } from "../e2e/server.js";

const rounds = 4, burst = 40, visits = 15;

const ends = [];
const bench = { after: (end) => ends.push(end) }; // what a test is to the helpers

const body = `{\n  "user_metadata": {\n    "nickname": "A"\n  }\n}`;

// A profile of about so many bytes, laid out as JSON mostly is.
function profile(size) {
  const properties = [];
  for (let bytes = 0; bytes < size - 60; bytes += properties.at(-1).length + 2) {
    properties.push(`    "property ${properties.length}": "value ${properties.length}"`);
  }
  return `{\n  "user_id": "ada",\n  "user_metadata": {\n${properties.join(",\n")}\n  }\n}`;
}

// Has the page note when the frame with the result of a keystroke is painted: the
// first task after the callbacks of that frame.
function watch(page) {
  return page.evaluate(() => {
    globalThis.painted = [];
    let pressed = 0;
    addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted.push(performance.now() - pressed);
    new MutationObserver(() => requestAnimationFrame(() => port2.postMessage(0)))
      .observe(document.getElementById("timing"), { childList: true });
  });
}

// Types letters and takes them away again. Returns milliseconds. Nothing is asked of
// the page meanwhile: to answer takes it as long as to paint.
async function type(page) {
  await page.bringToFront();
  await setTimeout(300);
  const from = await page.evaluate(() => painted.length);
  for (let i = 0; i < burst; i++) {
    await page.keyboard.press(i % 20 < 10 ? "abcdefghij"[i % 10] : "Backspace");
    await setTimeout(100 + i % 17); // at no fixed time between two frames
  }
  await until(page, "all results are painted", (wanted) => painted.length === wanted, from + burst);
  return page.evaluate((from) => painted.slice(from), from);
}

async function ours(browser, site, size) {
  const page = await open(bench, browser, site + "playground/");
  await ready(page);
  await enter(page, "#profile", profile(size));
  await enter(page, "#body", body);
  await focus(page, "#body");
  for (const key of ["ArrowUp", "ArrowUp", "End", "ArrowLeft"]) await page.keyboard.press(key);
  await watch(page);
  return page;
}

async function plain(browser, size) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setContent(`<!doctype html><textarea rows="20"></textarea><textarea rows="20"></textarea><pre></pre><p id="timing">`);
  await page.evaluate((profile, body) => {
    const [stored, change] = document.querySelectorAll("textarea");
    stored.value = profile;
    change.value = body;
    change.addEventListener("input", () => {
      const result = JSON.parse(stored.value);
      Object.assign(result.user_metadata, JSON.parse(change.value).user_metadata);
      document.querySelector("pre").textContent = JSON.stringify(result, null, 2);
      document.getElementById("timing").textContent = "done";
    });
    change.focus();
    change.selectionStart = change.selectionEnd = body.indexOf("A") + 1;
  }, profile(size), body);
  await watch(page);
  return page;
}

async function keystrokes(browser, site, size) {
  const pages = [await ours(browser, site, size), await plain(browser, size)];
  for (const page of pages) await type(page); // compilers want to see it run
  const times = [[], []];
  for (let i = 0; i < rounds; i++) {
    for (const k of i % 2 ? [1, 0] : [0, 1]) times[k].push(...await type(pages[k])); // who comes second has what the first one leaves
  }
  for (const page of pages) await page.close();
  return { size, ours: times[0], plain: times[1] };
}

async function readiness(browser, site, cold) {
  const page = await open(bench, browser, site);
  const times = [];
  for (let i = 0; i < visits; i++) {
    if (cold) await page.evaluate(() => localStorage.clear());
    await page.goto(site);
    await ready(page);
    await setTimeout(500); // nobody reads faster
    times.push(await page.evaluate(() => new Promise((resolve) => {
      const run = document.querySelector(".example .run");
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".live")) return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(document.body, { childList: true, subtree: true });
      run.dispatchEvent(new PointerEvent("pointerenter"));
      run.click();
    })));
  }
  return times.slice(2); // the first ones fill the cache, with what is compiled too
}

const site = await serve(bench, content);
const browser = await launch(bench);
const guide = site + "guide/merge/";
const result = { keystrokes: [], ready: await readiness(browser, guide, false), cold: await readiness(browser, guide, true) };
for (const size of [1_000, 100_000]) result.keystrokes.push(await keystrokes(browser, site, size));
for (const end of ends.reverse()) await end();
console.log(JSON.stringify(result));
