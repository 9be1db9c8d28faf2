// The menu of examples in the playground.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { editor, enter, hears, press, ready, says, seen, text, until } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, content) + "playground/";
});

test("an example is found and loaded by keyboard, and the draft is kept", async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  await enter(page, "#body", `{"mine":1}`);
  await press(page, "#examples");
  await says(page, ".examples-dialog", "Keep");
  const shown = () => page.$$eval(".examples-dialog > ul > li:not([hidden])", (list) => list.length);
  const all = await shown();
  await page.keyboard.type("nested values");
  await until(page, "fewer pages are shown", (all) => document.querySelectorAll(".examples-dialog > ul > li:not([hidden])").length < all, all);
  assert.ok(await shown() >= 1);
  await hears(page, " page");
  await page.keyboard.press("Enter");
  await until(page, "its examples are there, and have the focus", () => document.activeElement.closest(".examples-dialog li li") !== null);
  const body = await page.evaluate(() => document.activeElement.querySelector("code").textContent);
  assert.equal(await page.$eval(".examples-dialog [aria-expanded=true] b", (title) => title.textContent), "Keep nested values");
  await page.keyboard.press("Enter");
  assert.equal(await editor(page, "#body"), body);
  await until(page, "the example is computed", () => !document.querySelector("#report .step-added code")?.textContent.includes("mine"));
  assert.match(await seen(page, "#notice"), /This is an example\. Your draft is kept\. Back to my draft/);

  await page.reload();
  await ready(page);
  assert.equal(await editor(page, "#body"), body, "the example is there after a reload");
  await page.click("#notice-action");
  assert.equal(await editor(page, "#body"), `{"mine":1}`);
});

test("each page in the menu has an example that the engine takes", async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  await page.click("#examples");
  await says(page, ".examples-dialog", "Keep");
  const pages = await page.$$eval(".examples-dialog > ul > li", (list) => list.length);
  assert.ok(pages > 5);
  for (let i = 1; i <= pages; i++) {
    const item = `.examples-dialog > ul > li:nth-child(${i})`;
    if (await page.$eval(".examples-dialog", (dialog) => !dialog.open)) await page.click("#examples");
    await page.click(item + " > button");
    await until(page, "the page is read", (item) => document.querySelector(item + " > button").getAttribute("aria-expanded") === "true", item);
    if (await page.$(item + " li button") === null) assert.fail(await text(page, item) + ": there is no example");
    await page.click(item + " li button");
    await until(page, "it is computed", () => /^200|^400/.test(document.querySelector("#report").textContent));
  }
});
