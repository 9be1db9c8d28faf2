// The playground's views: the body that leads to a goal, RFC 7396, what was sent.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { computed, editor, enter, hears, press, says, seen, selected, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

const playground = async (t, { profile, body, view } = {}) => {
  const page = await open(t, browser, address);
  await computed(page);
  if (profile) await enter(page, "#profile", profile);
  if (body) await enter(page, "#body", body);
  if (view) await page.click(`#view-${view}-tab`);
  return page;
};

const json = async (page, selector) => JSON.parse(await text(page, selector));
const shortcut = async (page, key) => {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
};

test("the views are tabs, by mouse and by keyboard", async (t) => {
  const page = await playground(t);
  const state = () => page.evaluate(() => {
    const chosen = [...document.querySelectorAll(".views [role=tab]")].filter((tab) => tab.getAttribute("aria-selected") === "true");
    const panels = [...document.querySelectorAll(".report > [role=tabpanel]")].filter((panel) => !panel.hidden);
    const stops = [...document.querySelectorAll(".views [role=tab]")].filter((tab) => tab.tabIndex === 0);
    return [...chosen, ...panels.map((panel) => document.getElementById(panel.getAttribute("aria-labelledby"))), ...stops].map((tab) => tab.textContent);
  });
  assert.deepEqual(await state(), ["What happened", "What happened", "What happened"]);
  await page.focus("#report-tab");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await state(), ["Goal", "Goal", "Goal"]);
  await page.keyboard.press("End");
  assert.deepEqual(await state(), ["Predict", "Predict", "Predict"]);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await state(), ["What happened", "What happened", "What happened"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "What happened");
});

test("a goal is led to by the smallest body, which can be used and undone", async (t) => {
  const page = await playground(t, { profile: `{"user_metadata":{"a":{"x":1,"y":2},"b":3}}`, view: "goal" });
  const before = await editor(page, "#body");
  await enter(page, "#goal", `{"user_metadata":{"a":{"x":1,"y":4}}}`);
  await says(page, ".route code", `"y": 4`);
  assert.deepEqual(await json(page, ".route code"), { user_metadata: { a: { x: 1, y: 4 }, b: null } });
  await hears(page, "One body leads there");
  await press(page, ".route .button-primary");
  await until(page, "the new profile is the goal", () => document.querySelector("#result code").textContent === `{"user_metadata":{"a":{\n      "x": 1,\n      "y": 4\n    }}}`);
  await page.click("#notice-action");
  assert.equal(await editor(page, "#body"), before);
  assert.equal(await editor(page, "#goal"), `{"user_metadata":{"a":{"x":1,"y":4}}}`, "the goal stays as it was written");
});

test("until somebody writes a goal, it is the new profile", async (t) => {
  const page = await playground(t, { profile: `{"a":1}`, body: `{"a":2}`, view: "goal" });
  await until(page, "the goal follows", () => document.getElementById("goal").value === `{"a":2}`);
  await enter(page, "#body", `{"a":3}`);
  await until(page, "the goal follows", () => document.getElementById("goal").value === `{"a":3}`);
  await page.click("#view-goal .buttons button");
  assert.equal(await editor(page, "#goal"), `{"a":1}`);
  await says(page, ".route h3", "The stored profile is the goal already");
});

test("what one body cannot do, two can", async (t) => {
  const page = await playground(t, { profile: `{"nickname":"e"}`, view: "goal" });
  await enter(page, "#goal", `{"user_metadata":{},"nickname":"e"}`);
  await says(page, ".route h3", "Two bodies");
  for (const left of ["One body", "goal already"]) {
    await press(page, ".route .button-primary");
    await shortcut(page, "Enter");
    await says(page, ".route h3", left);
  }
  assert.deepEqual(JSON.parse(await editor(page, "#profile")), { user_metadata: {}, nickname: "e" });
});

test("a goal that no body leads to says why, and where", async (t) => {
  const page = await playground(t, { profile: `{"user_metadata":{"m":1},"user_id":"1"}`, view: "goal" });
  await enter(page, "#goal", `{"user_metadata":{"m":null}}`);
  await says(page, ".route h3", "No body leads there: 2 obstacles");
  assert.match(await seen(page, ".route .warnings"), /\/user_metadata\/m .* null deletes the property.*\/user_id/);
  assert.equal(await page.$(".route .button-primary"), null);
  await press(page, ".route li:first-child .go");
  assert.equal(await selected(page, "#goal"), "null");
  await press(page, ".route li:nth-child(2) .go");
  assert.equal(await selected(page, "#profile"), `"1"`);

  await enter(page, "#goal", `{"a": nul}`);
  await says(page, "#goal-problems", "line 1, column 7");
  await hears(page, "The goal is no profile yet: 1 error");
  await press(page, "#goal-problems .place");
  assert.equal(await selected(page, "#goal"), "nul");
});

test("what RFC 7396 would do stands beside the rule that is the reason", async (t) => {
  const page = await playground(t, { view: "compare" });
  await says(page, "#view-compare h3", "1 difference");
  assert.match(await seen(page, ".differences li"), /^\/user_metadata\/addresses\/work is not there here, by rule 3\. By RFC 7396 it is "3 Engine Yard"\.$/);
  assert.equal((await json(page, "#view-compare .language-json")).user_metadata.addresses.work, "3 Engine Yard");
  await enter(page, "#body", `{"user_metadata":{"theme":{"x":null}}}`);
  await says(page, ".differences", `/user_metadata/theme/x is null here, by rule 7. By RFC 7396 it is not there.`);
  await enter(page, "#body", `{"user_metadata":{"theme":"light"}}`);
  await says(page, "#view-compare h3", "No difference");
  await enter(page, "#body", `{`);
  await says(page, "#view-compare h3", "Nothing to compare: 1 error");
});

test("Send makes the new profile the stored one; what was sent can be undone and sent again, across a reload", async (t) => {
  const page = await playground(t, { profile: `{"user_metadata":{"n":1}}`, body: `{"user_metadata":{"n":2,"m":{}}}`, view: "sent" });
  assert.match(await seen(page, "#view-sent"), /Nothing was sent yet/);
  await press(page, "#send");
  await hears(page, "Sent: 1 added, 1 replaced");
  assert.equal(await editor(page, "#profile"), `{"user_metadata":{"n":2,"m":{}}}`);
  await enter(page, "#body", `{"user_metadata":{"n":null}}`);
  await shortcut(page, "Enter");
  await says(page, "#view-sent-tab", "Sent (2)");
  assert.equal(await editor(page, "#profile"), `{"user_metadata":{"m":{}}}`);

  await enter(page, "#body", `{"user_metadata":`);
  await shortcut(page, "Enter");
  await says(page, "#notice-text", "nothing was sent");
  assert.equal(await text(page, "#view-sent-tab"), "Sent (2)");

  await page.reload();
  await computed(page);
  await says(page, "#view-sent-tab", "Sent (2)");
  await page.click("#view-sent-tab");
  assert.deepEqual(await page.$$eval(".sent summary", (list) => list.map((one) => one.textContent)), ["Body 1: 1 added, 1 replaced", "Body 2: 1 deleted"]);
  await page.click(".sent > li:nth-child(2) summary");
  assert.match(await seen(page, ".sent > li:nth-child(2)"), /deleted \/user_metadata\/n/);

  await press(page, ".sent > li:nth-child(1) > button");
  assert.deepEqual([await editor(page, "#profile"), await editor(page, "#body")], [`{"user_metadata":{"n":1}}`, `{"user_metadata":{"n":2,"m":{}}}`]);
  assert.match(await seen(page, ".sent"), /Body 1: .* \(undone\) Send again .*Body 2: .* \(undone\)/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Send again", "the focus stays");
  await enter(page, "#profile", `{"user_metadata":{"n":5,"k":6}}`);
  await press(page, ".sent > li:nth-child(2) > button");
  await until(page, "both are sent to the profile that is here now", () => document.getElementById("profile").value === `{"user_metadata":{"k":6,"m":{}}}`);
  await page.click("#notice-action");
  await until(page, "the last one is undone", () => document.getElementById("profile").value === `{"user_metadata":{"n":2,"k":6,"m":{}}}`);
});

test("the request stands as code in all languages, with the reader's values", async (t) => {
  const page = await playground(t, { body: `{"user_metadata":{"n":41}}`, view: "code" });
  await says(page, "#code-curl code", `"n":41`);
  assert.equal(await page.$$eval("#view-code [role=tab]", (tabs) => tabs.length), 12);
  for (const language of await page.$$eval("#view-code .snippet", (list) => list.map((one) => one.dataset.language))) {
    assert.match(await text(page, `#code-${language} code`), /YOUR_DOMAIN[^]*41|41[^]*YOUR_DOMAIN/, language);
  }
  await enter(page, "#body", `{"user_metadata":{"n":42}}`);
  await says(page, "#code-curl code", `"n":42`);
  await page.click("#view-code .values");
  await page.type("#values-domain", "tenant.example.com");
  await page.keyboard.press("Enter");
  await says(page, "#code-curl code", "https://tenant.example.com/");
  await enter(page, "#body", `{"user_metadata":{"n":43}}`);
  await says(page, "#code-curl code", `"n":43`);
  await says(page, "#code-curl code", "https://tenant.example.com/");
  await page.focus("#view-code [aria-selected=true]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.$$eval("#view-code .snippet:not([hidden])", (list) => list.length), 1);
  assert.equal(await page.$eval("#code-curl", (panel) => panel.hidden), true);
});
