// Tasks for readers: the engine in the page says whether a body or a prediction is right.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { editor, enter, hears, press, ready, seen, until } from "./page.js";
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
  const ids = await page.$$eval(".exercise:not(.predict)", (all) => all.map(({ id }) => "#" + id));
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
  assert.match(await seen(page, id + " .verdict"), /\/user_metadata\/addresses\/work is missing/);
  await tried('{"user_metadata": {"addresses": {"home": "8 Mill", "work": "3 Harbour Road"}, "theme": "dark"}}');
  await hears(page, "Not yet: 2 properties are not what they should be.");
  assert.match(await seen(page, id + " .verdict"), /\/user_metadata\/addresses\/home has another value than it should \/user_metadata\/theme should not be there/);
  await tried("{");
  await hears(page, "The API would refuse this body.");
  assert.match(await seen(page, id + " .verdict"), /PATCH body, line 1/);
  await tried('{"user_metadata":{"addresses":{"work":"3 Harbour Road","home":"8 Mill Lane"}}, "email": "mira@example.com"}');
  await hears(page, "Right:");
});

const nested = "#example-6";

test("a prediction is told where it is off, and what happens is shown", async (t) => {
  const page = await start(t);
  const text = nested + "-profile";
  const before = await editor(page, text);
  assert.match(before, /^\{\n {2}"email": "mira@example\.com",[^]*"work": "3 Harbour Road"[^]*\}$/, "it begins with the profile as it is");
  assert.equal(await page.$eval(nested + " .answer", (answer) => answer.checkVisibility()), false, "nothing gives it away");

  await enter(page, text, before.replace("12 Canal Street", "8 Mill Lane"));
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await hears(page, "Not yet: one property is not what it should be.");
  assert.match(await seen(page, nested + " .verdict"), /\/user_metadata\/addresses\/work should not be there/);

  await press(page, nested + " .run");
  await hears(page, "200 OK: 1 replaced, 1 lost");
  await hears(page, "Not yet: one property is not what it should be.");
  assert.match(await seen(page, nested + " .answer"), /200 OK 1 replaced, 1 lost .*Run in your browser.*lost \/user_metadata\/addresses\/work/);

  await enter(page, text, '{"email": "mira@example.com", "user_metadata": {"theme": "dark", "addresses": {"home": "8 Mill Lane"}}}');
  await press(page, nested + " .check-answer");
  await hears(page, "Right: this is what happens.");
  await enter(page, text, '{"email": }');
  await press(page, nested + " .check-answer");
  await hears(page, "This is not a profile.");
  assert.match(await seen(page, nested + " .verdict"), /Profile, line 1, column 11/);
});

test("who predicts nothing is told nothing but what happens", async (t) => {
  const page = await start(t);
  await press(page, "#example-7 .run");
  await hears(page, "200 OK: 1 replaced, 1 deleted");
  assert.equal(await seen(page, "#example-7 .verdict"), "");
});

test("without scripts there is the task and the solution", onlyInChromium("its driver cannot turn scripts off"), async (t) => {
  const page = await start(t, { scripts: false });
  assert.match(await seen(page, "#example-2"), /Make the profile this/);
  assert.doesNotMatch(await seen(page, "#example-2"), /Your body/);
  await page.click("#example-2 .solution summary");
  assert.match(await seen(page, "#example-2 .solution"), /"theme": null/);
  assert.doesNotMatch(await seen(page, nested), /as you expect it|lost/);
  await page.click(nested + " .answer summary");
  assert.match(await seen(page, nested + " .answer"), /^What happens .*lost \/user_metadata\/addresses\/work/);
});
