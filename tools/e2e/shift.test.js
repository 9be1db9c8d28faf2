// Nothing moves while a page loads: what scripts add has its place from the start.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch } from "./browser.js";
import { wholeFile } from "./ends.js";
import { ready } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

for (const path of ["guide/merge/", "guide/exercises/", "playground/"]) {
  test("/" + path, async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) window.shifts.push([value, ...sources.map(({ node }) => node?.nodeName + "." + node?.className)].join(" "));
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const width of [320, 412, 768, 1350]) {
      await page.setViewport({ width, height: 800 });
      await page.goto(site + path);
      await page.waitForSelector(".search-button:not([hidden])");
      if (path === "playground/") await ready(page);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await page.evaluate(() => window.shifts), [], width + " pixels");
    }
    await page.close();
  });
}
