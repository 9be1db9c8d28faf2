// A reader's own values in snippets and texts: filled in once, masked, copied, cleared.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { clipboard, exists, hears, press, ready, seen, text, until, visit } from "./page.js";
import { content, serve, temporary } from "./server.js";

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
  await hears(page, "The pages now have your domain, access token, and user id");
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
  await hears(page, "The pages have their placeholders again");
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

const prose = `---
title: Hosts
variables: {id: USER_ID, token: YOUR_ACCESS_TOKEN}
---

## At \${account.namespace}

Ask \${manage_url} about \`\${id}\`, or [\${account.namespace}](https://\${account.namespace}/x).

\`\`\`bash
curl https://\${account.namespace}/\${id} -H "Authorization: Bearer \${token}"
\`\`\`
`;

test("text has the reader's values, and links stay as they are", async (t) => {
  const folder = await temporary(t);
  await writeFile(join(folder, "index.md"), prose);
  const address = await serve(t, folder);
  const still = await open(t, browser, address, { scripts: false });
  const plain = await seen(still, ".content");
  assert.equal(plain, 'At YOUR_DOMAIN Ask https://manage.YOUR_DOMAIN about USER_ID, or YOUR_DOMAIN. Bash curl https://YOUR_DOMAIN/USER_ID -H "Authorization: Bearer YOUR_ACCESS_TOKEN"');

  const page = await open(t, browser, address);
  await until(page, "the values can be filled in", () => document.querySelector(".values"));
  await press(page, ".content > p > .values"); // there is no example that would have one
  await type(page, mine);
  await hears(page, "The pages now have your domain");
  const text = await seen(page, ".content");
  for (const part of [`At ${mine.domain} Ask https://manage.${mine.domain} about ${mine.user}, or YOUR_DOMAIN.`, `curl https://${mine.domain}/${mine.user} -H "Authorization: Bearer ${"\u2022".repeat(8)}"`]) {
    assert.ok(text.includes(part), text);
  }
  assert.equal(await page.$eval(".content a", (a) => a.href), "https://your_domain/x");
  assert.equal(await page.$eval("h2", ({ id }) => id), "at-your-domain");
  await press(page, "figure.code .copy");
  await hears(page, "Copied");
  assert.equal(await clipboard(page), `curl https://${mine.domain}/${mine.user} -H "Authorization: Bearer ${token}"\n`);

  await page.click("h2 [data-slot]");
  assert.equal(await page.evaluate(() => document.activeElement.id), "values-domain", "a click in text leads to the field, too");
  await page.evaluate(() => [...document.querySelectorAll(".values-dialog button")].find((button) => button.textContent === "Clear all").click());
  await hears(page, "The pages have their placeholders again");
  assert.ok((await seen(page, ".content")).startsWith("At YOUR_DOMAIN Ask https://manage.YOUR_DOMAIN about USER_ID"));

  // What is no value stays out of the text, wherever it comes from.
  await page.evaluate(() => localStorage.setItem("mergebook.values", '{"domain": "<img src=x onerror=alert(1)>", "user": "a<b"}'));
  await page.reload();
  await until(page, "the values can be filled in", () => document.querySelector(".values"));
  assert.ok((await seen(page, ".content")).startsWith("At YOUR_DOMAIN Ask https://manage.YOUR_DOMAIN about USER_ID"));
});

test("the dialog fits a small screen", async (t) => {
  const page = await guide(t);
  await page.setViewport({ width: 320, height: 480 });
  await page.click("#example-1 .values");
  const { left, right, wide } = await page.$eval(".values-dialog", (dialog) => ({ ...dialog.getBoundingClientRect().toJSON(), wide: dialog.scrollWidth > dialog.clientWidth }));
  assert.ok(left >= 0 && right <= 320 && !wide);
});
