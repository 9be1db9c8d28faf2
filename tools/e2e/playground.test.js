// The playground: two texts, and what comes of them at each keystroke.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, onlyInChromium, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { computed, editor, enter, focus, focused, hears, press, says, seen, selected, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

const playground = async (t, options) => {
  const page = await open(t, browser, address, options);
  if (options?.scripts !== false) {
    await computed(page);
  }
  return page;
};

const result = (page) => text(page, "#result code");

const resultIs = (page, wanted) => until(page, "the result is " + wanted,
  (wanted) => document.querySelector("#result code").textContent === wanted, wanted);

test("the result follows each keystroke", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"user_metadata":{"colour":"green","n":1}}`);
  await enter(page, "#body", `{"user_metadata":{"colour":""}}`);
  for (let i = 0; i < `"}}`.length; i++) await page.keyboard.press("ArrowLeft");
  let typed = "";
  for (const letter of "blue") {
    await page.keyboard.type(letter);
    typed += letter;
    await resultIs(page, `{"user_metadata":{"colour":"${typed}","n":1}}`);
  }
  assert.match(await seen(page, "#report"), /^200 OK 1 replaced WHAT CHANGED replaced \/user_metadata\/colour /i);
  assert.equal(await text(page, "#result mark"), `"blue"`);
  await hears(page, "1 replaced");
});

test("steps come and go with what is typed", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"user_metadata":{"a":1,"b":2},"app_metadata":{"c":3}}`);
  await enter(page, "#body", `{"user_metadata":{"a":null,"d":4},"app_metadata":{}}`);
  await resultIs(page, `{"user_metadata":{"b":2,"d":4}}`);
  const ops = () => page.$$eval("#report .step > .op", (list) => list.map((op) => op.textContent));
  assert.deepEqual((await ops()).sort(), ["added", "cleared", "deleted"]);
  await enter(page, "#body", "{}");
  await resultIs(page, `{"user_metadata":{"a":1,"b":2},"app_metadata":{"c":3}}`);
  assert.deepEqual(await ops(), []);
  assert.match(await seen(page, "#report"), /nothing changed/);
});

test("what a replaced object loses is named", async (t) => {
  const page = await playground(t);
  await enter(page, "#profile", `{"user_metadata":{"addresses":{"home":"a","work":"b"}}}`);
  await enter(page, "#body", `{"user_metadata":{"addresses":{"home":"c"}}}`);
  await says(page, "#report .lost", "/user_metadata/addresses/work");
  assert.match(await seen(page, "#report .warnings"), /work/);
  await hears(page, "1 lost");
});

for (const which of ["profile", "body"]) {
  test("bad JSON in the " + which + " is told at its place", async (t) => {
    const page = await playground(t);
    const before = await result(page);
    const good = await editor(page, "#" + which);
    await enter(page, "#" + which, "{\n  \"a\": [1, 2,],\n  \"b\": 3\n}");
    await says(page, `#${which}-problems`, "line 2, column 13");
    const other = which === "profile" ? "body" : "profile";
    assert.equal(await text(page, `#${other}-problems`), "");
    const invalid = (name) => page.$eval("#" + name, (element) => element.getAttribute("aria-invalid"));
    assert.deepEqual([await invalid(which), await invalid(other)], ["true", null]);
    assert.match(await seen(page, "#report"), /^400 Bad Request 1 error/);
    assert.equal(await result(page), before, "the last good result stays");
    await hears(page, "line 2, column 13");

    await press(page, `#${which}-problems .place`);
    assert.equal(await focused(page), which);
    assert.equal(await selected(page, "#" + which), ",");

    await enter(page, "#" + which, good);
    await until(page, "the error is gone", (which) => document.getElementById(which + "-problems").textContent === "", which);
    assert.equal(await invalid(which), null);
    await resultIs(page, before);
  });
}

test("errors are placed behind characters of any width", async (t) => {
  const page = await playground(t);
  await enter(page, "#body", `{"😀é": nul}`);
  await says(page, "#body-problems", "line 1, column 9"); // columns as the editor counts: UTF-16 units
  await page.click("#body-problems .place");
  assert.equal(await selected(page, "#body"), "nul");
});

test("markup in a text stays text", async (t) => {
  const page = await playground(t);
  const evil = `<img src=x onerror=alert(1)></script><b>`;
  await enter(page, "#profile", `{"${evil}":"${evil}"}`);
  await enter(page, "#body", `{"${evil}":"${evil}!"}`);
  await resultIs(page, `{"${evil}":"${evil}!"}`);
  assert.equal(await page.$("#report img, #report b, #result img, #result b"), null);
  await says(page, "#report .pointer", "/" + evil.replaceAll("/", "~1"));
});

test("Reset brings the example back, and the way back to the draft", async (t) => {
  const page = await playground(t);
  const example = [await editor(page, "#profile"), await editor(page, "#body")];
  await enter(page, "#body", `{"mine":1}`);
  await page.click("#reset");
  assert.deepEqual([await editor(page, "#profile"), await editor(page, "#body")], example);
  await page.click("#notice-action");
  assert.equal(await editor(page, "#body"), `{"mine":1}`);
});

test("Tab is not trapped in an editor", async (t) => {
  const page = await playground(t);
  await focus(page, "#profile");
  for (let stops = 0; await focused(page) !== "body"; stops++) { // the divider and Format stand between the two
    assert.ok(stops < 4, "Tab leads from the profile to the body");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Tab");
  assert.notEqual(await focused(page), "body");
});

test("without scripts the first example stands with its answer", onlyInChromium("its driver cannot turn scripts off"), async (t) => {
  const page = await playground(t, { scripts: false });
  const [profile, body] = [await editor(page, "#profile"), await editor(page, "#body")].map((json) => JSON.parse(json));
  const after = JSON.parse(await result(page));
  assert.deepEqual(after.user_metadata.addresses, body.user_metadata.addresses);
  assert.notDeepEqual(after, profile);
  assert.match(await seen(page, "#report"), /^200 OK .*lost/);
  assert.match(await seen(page, ".playground"), /needs JavaScript/);
});
