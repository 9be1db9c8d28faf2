// A reader's own values in the snippets: filled in once, masked, copied, cleared.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { clipboard, exists, hears, press, ready, seen, text, until, visit } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

const token = "eyJhbGciOi.J9-_~+/==";
const mine = { domain: "tenant.eu.example.com:8443", token, user: "auth0|5 f@1" };

const guide = async (t, path = "guide/merge/") => {
  const page = await open(t, browser, site + path);
  await ready(page);
  return page;
};

async function type(page, all) {
  for (const [slot, value] of Object.entries(all)) {
    await page.$eval("#values-" + slot, (input) => { input.value = ""; });
    await page.focus("#values-" + slot);
    await page.keyboard.sendCharacter(value);
  }
  await page.keyboard.press("Enter");
}

const isOpen = (page) => page.$eval(".values-dialog", (dialog) => dialog.open);
const snippets = (page) => page.$$eval(".snippet code", (all) => all.map((code) => code.textContent));

async function copied(page, example, language) {
  const snippet = `${example}-${language}`;
  await page.$eval(snippet + "-tab", (tab) => tab.click());
  await page.$eval(snippet + " .copy", (button) => button.focus());
  await press(page, snippet + " .copy");
  await hears(page, "Copied");
  return clipboard(page);
}

test("every snippet of every page has the reader's values, and the clipboard the token", async (t) => {
  const page = await guide(t);
  const before = await snippets(page);
  await press(page, "#example-1 .values");
  assert.ok(await isOpen(page));
  assert.equal(await page.evaluate(() => document.activeElement.id), "values-domain");
  await type(page, mine);
  await hears(page, "The snippets now have your domain, access token, and user id");
  assert.equal(await isOpen(page), false);
  assert.equal(await page.evaluate(() => document.activeElement.className), "values", "the focus is back");

  const check = async (page) => {
    for (const code of await snippets(page)) {
      assert.match(code, /tenant\.eu\.example\.com:8443\/api\/v2\/users\/auth0%7C5%20f%401/);
      assert.match(code, /Bearer \u2022{8}/);
      assert.doesNotMatch(code, /YOUR_|USER_ID|eyJ/);
    }
    for (const language of ["curl", "java", "swift"]) {
      const code = await copied(page, "#example-1", language);
      assert.ok(code.includes("Bearer " + token), code);
      assert.equal(code.replace(token, "\u2022".repeat(8)), await text(page, `#example-1-${language} code`));
    }
  };
  await check(page);
  await visit(page, site + "guide/delete-and-clear/");
  await check(page);

  // The other pages hear of it when they are cleared.
  const other = await page.browserContext().newPage();
  await other.goto(site + "guide/merge/");
  await ready(other);
  await page.bringToFront();
  await press(page, "#example-1 .values");
  for (const key of ["Tab", "Tab", "Tab", "Tab"]) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Clear all");
  await page.keyboard.press("Enter");
  await hears(page, "The snippets have their placeholders again");
  await until(other, "the other tab has its placeholders", () => !document.querySelector(".filled"));
  assert.deepEqual(await snippets(other), before);
  assert.ok(await page.evaluate((token) => !JSON.stringify({ ...localStorage, ...sessionStorage }).includes(token), token), "nothing is left of the token");
  await other.close();
});

test("selecting and copying by hand gives the token", async (t) => {
  const page = await guide(t);
  await page.click("#example-1 .values");
  await type(page, { token });
  const copy = async (select) => {
    await page.evaluate(select);
    await page.keyboard.down("Control");
    await page.keyboard.press("c");
    await page.keyboard.up("Control");
    return clipboard(page);
  };
  assert.match(await copy(() => getSelection().selectAllChildren(document.querySelector("#example-1-curl code"))), /^curl[^]*Bearer eyJhbGciOi\.J9-_~\+\/==/);
  assert.equal(await copy(() => getSelection().selectAllChildren(document.querySelector("#example-1-curl [data-slot=token]"))), token);
  assert.equal(await copy(() => getSelection().selectAllChildren(document.querySelector("h1"))), await text(page, "h1"));
});

test("a value that could break a program is refused, with the reason, and nothing else is lost", async (t) => {
  const page = await guide(t);
  await page.click("#example-1-curl [data-slot=user]");
  assert.equal(await page.evaluate(() => document.activeElement.id), "values-user", "a click on a placeholder leads to its field");
  await type(page, { domain: "a.example'; id", token: "Bearer a b", user: "$(id)" });
  assert.ok(await isOpen(page));
  for (const slot of ["domain", "token", "user"]) {
    assert.equal(await page.$eval("#values-" + slot, (input) => input.ariaInvalid), "true", slot);
    assert.match(await seen(page, `#values-${slot}-hint`), /^Not a /);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "values-domain");
  assert.equal(await exists(page, ".filled"), false);
  // What people paste: with the scheme, with the word Bearer.
  await type(page, { domain: " https://tenant.example/api/v2/", token: "Bearer abc", user: "u" });
  assert.equal(await isOpen(page), false);
  assert.match(await seen(page, "#example-1-curl code"), /https:\/\/tenant\.example\/api\/v2\/users\/u'/);
  assert.match(await copied(page, "#example-1", "curl"), /Bearer abc'/);

  await press(page, "#example-1 .values");
  await page.keyboard.sendCharacter("other.example");
  await page.keyboard.press("Escape");
  assert.doesNotMatch(await seen(page, "#example-1-curl code"), /other/);
});

test("what is in the storage is not trusted", async (t) => {
  const page = await guide(t);
  const before = await snippets(page);
  for (const stored of ["{", "7", "null", '{"domain": "a\'; id", "token": "`id`", "user": 7, "slot": "x"}']) {
    await page.evaluate((stored) => localStorage.setItem("mergebook.values", stored), stored);
    await page.reload();
    await ready(page);
    assert.deepEqual(await snippets(page), before);
  }
});

test("the dialog fits a small screen", async (t) => {
  const page = await guide(t);
  await page.setViewport({ width: 320, height: 480 });
  await page.click("#example-1 .values");
  const { left, right, wide } = await page.$eval(".values-dialog", (dialog) => ({ ...dialog.getBoundingClientRect().toJSON(), wide: dialog.scrollWidth > dialog.clientWidth }));
  assert.ok(left >= 0 && right <= 320 && !wide);
});
