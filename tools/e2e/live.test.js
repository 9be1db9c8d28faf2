// mergebook serve: an edit is on the screen at once.

import assert from "node:assert/strict";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, enter, ready, says, selected, until } from "./page.js";
import { exercise, fixture, serve, temporary } from "./server.js";

const file = wholeFile();
let browser;
before(async () => {
  browser = await launch(file);
});

test("an edit shows up in the open page without a reload by hand", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  await ready(page);
  for (const sentence of ["This was added.", "And this was added after a reload."]) {
    await appendFile(join(folder, "guide/colours.md"), "\n" + sentence + "\n");
    await says(page, "main", sentence);
  }
});

test("a wrong claim shows up over the page, and goes when it is put right", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const file = join(folder, "guide/colours.md");
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  await ready(page);
  const right = await readFile(file, "utf8");
  await writeFile(file, right.replace("The profile is now:", "The profile is now wrong:").replaceAll("3 Engine Yard\"\n    }\n  }\n}\n```\n\n## Lose", "4 Engine Yard\"\n    }\n  }\n}\n```\n\n## Lose"));
  await says(page, ".findings", "4 Engine Yard");
  await writeFile(file, right);
  await says(page, "main", "The profile is now:");
  await until(page, "the findings are gone", () => !document.querySelector(".findings")); // they are looked for after the page is shown
});

const task = exercise + "\nA paragraph.\n".repeat(60);

// What a reader has of a page: where they are, and what they are at.
const state = (page) => page.evaluate(() => ({
  scroll: Math.round(scrollY),
  focus: document.activeElement.id || document.activeElement.className || document.activeElement.localName,
  text: document.querySelector(".try textarea").value,
  selection: [document.querySelector(".try textarea").selectionStart, document.querySelector(".try textarea").selectionEnd],
  open: [...document.querySelectorAll("details")].map(({ open }) => open),
}));

// What has an open page show something else, and whether it is loaded anew for that.
const ways = [
  ["an edit", false, async (folder, n) => appendFile(join(folder, "guide/colours.md"), `\nEdit ${n}.\n`)],
  ["a reload", true, async (folder, n) => appendFile(join(folder, "site.yaml"), `# ${n}\n`)],
];

for (const [name, reloads, change] of ways) test(name + " keeps the place, the focus and what was typed", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  await appendFile(join(folder, "guide/colours.md"), task);
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  let edits = 0;
  const edit = async () => {
    const before = await page.evaluate(() => { window.stays = true; return document.documentElement.dataset.build; });
    await change(folder, ++edits);
    await until(page, "the page is of another build", (before) => document.documentElement.dataset.build !== before, before);
    await ready(page);
    await until(page, "the exercise can be tried", () => !document.querySelector(".try").hidden);
    assert.equal(await page.evaluate(() => window.stays === true), !reloads);
    if (!reloads) await says(page, "main", `Edit ${edits}.`);
  };
  await ready(page);
  await until(page, "the exercise can be tried", () => !document.querySelector(".try").hidden);

  // In an editor, with a part of the text selected.
  await enter(page, ".try textarea", '{"user_metadata": {}}');
  await page.evaluate(() => {
    document.querySelector("details:not([open])").open = true;
    document.querySelector(".try textarea").setSelectionRange(2, 15);
    scrollBy({ top: 180, behavior: "instant" });
  });
  const typing = await state(page);
  assert.ok(typing.scroll > 500);
  assert.deepEqual([typing.text, typing.selection], ['{"user_metadata": {}}', [2, 15]]);
  await edit();
  await until(page, "the place is the same", (scroll) => Math.abs(scrollY - scroll) <= 1, typing.scroll);
  assert.deepEqual(await state(page), typing);

  // On something without an id, far down.
  await page.focus(".turn a");
  await page.evaluate(() => scrollTo({ top: 2000, behavior: "instant" }));
  const reading = await state(page);
  assert.match(reading.focus, /^turn-/);
  await edit();
  await until(page, "the place is the same", (scroll) => Math.abs(scrollY - scroll) <= 1, reading.scroll);
  assert.deepEqual(await state(page), reading);

  // A page that somebody opens anew has nothing of it.
  await page.goto(page.url());
  await ready(page);
  const anew = await state(page);
  assert.deepEqual([anew.focus, anew.text], ["body", "{}"]);
});

test("a reload keeps the focus in an editor of the playground, and what is selected", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const page = await open(t, browser, await serve(t, folder) + "playground/");
  await ready(page);
  await enter(page, "#body", `{"nickname": "Ada"}`);
  for (let i = 0; i < `"}`.length; i++) await page.keyboard.press("ArrowLeft");
  for (let i = 0; i < "Ada".length; i++) await chord(page, "Shift", "ArrowLeft");
  const build = () => page.evaluate(() => document.documentElement.dataset.build);
  const before = await build();
  await appendFile(join(folder, "guide/colours.md"), "\nThis was added.\n");
  await until(page, "it is reloaded", (before) => document.documentElement.dataset.build !== before, before);
  await ready(page);
  await until(page, "the editor has the focus", () => document.activeElement.closest("#body + .editor") !== null);
  assert.equal(await selected(page, "#body"), "Ada");
  await page.keyboard.type("Bob");
  await says(page, "#result code", `"Bob"`);
});
