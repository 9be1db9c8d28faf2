// A page of the guide: its examples as tabs, Run, Copy, and all of it without scripts.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { clipboard, exists, hears, press, ready, says, seen, text, until, visit } from "./page.js";
import { content, fixture, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, fixture);
});

const guide = async (t, options) => {
  const page = await open(t, browser, site + "guide/colours/", options);
  if (options?.scripts !== false) await ready(page);
  return page;
};

test("a reader finds the first example from the front page", async (t) => {
  const page = await open(t, browser, await serve(t, content));
  await ready(page);
  await Promise.all([page.waitForNavigation(), page.click(".site-nav a")]);
  for (let pages = 0; !await exists(page, ".example .run"); pages++) {
    assert.ok(pages < 5, "no example on the first pages");
    await Promise.all([page.waitForNavigation(), page.click(".turn-next")]);
  }
  await ready(page);
  await page.click(".example .run");
  await until(page, "there is an answer", () => document.querySelector(".example .live") !== null);
  assert.match(await seen(page, ".example .answer summary"), /^200 OK /);
});

test("the languages of an example are tabs", async (t) => {
  const page = await guide(t);
  const state = () => page.$$eval("#example-1 [role=tab]", (tabs) => tabs.map((tab) => ({
    label: tab.textContent,
    selected: tab.getAttribute("aria-selected") === "true",
    reachable: tab.tabIndex === 0,
    shown: document.getElementById(tab.getAttribute("aria-controls")).checkVisibility(),
    focused: document.activeElement === tab,
  })));
  const isAt = async (n) => {
    for (const [i, { label, focused, ...is }] of (await state()).entries()) {
      assert.deepEqual(is, { selected: i === n, reachable: i === n, shown: i === n }, label);
    }
  };
  const languages = (await state()).map(({ label }) => label);
  assert.equal(languages.length, 12);
  assert.deepEqual(languages.slice(0, 3), ["cURL", "cURL (PowerShell)", "JavaScript"]);
  await isAt(0);

  await page.focus("#example-1 [role=tab]");
  const last = languages.length - 1;
  for (const [key, n] of [["ArrowRight", 1], ["ArrowLeft", 0], ["ArrowLeft", last], ["ArrowRight", 0], ["End", last], ["Home", 0]]) {
    await page.keyboard.press(key);
    await isAt(n);
    assert.ok((await state())[n].focused, key + " moves the focus");
  }

  await page.click("#example-1 [role=tab]:nth-child(3)");
  await isAt(2);
  assert.match(await seen(page, "#example-2 [role=tab][aria-selected=true]"), /JavaScript/, "the other examples follow");
  await page.reload();
  await ready(page);
  await isAt(2); // the browser remembers
});

for (const [how, run] of [
  ["a click", (page, id) => page.click(id + " .run")],
  ["the Enter key", (page, id) => press(page, id + " .run", "Enter")],
  ["the space bar", (page, id) => press(page, id + " .run", " ")],
]) {
  test("Run by " + how + " shows status, result and what changed", async (t) => {
    const page = await guide(t);
    await run(page, "#example-1");
    await says(page, "#example-1 .live", "Run in your browser in ");
    assert.match(await seen(page, "#example-1 summary"), /^200 OK 1 replaced /);
    const result = JSON.parse(await text(page, "#example-1 .answer code.language-json"));
    assert.equal(result.user_metadata.colour, "<b>blue</b> & 'true'");
    assert.match(await seen(page, "#example-1 .step"), /^replaced \/user_metadata\/colour .*rule 3$/);
    await hears(page, "200 OK: 1 replaced");
  });
}

test("Run names what was lost", async (t) => {
  const page = await guide(t);
  await page.click("#example-2 .run");
  await says(page, "#example-2 .live", "Run");
  assert.match(await seen(page, "#example-2 .lost"), /^lost \/user_metadata\/addresses\/work$/);
  assert.match(await seen(page, "#example-2 .warnings"), /work/);
  await hears(page, "1 lost");
});

test("Run of a bad request shows the API's error", async (t) => {
  const page = await guide(t);
  await page.click("#example-3 .run");
  await says(page, "#example-3 .live", "Run");
  assert.match(await seen(page, "#example-3 summary"), /^400 Bad Request 1 error /);
  assert.equal(JSON.parse(await text(page, "#example-3 .answer code.language-json")).statusCode, 400);
  assert.match(await seen(page, "#example-3 .problems"), /^PATCH body, line 1, column 19: /);
});

// What a page says without scripts and what Run puts in its place are written
// by two programs, a template and view.js.
test("Run shows what was there before", async (t) => {
  const page = await guide(t);
  const answer = (id) => page.$eval(id, (example) => {
    const shown = example.querySelector(".answer").cloneNode(true);
    for (const own of shown.querySelectorAll(".copy, .proven, .live")) own.remove();
    const lines = [];
    for (const e of shown.querySelectorAll(".status, .summary, figcaption, code, .label, li, a")) {
      const own = [...e.childNodes].filter((node) => node.nodeName !== "UL").map((node) => node.textContent).join("");
      lines.push([e.tagName, e.className, own.replace(/\s+/g, " ").trim(), e.getAttribute("href")].join("|"));
    }
    return lines;
  });
  for (const id of ["#example-1", "#example-2", "#example-3"]) {
    const built = await answer(id);
    await page.click(id + " .run");
    await says(page, id + " .live", "Run");
    assert.deepEqual(await answer(id), built, id);
  }
});

test("Copy copies exactly the text", async (t) => {
  const page = await guide(t);
  for (const block of ["#example-1-curl", "#example-1 .answer"]) {
    await page.$eval("#example-1 .answer", (details) => { details.open = true; });
    await page.click(block + " .copy");
    await hears(page, "Copied");
    assert.equal(await clipboard(page), await text(page, block + " code"));
  }
  assert.match(await text(page, "#example-1-curl code"), /^curl /);
});

test("without scripts the page is whole", onlyInChromium("its driver cannot turn scripts off"), async (t) => {
  const page = await guide(t, { scripts: false });
  assert.match(await seen(page, "#example-1 summary"), /^200 OK 1 replaced proven at build$/);
  const result = JSON.parse(await text(page, "#example-1 .answer code.language-json"));
  assert.equal(result.user_metadata.colour, "<b>blue</b> & 'true'");
  assert.match(await seen(page, "#example-2 .step + .step"), /addresses/);
  for (const language of ["curl", "fetch"]) {
    const shown = await page.$eval("#example-1-" + language, (panel) => panel.checkVisibility());
    assert.ok(shown, language + " is shown");
  }
  assert.equal(await page.$eval("#example-1 .run", (button) => button.checkVisibility({ visibilityProperty: true })), false, "Run would do nothing");
});

test("the engine is started at once for those who have run something, and for nobody else", async (t) => {
  const page = await open(t, browser, site + "guide/colours/");
  await page.evaluateOnNewDocument(() => {
    globalThis.workers = 0;
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        workers++;
      }
    };
  });
  await visit(page, site + "guide/colours/");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500))); // longer than the page waits for time
  assert.equal(await page.evaluate(() => workers), 0);
  await press(page, "#example-1 .run");
  await says(page, "#example-1 .live", "Run in your browser");
  await visit(page, site + "guide/colours/");
  await until(page, "the engine is started", () => workers === 1);
});
