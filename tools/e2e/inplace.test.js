// mergebook serve: an edit changes what it is about, and the rest of an open page
// stays as its reader has it.

import assert from "node:assert/strict";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { enter, exists, hears, press, ready, says, seen, text, until } from "./page.js";
import { exercise, fixture, serve, temporary } from "./server.js";

const file = wholeFile();
let browser;
before(async () => {
  browser = await launch(file);
});

// The guide of the fixture, in a tab of its own that knows whether it is loaded anew.
async function guide(t, { addition = "", ...files } = {}) {
  const folder = join(await temporary(t, fixture), "content");
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const source = join(folder, "guide/colours.md");
  await appendFile(source, addition);
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  await ready(page);
  await page.evaluate(() => { window.stays = true; });
  return {
    page, folder,
    stays: () => page.evaluate(() => window.stays === true),
    edit: async (from, to) => {
      const old = await readFile(source, "utf8");
      assert.ok(old.includes(from));
      await writeFile(source, old.replace(from, () => to));
    },
  };
}

test("other words come, and what a reader has done elsewhere stays", async (t) => {
  const { page, stays, edit } = await guide(t);
  await press(page, "#example-2 .run");
  await hears(page, "200 OK");
  await page.click("#example-3 [role=tab][id$='python-tab']");
  await page.focus("#example-3 .run");
  const answer = await text(page, "#example-2 summary");
  assert.match(answer, /Run in your browser/);
  const build = await page.evaluate(() => document.documentElement.dataset.build);

  await edit("This request changes the colour:", "This request changes the **colour** of Ada:\n\nAnd this is new.");
  await says(page, "main", "And this is new.");
  assert.match(await seen(page, ".content"), /changes the colour of Ada: And this is new\. PATCH/);
  await edit("And this is new.\n\n", "");
  await until(page, "the sentence is gone", () => !document.querySelector("main").textContent.includes("And this is new."));

  assert.equal(await text(page, "#example-2 summary"), answer);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".example")?.id + " " + document.activeElement.className), "example-3 run button-primary");
  assert.equal(await page.$eval("#example-3 [aria-selected=true]", (tab) => tab.textContent), "Python");
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.build), build);
  assert.ok(await stays());
});

test("an example that is another one has its tabs and buttons, and the focus that it had", async (t) => {
  const { page, stays, edit } = await guide(t);
  await page.focus("#example-1 .run");
  await edit(`\\"colour\\": \\"<b>blue</b> & 'true'\\"`, `\\"colour\\": \\"red\\"`);
  await says(page, "#example-1 .snippets", "red");
  await until(page, "the button has the focus", () => document.activeElement.matches("#example-1 .run"));
  assert.equal(await page.$$eval("#example-1 [role=tab]", (tabs) => tabs.length), await page.$$eval("#example-2 [role=tab]", (tabs) => tabs.length));
  assert.ok(await exists(page, "#example-1 .snippet .copy"));
  assert.equal(await page.$$eval("#example-2 .snippet:not([hidden]) .copy", (all) => all.length), 1);
  await page.keyboard.press("Enter");
  await hears(page, "200 OK");
  assert.match(await text(page, "#example-1 .answer"), /Run in your browser.*red/s);
  await press(page, "#example-1 .values");
  assert.ok(await exists(page, ".values-dialog[open]"));
  assert.ok(await stays());
});

test("an exercise that is another one keeps what was typed into it", async (t) => {
  const { page, stays, edit } = await guide(t, { addition: exercise });
  await enter(page, ".try textarea", '{"user_metadata": {"theme": null}}');
  await edit('"theme": "dark"', '"theme": "light"');
  await says(page, ".exercise .solution", "theme");
  await until(page, "the exercise is the new one", () => document.querySelector(".exercise").dataset.runProfile.includes("light"));
  await until(page, "the text is there", () => document.querySelector(".try textarea").value === '{"user_metadata": {"theme": null}}');
  await until(page, "the text has the focus", () => document.activeElement.matches(".try textarea"));
  await press(page, ".check-answer");
  await says(page, ".verdict", "Right");
  assert.ok(await stays());
});

test("a title and a heading are in all lists", async (t) => {
  const { page, stays, edit } = await guide(t);
  await edit("title: Colours", "title: Hues");
  await says(page, "h1", "Hues");
  assert.match(await page.title(), /^Hues/);
  assert.equal(await page.$eval(".menu [aria-current=page]", (link) => link.textContent), "Hues");
  await edit("## Lose one", "## Lose the other");
  await says(page, "#toc", "Lose the other");
  assert.ok(await exists(page, "#lose-the-other"));
  await page.click(".search-button");
  await page.type("#search-input", "hues");
  await says(page, ".search-dialog", "1 page");
  assert.ok(await stays());
});

test("another picture has the page loaded anew, an edit of another page has not", async (t) => {
  const picture = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`;
  const { page, folder, stays } = await guide(t, { "dot.svg": picture("red"), addition: "\n![A dot](/dot.svg)\n" });
  const build = () => page.evaluate(() => document.documentElement.dataset.build);
  const first = await build();
  await appendFile(join(folder, "index.md"), "\nMore.\n");
  await until(page, "the page is of another build", (first) => document.documentElement.dataset.build !== first, first);
  assert.ok(await stays());
  await writeFile(join(folder, "dot.svg"), picture("blue"));
  await until(page, "the page is loaded anew", () => window.stays !== true);
  await ready(page);
  assert.equal(await stays(), false);
});
