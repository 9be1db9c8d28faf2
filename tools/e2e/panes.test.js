// The panes of the playground: their sizes by key and pointer, tabs on a phone,
// the list of keys, Format.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, computed, editor, enter, exists, focus, hears, press, ready, says, seen, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

const playground = async (t, width = 1280) => {
  const page = await open(t, browser, address);
  await page.setViewport({ width, height: 800 });
  await page.reload();
  await computed(page);
  return page;
};

// Where an element is, or the editor in its place.
const box = (page, selector) => page.$eval(selector, (element) => (element.hidden ? element.nextElementSibling : element).getBoundingClientRect().toJSON());
const valueNow = (page, selector) => page.$eval(selector, (element) => Number(element.getAttribute("aria-valuenow")));

test("a divider moves by the arrow keys, within bounds, and is remembered", async (t) => {
  const page = await playground(t);
  const before = await box(page, ".pane:has(#profile)");
  await press(page, ".divider-vertical", "ArrowRight");
  const after = await box(page, ".pane:has(#profile)");
  assert.ok(after.width > before.width + 5, `${before.width} pixels wide, then ${after.width}`);
  assert.equal(await valueNow(page, ".divider-vertical"), 52);
  await page.keyboard.press("End");
  assert.equal(await valueNow(page, ".divider-vertical"), 80);
  await page.keyboard.press("ArrowRight");
  assert.equal(await valueNow(page, ".divider-vertical"), 80);
  await page.reload();
  await ready(page);
  assert.equal(await valueNow(page, ".divider-vertical"), 80);
  assert.ok((await box(page, ".pane:has(#profile)")).width > after.width);
  await press(page, ".divider-vertical", "Enter");
  assert.equal(Math.round((await box(page, ".pane:has(#profile)")).width), Math.round(before.width));
});

test("the panes become higher and lower by key", async (t) => {
  const page = await playground(t);
  const before = await box(page, "#result");
  const shown = (input) => `.pane:has(#${input}) :is(textarea, .editor):not([hidden])`;
  await press(page, ".divider-horizontal", "ArrowDown");
  for (const pane of [shown("profile"), shown("body"), "#result"]) assert.ok((await box(page, pane)).height > before.height + 10, pane);
  await page.keyboard.press("Home");
  assert.ok((await box(page, "#result")).height < 200);
});

test("a divider follows the pointer", async (t) => {
  const page = await playground(t);
  const { x, y, width, height } = await box(page, ".divider-vertical");
  const before = await box(page, ".pane:has(#profile)");
  await page.mouse.move(x + width / 2, y + height - 20);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 60, y + height - 20, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x + 200, y);
  const moved = before.width - (await box(page, ".pane:has(#profile)")).width;
  assert.ok(moved > 30 && moved < 90, moved + " pixels narrower");
});

test("what a visitor cannot have stored is not used", async (t) => {
  const page = await playground(t);
  await page.evaluate(() => localStorage.setItem("mergebook.panes", `{"widths": ["1fr; x", {}, -1], "height": "a"}`));
  await page.reload();
  await ready(page);
  assert.equal(await valueNow(page, ".divider-vertical"), 50);
});

test("on a phone one pane shows at a time, by tabs", async (t) => {
  const page = await playground(t, 320);
  const shown = () => page.$$eval(".pane", (panes) => panes.map((pane) => pane.offsetHeight > 0));
  assert.deepEqual(await shown(), [false, true, false]);
  assert.deepEqual(await page.$$eval('.pane-tabs [role="tab"]', (tabs) => tabs.map((tab) => [tab.textContent, tab.getAttribute("aria-selected"), tab.tabIndex])),
    [["Profile", "false", -1], ["PATCH body", "true", 0], ["New profile", "false", -1]]);
  await press(page, '.pane-tabs [aria-selected="true"]', "ArrowRight");
  assert.deepEqual(await shown(), [false, false, true]);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await shown(), [true, false, false]);
  await enter(page, "#profile", "{,}");
  await says(page, '.pane-tabs [aria-selected="true"]', "Profile: error");
  await page.evaluate(() => document.getElementById("body").focus());
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
});

test("on a wide screen there are no tabs, and all panes show", async (t) => {
  const page = await playground(t);
  assert.equal(await page.$eval(".pane-tabs", (tabs) => tabs.offsetHeight), 0);
  assert.deepEqual(await page.$$eval(".pane", (panes) => panes.map((pane) => pane.getAttribute("role"))), [null, null, null]);
});

test("on paper all panes show, on a phone too", onlyInChromium("its driver shows no page as on paper"), async (t) => {
  const page = await playground(t, 320);
  await page.emulateMediaType("print");
  assert.deepEqual(await page.$$eval(".pane", (panes) => panes.map((pane) => pane.offsetHeight > 0)), [true, true, true]);
});

test("on paper stands all of a text, of which the editor holds what is in view", async (t) => {
  const page = await playground(t);
  const long = JSON.stringify(Array.from({ length: 300 }, (_, i) => "line " + i), null, 2);
  await enter(page, "#profile", long);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => { globalThis.printed = [...document.querySelectorAll(".paper")].map(({ textContent }) => textContent); });
  });
  await page.pdf();
  assert.deepEqual(await page.evaluate(() => printed), [long, await editor(page, "#body")]);
  assert.equal(await exists(page, ".paper"), false, "on the screen it is not there");
});

test("on paper the text stands in the place of its editor, and is not cut off", onlyInChromium("its driver shows no page as on paper"), async (t) => {
  const page = await playground(t);
  await page.emulateMediaType("print");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await page.$$eval(".pane .field-layers", (list) => list.map((layers) => [...layers.children].filter(({ offsetHeight }) => offsetHeight > 0).map((shown) =>
    [shown.className, shown.scrollHeight <= shown.clientHeight]))), [[["paper", true]], [["paper", true]]]);
});

for (const width of [1280, 320]) {
  test(`no button of a pane covers another at ${width} pixels`, async (t) => {
    const page = await playground(t, width);
    const covered = await page.$$eval(".pane button, .toolbar button", (buttons) => buttons.filter((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return width > 0 && top < innerHeight && getComputedStyle(button).visibility === "visible"
        && [0.1, 0.5, 0.9].some((part) => document.elementFromPoint(left + part * width, top + height / 2) !== button);
    }).map((button) => button.textContent));
    assert.deepEqual(covered, []);
    assert.ok((await page.$$(".pane-action")).length === 2);
  });
}

test("a question mark lists the keys that work, but not while somebody types", async (t) => {
  const page = await playground(t);
  await focus(page, "#body");
  await page.keyboard.type("?");
  assert.equal(await exists(page, ".keys-dialog"), false);
  await page.focus("#reset");
  await page.keyboard.type("?");
  await page.waitForSelector(".keys-dialog[open]");
  assert.match(await seen(page, ".keys-dialog"), /^Keys .*Ctrl \+ S Share .*Alt \+ Shift \+ F Format/);
  const named = await page.$$eval("[aria-keyshortcuts]", (list) => new Set(list.map((control) => control.getAttribute("aria-keyshortcuts"))).size);
  assert.ok((await page.$$(".keys-dialog dt")).length >= named);
  await page.keyboard.press("Escape");
  await until(page, "the dialog is gone", () => !document.querySelector(".keys-dialog"));
  assert.equal(await page.evaluate(() => document.activeElement.id), "reset");
});

test("in a dialog the keys of the page do nothing, nor does the browser save the page", async (t) => {
  const page = await playground(t);
  await page.evaluate(() => {
    globalThis.keys = [];
    addEventListener("keydown", ({ key, defaultPrevented }) => { if (key !== "Control") keys.push([key, defaultPrevented]); });
  });
  for (const opener of ["#keys", "#share", "#examples"]) {
    await page.click(opener);
    await until(page, opener + " opens a dialog", () => document.querySelector("dialog[open]") !== null);
    await page.evaluate(() => { keys.length = 0; });
    await chord(page, "Control", "s");
    await chord(page, "Control", "Enter");
    assert.deepEqual(await page.evaluate(() => keys), [["s", true], ["Enter", true]], opener);
    assert.equal((await page.$$("dialog[open]")).length, 1, opener);
    await page.keyboard.press("Escape");
    await until(page, "the dialog is gone", () => !document.querySelector("dialog[open]"));
  }
  assert.equal(await text(page, "#view-sent-tab"), "Sent");
});

const loose = `{"n":1.50e+2,"s":"\\u00e9","a":[1,{}]}`;
const tidy = `{\n  "n": 1.50e+2,\n  "s": "\\u00e9",\n  "a": [\n    1,\n    {}\n  ]\n}`;

test("Format lays a text out, byte for byte, and Undo takes it back", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", loose);
  await press(page, '[aria-label="Format the profile"]');
  await hears(page, "The profile is formatted.");
  assert.equal(await editor(page, "#profile"), tidy);
  await says(page, "#result code", `"s": "\\u00e9"`);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  assert.equal(await editor(page, "#profile"), loose);
});

test("Alt Shift F formats the text that one is in", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", loose);
  await page.keyboard.down("Alt");
  await page.keyboard.down("Shift");
  await page.keyboard.press("KeyF");
  await page.keyboard.up("Shift");
  await page.keyboard.up("Alt");
  await hears(page, "The body is formatted.");
  assert.equal(await editor(page, "#body"), tidy);
});

test("Format leaves a text with an error alone and says where it is", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", "{\n  'a': 1}");
  await press(page, '[aria-label="Format the body"]');
  await says(page, "#notice-text", "line 2, column 3");
  assert.equal(await editor(page, "#body"), "{\n  'a': 1}");
  assert.match(await text(page, "#notice-text"), /Mend it first/);
});
