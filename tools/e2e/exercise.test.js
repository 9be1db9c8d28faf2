// Exercises: the engine in the page says whether a body is right.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { enter, hears, press, ready, seen, until } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

const start = async (t, options) => {
  const page = await open(t, browser, site + "guide/exercises/", options);
  if (options?.scripts !== false) {
    await ready(page);
    await until(page, "the exercises can be tried", () => [...document.querySelectorAll(".try")].every((part) => !part.hidden));
  }
  return page;
};

test("every solution that is shown is right", async (t) => {
  const page = await start(t);
  const ids = await page.$$eval(".exercise", (all) => all.map(({ id }) => "#" + id));
  assert.ok(ids.length >= 5);
  for (const id of ids) {
    await page.click(id + " .solution summary");
    await enter(page, id + "-body", await page.$eval(id + " .solution code", (code) => code.textContent));
    await press(page, id + " .check-answer");
    await hears(page, "Right: the profile is what it should be.");
  }
});

test("a wrong body is told what is missing, and another one that is right is right", async (t) => {
  const page = await start(t);
  const id = "#example-3"; // change a nested value and keep the rest
  const tried = async (body) => {
    await enter(page, id + "-body", body);
    await page.keyboard.down("Control");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Control");
  };
  await tried('{"user_metadata": {"addresses": {"home": "8 Mill Lane"}}}');
  await hears(page, "Not yet: one property is not what it should be.");
  assert.match(await seen(page, id + " .verdict"), /\/user_metadata\/addresses has another value than it should/);
  await tried("{");
  await hears(page, "The API would refuse this body.");
  assert.match(await seen(page, id + " .verdict"), /PATCH body, line 1/);
  await tried('{"user_metadata":{"addresses":{"work":"3 Harbour Road","home":"8 Mill Lane"}}, "email": "mira@example.com"}');
  await hears(page, "Right:");
});

test("without scripts there is the task and the solution", async (t) => {
  const page = await start(t, { scripts: false });
  assert.match(await seen(page, "#example-2"), /Make the profile this/);
  assert.doesNotMatch(await seen(page, "#example-2"), /Your body/);
  await page.click("#example-2 .solution summary");
  assert.match(await seen(page, "#example-2 .solution"), /"theme": null/);
});
