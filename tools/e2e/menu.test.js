// The menu: pages of one section are a list under its name, in the order in which they follow one another.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { seen } from "./page.js";
import { serve, temporary } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  const folder = await temporary(file);
  await mkdir(join(folder, "guide"));
  await writeFile(join(folder, "guide/index.md"), "# Guide\n");
  for (const [name, section] of [["apples", "Fruit"], ["beets", "Roots"], ["cherries", "Fruit"], ["dates", ""]]) {
    await writeFile(join(folder, `guide/${name}.md`), `---\n${section && "section: " + section}\n---\n\nText.\n`);
  }
  site = await serve(file, folder);
});

test("pages of a section stand under its name", async (t) => {
  const page = await open(t, browser, site + "guide/beets/");
  assert.match(await seen(page, ".menu"), /^Guide FRUIT Apples Cherries ROOTS Beets Dates/);
  const lists = await page.$$eval(".menu .label + ul", (all) => all.map((list) => list.previousElementSibling.textContent + ": " + [...list.querySelectorAll("a")].map((a) => a.textContent)));
  assert.deepEqual(lists, ["Fruit: Apples,Cherries", "Roots: Beets"]);
});

test("by keyboard and by Next, pages come in the order of the menu", async (t) => {
  const page = await open(t, browser, site + "guide/");
  await page.focus(".menu a");
  const reached = [];
  for (let i = 0; i < 5; i++) {
    reached.push(await page.evaluate(() => document.activeElement.textContent));
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(reached, ["Guide", "Apples", "Cherries", "Beets", "Dates"]);
  for (const title of reached.slice(1)) {
    await Promise.all([page.waitForNavigation(), page.click(".turn-next")]);
    assert.equal(await seen(page, "h1"), title);
  }
});
