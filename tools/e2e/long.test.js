// Texts too long for a textarea: all of them is used, and little of them is in
// the page, because a browser lays out whatever is.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inFirefox, launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, editor, enter, exists, focus, press, ready, says, selected, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

// A profile of so many properties, made where it is needed.
function profile(indent, count) {
  const properties = {};
  for (let i = 0; i < count; i++) properties["property_" + i] = { label: "Value number " + i + ", é", tags: ["one", "two", null, true], n: i };
  return JSON.stringify({ user_metadata: properties, nickname: "ada" }, null, indent);
}

async function paste(page, selector, indent, count, tail) {
  await focus(page, selector);
  await chord(page, "Control", "a");
  await page.evaluate((make, indent, count, tail) => {
    const text = new Function("return " + make)()(indent, count) + tail;
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
  }, profile.toString(), indent, count, tail);
}

for (const [layout, indent] of [["on many lines", 1], ["on one line", undefined]]) {
  test("a profile of 16 MB " + layout, { timeout: 60_000 }, async (t) => {
    const page = await open(t, browser, address);
    await ready(page);
    await enter(page, "#profile", `{"mine":1}`);
    await enter(page, "#body", `{"user_metadata":{"property_75000":"changed here"},"nickname":"Ada"}`);
    await says(page, "#report", "added");

    await paste(page, "#profile", indent, 210_000, "");
    await says(page, "#profile-long", "million characters");
    await until(page, "it is merged", () => /2 replaced/.test(document.querySelector("#report").textContent));
    const shown = await text(page, "#result code");
    assert.match(shown, /"n": ?74999/);
    for (const part of ["changed here", "property_75001", "⋯ as before ⋯", `"Ada"`]) {
      assert.ok(shown.includes(part), part + " is shown in\n" + shown.slice(0, 2000));
    }
    assert.ok(shown.length < 20_000 && (await editor(page, "#profile")).length < 20_000, "little is in the page");
    assert.match(await editor(page, "#profile"), /^\{\s*"user_metadata"/);

    await press(page, "#result .copy");
    if (!inFirefox) await until(page, "all of it is copied", async () => { // its driver may read only right after a press
      const copied = await navigator.clipboard.readText();
      return copied.length > 16 << 20 && JSON.parse(copied).user_metadata.property_75000 === "changed here";
    });

    await enter(page, "#body", `{"user_metadata":{"property_75000":`);
    await says(page, "#body-problems", "line 1");
    await enter(page, "#body", "{}");
    await says(page, "#report", "nothing changed");

    await press(page, "#share");
    await says(page, "#notice-text", "too long for a link");

    await press(page, "#profile-long button");
    assert.equal(await editor(page, "#profile"), "");
    assert.equal(await exists(page, "#profile-long:not([hidden])"), false);
    await press(page, "#notice-action");
    await says(page, "#profile-long", "million characters");
  });
}

test("an error in a long text is shown at its place", async (t) => {
  const page = await open(t, browser, address);
  await ready(page);
  await paste(page, "#profile", 1, 10_000, " nonsense");
  await says(page, "#profile-problems", "line 1");
  await press(page, "#profile-problems .place");
  assert.equal(await selected(page, "#profile"), "nonsense");
});
