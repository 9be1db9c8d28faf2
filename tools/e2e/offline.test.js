// Without a network: what was opened once goes on working.

import assert from "node:assert/strict";
import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch } from "./browser.js";
import { atEnd, wholeFile } from "./ends.js";
import { enter, ready, says, until } from "./page.js";
import { fixture, mergebook, serve, serveFiles, temporary } from "./server.js";

const file = wholeFile();
let browser, out;
before(async () => {
  browser = await launch(file);
  out = join(await temporary(file), "out");
  assert.equal((await mergebook("build", "--content", fixture, "--out", out)).status, 0);
});

// A tab that may fail to load something, as it should.
async function tab(t) {
  const tabs = await browser.createBrowserContext();
  atEnd(t, () => tabs.close());
  return tabs.newPage();
}

test("the playground and visited pages go on without a server, in any folder", async (t) => {
  let stop;
  const site = await serveFiles({ after: (end) => { stop = end; } }, out);
  const page = await tab(t);
  try {
    await page.goto(site);
    await page.evaluate(async () => {
      await caches.open("mergebook " + document.baseURI + " old");
      await caches.open("somebody else's");
    });
    await page.goto(site + "playground/");
    await ready(page);
    await until(page, "the worker is in charge", () => navigator.serviceWorker.controller !== null);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope), site);
    await page.goto(site + "guide/colours/");
    await ready(page);
    assert.deepEqual((await page.evaluate(() => caches.keys())).map((name) => name.replace(/ [0-9a-f]{12}$/, " VERSION")).sort(),
      ["mergebook " + site + " VERSION", "somebody else's"]);
  } finally {
    await stop();
  }
  await page.goto(site + "playground/");
  await ready(page);
  await enter(page, "#body", `{"nickname":"offline"}`);
  await says(page, "#result code", `"offline"`);
  await page.click("#view-code-tab"); // a program that was not loaded before
  await says(page, "#code-curl code", `"offline"`);
  await page.goto(site + "guide/colours/");
  await ready(page);
  await page.click("#example-1 .run");
  await says(page, "#example-1 .live", "Run in your browser");
});

test("where the program that writes code does not load, the view says so, and tries again", async (t) => {
  const folder = await temporary(t, out);
  const assets = join(folder, "content", "assets");
  const program = (await readdir(assets)).find((name) => /^code\.\w+\.wasm$/.test(name));
  await rename(join(assets, program), join(folder, program));
  const page = await tab(t);
  await page.goto(await serveFiles(t, join(folder, "content")) + "playground/");
  await ready(page);
  await page.click("#view-code-tab");
  await says(page, "#view-code", "could not do it");
  await rename(join(folder, program), join(assets, program));
  await enter(page, "#body", `{"nickname":"again"}`);
  await says(page, "#code-curl code", `"again"`);
});

test("with a network, a page is the newest", async (t) => {
  const site = await serveFiles(t, out);
  const page = await tab(t);
  await page.goto(site + "playground/");
  await until(page, "the worker is in charge", () => navigator.serviceWorker.controller !== null);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await (await caches.open(name)).put(location.href, new Response("old"));
  });
  await page.reload();
  await ready(page);
});

test("while somebody writes pages there is no worker", async (t) => {
  const site = await serve(t, fixture);
  const page = await tab(t);
  await page.goto(site + "playground/");
  await ready(page);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.equal((await fetch(site + "offline.js")).status, 404);
});
