// The search: by keyboard, on the index that was made at build.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { focus, hears, ready, seen, until } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

const results = (page) => page.$$eval(".search-dialog li", (all) => all.map((item) => item.innerText.replace(/\s+/g, " ")));

test("a reader finds a page without the mouse", async (t) => {
  const page = await open(t, browser, site + "reference/rules/");
  await ready(page);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-input");
  await page.keyboard.type("nested val");
  await hears(page, " pages");
  const found = await results(page);
  assert.match(found[0], /^Keep nested values/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.innerText.replace(/\s+/g, " ")), found[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(page.url(), /\/guide\/keep-nested-values\//);
});

test("it says when there is nothing, and gives way to Escape", async (t) => {
  const page = await open(t, browser, site + "playground/");
  await ready(page);
  await focus(page, "#profile");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.querySelector("dialog[open]")), null, "a slash in a text is a slash");
  await page.click(".search-button");
  await page.keyboard.type("<img src=x onerror=alert(1)> zzz");
  await hears(page, "No page has all of these words.");
  assert.deepEqual(await results(page), []);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.className), "search-button");
});

test("words of code are found, whole and in part", async (t) => {
  const page = await open(t, browser, site);
  await ready(page);
  for (const query of ["user_metadata", "metadata", "USER_META", "app_metadata clears"]) {
    await page.click(".search-button");
    await page.$eval("#search-input", (input) => { input.value = ""; });
    await page.keyboard.type(query);
    await until(page, "there is something for " + query, () => document.querySelector(".search-dialog li") !== null);
    await page.keyboard.press("Escape");
  }
});

test("results fit a small screen", async (t) => {
  const page = await open(t, browser, site);
  await ready(page);
  await page.setViewport({ width: 320, height: 480 });
  await page.click(".search-button");
  await page.keyboard.type("m");
  await until(page, "there are results", () => document.querySelectorAll(".search-dialog li").length > 3);
  assert.ok(await page.$eval(".search-dialog", (dialog) => dialog.scrollWidth <= dialog.clientWidth && dialog.getBoundingClientRect().right <= 320));
  assert.match(await seen(page, "#search-help"), /pages$/);
});
