// The playground's main flows in Firefox: another engine under the same pages.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, editor, exists, focus, press, ready, says, seen, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, site, address;
before(async () => {
  browser = await launch(file, "firefox");
  site = await serve(file, fixture);
  address = site + "playground/";
});

const playground = async (t, fragment = "") => {
  const page = await open(t, browser, address + fragment);
  await ready(page);
  return page;
};

const resultIs = (page, wanted) => until(page, "the result is " + wanted,
  (wanted) => document.querySelector("#result code").textContent === wanted, wanted);

const profile = `{"user_metadata":{"a":1,"b":{"c":2}}}`;
const body = `{"user_metadata":{"b":{}}}`;

// As pasting does; its protocol cannot send more than one character at once.
const enter = async (page, selector, value) => {
  await focus(page, selector);
  await chord(page, "Control", "a");
  await page.evaluate((value) => document.execCommand("insertText", false, value), value);
  assert.equal(await editor(page, selector), value);
};

const write = async (page) => {
  await enter(page, "#profile", profile);
  await enter(page, "#body", body);
};

test("what is typed is computed", async (t) => {
  const page = await playground(t);
  await write(page);
  await resultIs(page, `{"user_metadata":{"a":1,"b":{}}}`);
  assert.match(await seen(page, "#report"), /^200 OK 1 replaced, 1 lost/);
});

test("an error is told at its place, and leads there", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", "{\n  \"a\": [1,],\n}");
  await says(page, "#body-problems", "line 2, column 10");
  await press(page, "#body-problems .place");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".pane").contains(document.getElementById("body"))), true);
});

test("Share makes a link, which opens in another tab", async (t) => {
  const page = await playground(t);
  await write(page);
  await press(page, "#share");
  await says(page, "#share-said", "Link copied.");
  const link = page.url();
  assert.match(link, /#1\.[A-Za-z0-9_-]+x$/);
  assert.equal(await editor(page, "#share-text"), link);
  await page.keyboard.press("Escape");

  const other = await playground(t, new URL(link).hash + ".");
  await resultIs(other, `{"user_metadata":{"a":1,"b":{}}}`);
  assert.deepEqual([await editor(other, "#profile"), await editor(other, "#body")], [profile, body]);
});

test("a bad link shows a message and leaves the draft", async (t) => {
  const page = await playground(t);
  await write(page);
  for (const bad of ["#1.cut", "#9.AAAAx", "#1.AAAAAAAAx", "#%"]) {
    await page.evaluate((hash) => {
      document.getElementById("notice-text").textContent = "";
      location.hash = hash;
    }, bad);
    await says(page, "#notice-text", "Your text is untouched.");
    assert.equal(await editor(page, "#profile"), profile);
  }
  await page.reload();
  await ready(page);
  await until(page, "the draft is there", (body) => document.getElementById("body").value === body, body);
});

test("Format, and Undo", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"a":1.0}`);
  await press(page, '[aria-label="Format the profile"]');
  await until(page, "it is formatted", () => document.getElementById("profile").value === `{\n  "a": 1.0\n}`);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await until(page, "it is as before", () => document.getElementById("profile").value === `{"a":1.0}`);
});

test("dividers, and the list of keys", async (t) => {
  const page = await playground(t);
  await press(page, ".divider-vertical", "ArrowLeft");
  assert.equal(await page.$eval(".divider-vertical", (divider) => divider.getAttribute("aria-valuenow")), "48");
  await page.keyboard.type("?");
  await until(page, "the list is there", () => document.querySelector(".keys-dialog[open]") !== null);
  await page.keyboard.press("Escape");
  await until(page, "the list is gone", () => !document.querySelector(".keys-dialog"));
});

test("Run, on a page", async (t) => {
  const page = await open(t, browser, site + "guide/colours/");
  await ready(page);
  await press(page, "#example-1 .run");
  await says(page, "#example-1 .live", "Run in your browser");
  assert.match(await text(page, "#example-1 .answer"), /200 OK/);
  assert.equal(await exists(page, "#example-1 .failure"), false);
});
