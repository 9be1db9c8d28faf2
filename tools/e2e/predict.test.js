// The view "Predict" of the playground: what happens is covered until somebody has said it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inFirefox, launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, editor, enter, focus, hears, press, ready, says, seen, text, until } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, content) + "playground/";
});

const profile = `{"user_metadata": {"theme": "dark", "addresses": {"home": "1 Mill Lane", "work": "2 Quay"}}}`;
const body = `{"user_metadata": {"addresses": {"home": "3 Hill"}}}`;
const right = `{"user_metadata": {"addresses": {"home": "3 Hill"}, "theme": "dark"}}`;

const predicting = async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  await enter(page, "#profile", profile);
  await enter(page, "#body", body);
  await says(page, "#report", "1 lost");
  await page.click("#view-predict-tab");
  await hears(page, "The new profile is covered while you predict it.");
  return page;
};

// All that a reader can find, by eye or by ear, with what marks say of the texts.
const all = (page) => page.evaluate(() => document.querySelector(".playground").innerText + document.getElementById("announcer").textContent
  + [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) + " marks" + document.querySelectorAll(".cm-lintRange, .cm-lint-marker, .marked-gone").length);

/** Everything that the accessibility tree says, of which Firefox's driver gives nothing. */
const spoken = async (page) => inFirefox ? "" : JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));

const isCovered = async (page) => {
  assert.equal(await page.$eval("#result", (result) => result.checkVisibility()), false);
  assert.ok(await page.$eval(".cover", (cover) => cover.checkVisibility()));
  for (const found of [await all(page), await spoken(page)]) assert.doesNotMatch(found, /\blost\b|200 OK|rule 3|replaced/);
  assert.match(await all(page), /0 marks0$/);
};

test("a prediction is checked while what happens is covered, and then shown", async (t) => {
  const page = await predicting(t);
  await until(page, "the marks are gone", () => document.querySelectorAll(".cm-lintRange, .marked-gone").length === 0);
  await isCovered(page);
  assert.equal(await editor(page, "#prediction"), profile, "it begins with the profile as it is");

  await enter(page, "#prediction", profile.replace("1 Mill Lane", "3 Hill"));
  await chord(page, "Control", "Enter");
  await hears(page, "Not yet: one property is not what it should be.");
  assert.match(await seen(page, "#view-predict .verdict"), /\/user_metadata\/addresses\/work should not be there/);
  assert.equal(await text(page, "#view-sent-tab"), "Sent", "nothing was sent");
  await enter(page, "#prediction", right);
  assert.equal(await seen(page, "#view-predict .verdict"), "", "the verdict was on another one");
  await (await page.waitForSelector('::-p-aria([name="Check"][role="button"])')).press("Enter");
  await hears(page, "Right: this is what happens.");
  await enter(page, "#prediction", "{,}");
  await chord(page, "Control", "Enter");
  await hears(page, "This is not a profile.");
  assert.match(await seen(page, "#view-predict .verdict"), /line 1, column 2/);
  await isCovered(page);

  await enter(page, "#prediction", right);
  await (await page.waitForSelector('#view-predict ::-p-aria([name="Show what happens"][role="button"])')).press("Enter");
  await hears(page, "200 OK: 1 replaced, 1 lost");
  await hears(page, "Right: this is what happens.");
  assert.equal(await page.$(".cover"), null);
  assert.match(await seen(page, "#result code"), /"home": "3 Hill"/);
  assert.match(await seen(page, "#view-predict"), /200 OK 1 replaced, 1 lost .*lost \/user_metadata\/addresses\/work/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Cover it again", "the focus stays");
  await until(page, "what is lost is marked", () => document.querySelector(".cm-lintRange") !== null);

  await page.keyboard.press("Enter");
  await hears(page, "covered");
  await until(page, "the marks are gone", () => document.querySelectorAll(".cm-lintRange, .marked-gone").length === 0);
  await isCovered(page);
});

test("typing under the cover tells nothing but errors", async (t) => {
  const page = await predicting(t);
  await enter(page, "#body", `{"user_metadata": {"theme": null, "gone": null}}`);
  await enter(page, "#prediction", `{"user_metadata": {"addresses": {"home": "1 Mill Lane", "work": "2 Quay"}}}`);
  await chord(page, "Control", "Enter");
  await hears(page, "Right: this is what happens.");
  await isCovered(page);
  assert.deepEqual(await page.evaluate(() => announced.filter((text) => /lost|deleted|no-op/.test(text))), []);

  await enter(page, "#body", `{"user_metadata": `);
  await says(page, "#body-problems", "line 1");
  await hears(page, "the first in the body");
  await focus(page, "#prediction");
  await chord(page, "Control", "Enter");
  await hears(page, "There is nothing to predict yet");

  await enter(page, "#body", `{"user_metadata": 5}`); // this is refused: nothing changes
  await until(page, "the refusal is not told", () => document.getElementById("body-problems").textContent === "");
  await enter(page, "#prediction", profile);
  await chord(page, "Control", "Enter");
  await hears(page, "Right: this is what happens.");
  await page.click(".cover button");
  await hears(page, "400 Bad Request: 1 error");
  await says(page, "#body-problems", "line 1");
});

test("who predicts before the engine is there has a verdict once it is, and nothing typed is lost", async (t) => {
  let engineComes;
  const page = await open(t, browser, address, { late: { files: ".wasm", come: new Promise((resolve) => { engineComes = resolve; }) } });
  await ready(page);
  await page.click("#view-predict-tab");
  assert.equal(await editor(page, "#prediction"), await editor(page, "#profile"));
  await enter(page, "#prediction", "{}");
  await chord(page, "Control", "Enter");
  assert.equal(await text(page, "#view-predict .verdict"), "");
  engineComes();
  await hears(page, "Not yet");
  assert.equal(await editor(page, "#prediction"), "{}");
  await isCovered(page);
});

test("the button on the cover reveals, and so does leaving the view", async (t) => {
  const page = await predicting(t);
  await press(page, ".cover button");
  await hears(page, "200 OK: 1 replaced, 1 lost");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#result") !== null), true, "the focus is on what was covered");
  await page.click("#view-predict-tab");
  await isCovered(page);
  await page.keyboard.press("Home");
  await says(page, "#report", "1 lost");
  assert.equal(await page.$(".cover"), null);
  assert.match(await seen(page, "#result code"), /3 Hill/);
  await until(page, "what is lost is marked", () => document.querySelector(".cm-lintRange") !== null);
});

test("what pages have predicted is in the menu of examples, and opens covered", async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  await page.click("#examples");
  await says(page, ".examples-dialog", "Exercises");
  await page.keyboard.type("exercises");
  await page.keyboard.press("Enter");
  await says(page, ".examples-dialog", "Say what happens");
  const item = await page.waitForSelector(".examples-dialog li li:not([hidden]) button:has(span)");
  const wanted = await item.$eval("code", (code) => code.textContent);
  await item.press("Enter");
  await until(page, "it is open", (wanted) => document.getElementById("body").value === wanted, wanted);
  await says(page, "#view-predict-tab[aria-selected=true]", "Predict");
  assert.equal(await editor(page, "#prediction"), await editor(page, "#profile"));
  await until(page, "nothing is marked", () => document.querySelectorAll(".cm-lintRange, .marked-gone").length === 0);
  await isCovered(page);
});

test("the cover stands in its pane on a small screen", async (t) => {
  const page = await predicting(t);
  await page.setViewport({ width: 320, height: 640 });
  await page.$$eval('.pane-tabs [role="tab"]', (tabs) => tabs[2].click());
  await isCovered(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page");
  await page.click(".cover button");
  await hears(page, "200 OK: 1 replaced, 1 lost");
  assert.match(await seen(page, "#result code"), /3 Hill/);
});
