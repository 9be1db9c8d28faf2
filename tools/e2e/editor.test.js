// CodeMirror in the place of the playground's textareas. What the playground
// does with the texts, with CodeMirror there, the other tests see.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, editor, enter, exists, focus, focused, hears, ready, says, selected, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

const playground = async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  return page;
};

const files = "/editor.";

// A playground whose editors have not come yet, and a function that has them come.
async function early(t) {
  let now;
  const come = new Promise((resolve) => { now = resolve; });
  const page = await open(t, browser, address, { late: { files, come } });
  await says(page, "#timing", "computed");
  return [page, async () => {
    now();
    await ready(page);
  }];
}

const valueIs = (page, selector, wanted) => until(page, selector + " holds " + wanted,
  (selector, wanted) => document.querySelector(selector).value === wanted, selector, wanted);

const resultIs = (page, wanted) => until(page, "the result is " + wanted,
  (wanted) => document.querySelector("#result code").textContent === wanted, wanted);

const seenIn = (page, selector) => page.$eval(selector, (area) => area.nextElementSibling.querySelector(".cm-content").innerText);

const stringify = (value) => JSON.stringify(value, null, 2);

for (const [sign, give] of Object.entries({
  "a move of the pointer": (page) => page.mouse.move(200, 300),
  "a key": (page) => page.keyboard.press("Tab"),
  "scrolling": (page) => page.evaluate(() => scrollBy(0, 200)),
  "a while": () => {},
})) {
  test("the editor comes after " + sign, async (t) => {
    const page = await open(t, browser, address);
    const start = Date.now();
    await says(page, "#timing", "computed");
    await page.waitForNetworkIdle({ idleTime: 1000 });
    if (await page.$eval("#body", (area) => area.hidden)) assert.ok(Date.now() - start > 5000, "it was too early");
    await give(page);
    await until(page, "both editors are there", () => document.querySelectorAll("textarea[hidden] + .editor").length === 2);
  });
}

test("the editor takes over text, selection, focus and scroll position", async (t) => {
  const [page, come] = await early(t);
  await enter(page, "#profile", stringify({ list: Array.from({ length: 100 }, (_, i) => "item " + i) }));
  await page.$eval("#profile", (area) => {
    area.setSelectionRange(area.value.indexOf("item 50"), area.value.indexOf("item 50") + 4, "backward");
    area.scrollTop = 1000;
  });
  const before = await editor(page, "#profile");
  const box = await page.$eval("#profile", (area) => JSON.stringify(area.getBoundingClientRect()));
  await come();
  assert.equal(await editor(page, "#profile"), before);
  assert.equal(await focused(page), "profile");
  assert.equal(await selected(page, "#profile"), "item");
  assert.equal(await page.$eval("#profile", (area) => JSON.stringify(area.nextElementSibling.getBoundingClientRect())), box, "it stands where the textarea stood");
  await until(page, "it is scrolled as far", () => Math.abs(document.querySelector("#profile + .editor .cm-scroller").scrollTop - 1000) < 2);
  await chord(page, "Shift", "ArrowLeft"); // the selection goes on at the end where it did
  assert.equal(await selected(page, "#profile"), `"item`);
});

test("what was typed before the editor came can be undone", async (t) => {
  const [page, come] = await early(t);
  const example = await editor(page, "#body");
  await enter(page, "#body", `{"a": 1}`);
  await page.keyboard.type(" ");
  await come();
  assert.equal(await editor(page, "#body"), `{"a": 1} `);
  for (let i = 0; i < 2 && await editor(page, "#body") !== example; i++) await chord(page, "Control", "z");
  assert.equal(await editor(page, "#body"), example);
  await chord(page, "Control", "z");
  assert.equal(await editor(page, "#body"), example, "and nothing before it");
});

test("the editor waits for a word that is being composed", onlyInChromium("its driver composes no words"), async (t) => {
  const [page, come] = await early(t);
  await focus(page, "#body");
  const session = await page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  const came = come();
  await until(page, "the other editor is there", () => document.querySelector("#profile").hidden);
  assert.equal(await page.$eval("#body", (area) => area.hidden), false);
  await session.send("Input.insertText", { text: "日本" });
  await came;
  assert.match(await editor(page, "#body"), /日本/);
});

test("a word is composed over a selection that is marked", onlyInChromium("its driver composes no words"), async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"user_metadata":{"addresses":{"home":"a","work":"b"}}}`);
  const body = `{"user_metadata":{"addresses":{"home":"c"}}}`;
  await enter(page, "#body", body);
  await page.waitForSelector("#body + .editor .cm-lintRange-warning");
  await chord(page, "Control", "Home");
  await page.keyboard.press("F8");
  assert.equal(await selected(page, "#body"), `"addresses"`);
  const session = await page.createCDPSession();
  for (const text of ["に", "にほ", "にほん"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await valueIs(page, "#body", body.replace(`"addresses"`, text));
    await says(page, "#body-problems", "line 1"); // the engine's marks come while it is composed
  }
  await session.send("Input.insertText", { text: `"日本"` });
  await valueIs(page, "#body", body.replace("addresses", "日本"));
  assert.equal(await seenIn(page, "#body"), body.replace("addresses", "日本"));
  await says(page, "#result code", "日本");
  await chord(page, "Control", "z");
  await valueIs(page, "#body", body);
});

test("without the editor the textareas work", async (t) => {
  const page = await open(t, browser, address, { late: { files, come: false } });
  await says(page, "#timing", "computed");
  await enter(page, "#profile", `{"user_metadata":{"a":1}}`);
  await enter(page, "#body", `{"user_metadata":{"b":nul}}`);
  await says(page, "#body-problems", "line 1");
  await page.click("#body-problems .place");
  assert.equal(await selected(page, "#body"), "nul");
  await page.keyboard.type("2");
  await resultIs(page, `{"user_metadata":{"a":1,"b":2}}`);
  assert.equal(await exists(page, ".editor"), false);
  await page.keyboard.press("Tab");
  assert.notEqual(await focused(page), "body");
});

test("typing, undo and redo", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", "");
  await page.keyboard.type(`{"user_metadata": {`);
  await page.keyboard.press("Enter");
  await page.keyboard.type(`"a": "`);
  assert.equal(await editor(page, "#body"), `{"user_metadata": {\n  "a": "`, "the new line is indented");
  await chord(page, "Control", "z");
  const less = await editor(page, "#body");
  assert.ok(less.length < 25, less);
  await chord(page, "Control", "Shift", "Z");
  await valueIs(page, "#body", `{"user_metadata": {\n  "a": "`);
});

test("Reset can be undone", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", `{"mine": 1}`);
  await page.click("#reset");
  assert.notEqual(await editor(page, "#body"), `{"mine": 1}`);
  await focus(page, "#body");
  await chord(page, "Control", "z");
  assert.equal(await editor(page, "#body"), `{"mine": 1}`);
});

test("typing over what is marked, at once and by keys, keeps the policy", async (t) => {
  const page = await playground(t);
  for (const bad of ["[1]", "nonsense", `{"user_metadata": {"a": {"b": null}}}`]) {
    await enter(page, "#body", bad);
    await page.waitForSelector("#body + .editor .cm-lintRange");
    await chord(page, "Control", "a");
    await page.keyboard.type("x");
    await says(page, "#body-problems", "line 1");
  }
});

test("search finds, shows and goes on", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"a": "needle", "b": "hay", "c": "needle"}`);
  await chord(page, "Control", "Home");
  await chord(page, "Control", "f");
  await page.keyboard.type("needle");
  await until(page, "both are marked", () => document.querySelectorAll(".cm-searchMatch").length === 2);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "profile");
  assert.equal(await selected(page, "#profile"), "needle");
  assert.equal(await exists(page, ".cm-search"), false);
});

test("an object is folded and unfolded, by keys and by the mouse", async (t) => {
  const page = await playground(t);
  const whole = stringify({ outer: { inner: "text" } });
  await enter(page, "#profile", whole);
  await chord(page, "Control", "Home");
  await page.keyboard.press("ArrowDown");
  await chord(page, "Control", "Shift", "{");
  assert.doesNotMatch(await seenIn(page, "#profile"), /inner/);
  assert.equal(await editor(page, "#profile"), whole);
  await chord(page, "Control", "Shift", "}");
  assert.match(await seenIn(page, "#profile"), /inner/);
  await page.click("#profile + .editor .cm-foldGutter [title='Fold line']");
  assert.doesNotMatch(await seenIn(page, "#profile"), /outer/);
  await page.click("#profile + .editor .cm-foldPlaceholder", { delay: 100 });
  assert.match(await seenIn(page, "#profile"), /outer/);
});

test("an error of the engine is marked, and F8 tells it", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", `{"a": 1,\n "b": nul}`);
  assert.equal(await page.waitForSelector("#body + .editor .cm-lintRange-error").then((mark) => mark.evaluate(({ textContent }) => textContent)), "nul");
  await chord(page, "Control", "Home");
  await page.keyboard.press("F8");
  assert.equal(await selected(page, "#body"), "nul");
  const told = await text(page, ".cm-tooltip .cm-diagnosticText");
  await hears(page, told);
  assert.ok((await text(page, "#body-problems")).includes(told.split(" ")[0]));
  await page.keyboard.type("null");
  await until(page, "the mark is gone", () => !document.querySelector(".cm-lintRange-error"));
});

for (const [how, act] of Object.entries({
  "by the mouse": async (page) => {
    await page.hover("#body + .editor .cm-lintRange-warning");
    await page.waitForSelector(".cm-tooltip .cm-diagnosticAction");
    await page.click(".cm-tooltip .cm-diagnosticAction");
  },
  "by keys": async (page) => {
    await chord(page, "Control", "Home");
    await page.keyboard.press("F8");
    await chord(page, "Control", ".");
  },
})) {
  test("a trap is marked on its name, and its fix made " + how, async (t) => {
    const page = await playground(t);
    await enter(page, "#profile", `{"user_metadata":{"addresses":{"home":"a","work":"b"}}}`);
    const body = `{"user_metadata":{"addresses":{"home":"c"}}}`;
    await enter(page, "#body", body);
    const mark = await page.waitForSelector("#body + .editor .cm-lintRange-warning");
    assert.equal(await mark.evaluate(({ textContent }) => textContent), `"addresses"`);
    await act(page);
    await until(page, "nothing is lost", () => !document.querySelector("#report .lost") && /"work":\s*"b"/.test(document.querySelector("#result code").textContent));
    await until(page, "the mark is gone", () => !document.querySelector(".cm-lintRange-warning"));
    await focus(page, "#body");
    await chord(page, "Control", "z");
    assert.equal(await editor(page, "#body"), body);
  });
}

test("screen readers are told the same as of a textarea, and which keys there are", onlyInChromium("its driver does not tell what screen readers are told"), async (t) => {
  const page = await playground(t);
  await enter(page, "#body", "{,}");
  await says(page, "#body-problems", "line 1");
  await until(page, "it is invalid", () => document.querySelector("#body + .editor [aria-invalid='true']") !== null);
  const { nodes } = await (await page.createCDPSession()).send("Accessibility.getFullAXTree");
  const of = (node, name) => node.properties.find((property) => property.name === name)?.value.value;
  const boxes = nodes.filter((node) => node.role?.value === "textbox" && !node.ignored);
  assert.deepEqual(boxes.map((node) => [node.name.value, of(node, "multiline"), of(node, "invalid")]),
    [["Profile", true, "false"], ["PATCH body", true, "true"]]);
  assert.match(boxes[1].description.value, /line 1, column 2.*Tab moves on/);
  await page.click("label[for=profile]");
  assert.equal(await focused(page), "profile");
});

test("Tab moves on, and brackets indent", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", "{}");
  await chord(page, "Control", "]");
  assert.equal(await editor(page, "#body"), "  {}");
  await chord(page, "Control", "[");
  assert.equal(await editor(page, "#body"), "{}");
  await page.keyboard.press("Tab");
  assert.notEqual(await focused(page), "body");
  await chord(page, "Shift", "Tab");
  assert.equal(await focused(page), "body");
  await chord(page, "Shift", "Tab");
  assert.notEqual(await focused(page), "body");
});

test("a dropped file goes where a dropped file goes", async (t) => {
  const page = await playground(t);
  await page.$eval("#body + .editor .cm-content", (content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([`{"from": "a file"}`], "body.json"));
    content.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await valueIs(page, "#body", `{"from": "a file"}`);
  await says(page, "#result code", "from");
});
