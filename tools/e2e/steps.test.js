// The playground's list of what happened, tied to the texts, and its traps.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { computed, editor, enter, focus, hears, press, says, seen, selected, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

const playground = async (t) => {
  const page = await open(t, browser, address);
  await computed(page);
  return page;
};

const marks = (page, input, kind) => page.$$eval(`.field-layers:has(#${input}) .marked-${kind}`, (list) => list.map((mark) => mark.textContent).join("\n"));
const inResult = (page) => page.evaluate(() => [...CSS.highlights.get("here")].map(String).join());

test("what is lost is struck out in the profile", async (t) => {
  assert.equal(await marks(await playground(t), "profile", "gone"), `"work": "3 Engine Yard"`);
});

test("in a textarea too, behind its text", async (t) => {
  const page = await open(t, browser, address, { late: { files: "/editor.", come: false } });
  await says(page, "#timing", "computed in");
  assert.equal(await marks(page, "profile", "gone"), `"work": "3 Engine Yard"`);
  // The mark lies where the text is, to the pixel.
  const off = await page.evaluate(() => {
    const area = document.getElementById("profile"), mark = document.querySelector(".marked-gone");
    const line = area.value.slice(0, area.value.indexOf(`"work"`)).split("\n").length - 1;
    const { paddingTop, borderTopWidth, lineHeight } = getComputedStyle(area);
    const top = area.getBoundingClientRect().top + parseFloat(paddingTop) + parseFloat(borderTopWidth) + line * parseFloat(lineHeight);
    const { left, top: markTop } = mark.getBoundingClientRect();
    if (document.elementFromPoint(left + 5, markTop + 5) !== area) return "the text is hidden:";
    return Math.abs(mark.parentElement.getBoundingClientRect().top - top);
  });
  assert.ok(off < 1, off + " pixels off");
});

test("and shown in the new profile, where it is missing, but no part of its text", async (t) => {
  const page = await playground(t);
  const lost = () => page.$$eval("#result [data-lost]", (lines) => lines.map((line) => [line.textContent.trim(), line.dataset.lost]));
  const behind = (what) => page.$eval("#result [data-lost]", (line, what) => getComputedStyle(line, "::after")[what], what);
  assert.deepEqual(await lost(), [[`"addresses": {`, `"work": "3 Engine Yard"`]]);
  assert.match(await behind("content"), /^"! lost: /);
  assert.doesNotMatch(await text(page, "#result code"), /work/);

  // On one line, with what takes several lines, is long, or is one of many.
  await enter(page, "#profile", `{"user_metadata": {"a": {"b": {\n  "c": 1\n}}, "d": ["${"x".repeat(80)}"], "e": {"f": 1, "g": 2, "h": 3, "i": 4, "j": 5}}}`);
  await enter(page, "#body", `{"user_metadata": {"a": {}, "d": [], "e": 0}}`);
  await says(page, "#report", "7 lost");
  const [[, said], ...others] = await lost();
  assert.deepEqual(others, []);
  assert.equal(said, `"b": { "c": 1 }, "${"x".repeat(59)}…, "f": 1, "g": 2, "h": 3, and 2 more`);

  await enter(page, "#body", `{"user_metadata": {`);
  await says(page, "#body-problems", "line 1");
  assert.equal(await behind("display"), "none", "it is of what was before the error");
});

for (const scheme of ["light", "dark"]) {
  test("what has changed can be read in forced colours, " + scheme, onlyInChromium("its driver forces no colours"), async (t) => {
    const page = await playground(t);
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: scheme }] });
    await page.reload();
    await page.waitForSelector("#result mark span");
    const colours = await page.$$eval("#result .line-replaced, #result mark, #result mark *", (list) => list.map((e) => getComputedStyle(e).color));
    assert.ok(colours.length > 5);
    assert.deepEqual([...new Set(colours)], [scheme === "light" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)"]);
  });
}

test("a step that is pointed at or has the focus is marked in all three texts", async (t) => {
  const page = await playground(t);
  await page.hover("#report .step:nth-child(2) .step-text");
  assert.equal(await marks(page, "profile", "here"), `"free"`);
  assert.equal(await marks(page, "body", "here"), `"plan": "pro"`);
  assert.equal(await inResult(page), `"pro"`);
  await page.mouse.move(0, 0);
  assert.deepEqual([await marks(page, "body", "here"), await inResult(page)], ["", ""]);

  await page.focus("#report .lost .go");
  assert.equal(await marks(page, "profile", "here"), `"work": "3 Engine Yard"`);
  await page.keyboard.press("Enter");
  assert.equal(await selected(page, "#profile"), `"3 Engine Yard"`.padStart(23, `"work": `));
  await press(page, "#report .step:nth-child(2) .go");
  assert.equal(await selected(page, "#body"), `"plan": "pro"`);
});

test("a list that says the same is about the texts as they are now", async (t) => {
  const page = await playground(t);
  const list = await text(page, "#report");
  await page.evaluate(() => { document.querySelector("#report .step").dataset.stays = ""; });
  await focus(page, "#body");
  await page.keyboard.press("ArrowUp"); // out of what may be selected
  await page.keyboard.down("Control");
  await page.keyboard.press("Home");
  await page.keyboard.up("Control");
  await page.keyboard.type("  \n ");
  await computed(page);
  assert.equal(await text(page, "#report"), list);
  assert.ok(await page.$("#report .step[data-stays]"), "it is the list of before");
  await page.focus("#report .step:nth-child(2) .go");
  assert.equal(await marks(page, "body", "here"), `"plan": "pro"`);
  await page.keyboard.press("Enter");
  assert.equal(await selected(page, "#body"), `"plan": "pro"`);
});

test("one click keeps what would be lost, and can be undone in two ways", async (t) => {
  const page = await playground(t);
  const before = await editor(page, "#body");
  assert.equal(await text(page, ".warnings .fix"), "Keep the other addresses");
  for (const undo of [
    () => page.click("#notice-action"),
    async () => {
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
    },
  ]) {
    await press(page, ".warnings .fix");
    await until(page, "nothing is lost", () => !document.querySelector("#report .lost, .marked-gone"));
    assert.deepEqual(JSON.parse(await text(page, "#result code")).user_metadata.addresses, { home: "7 Difference Lane", work: "3 Engine Yard" });
    assert.match(await seen(page, "#notice-text"), /Keep the other addresses: done/);
    await hears(page, "Keep the other addresses: done");
    await undo();
    await says(page, "#report .lost", "work");
    assert.equal(await editor(page, "#body"), before);
  }
});
