// The live sandbox: an example runs there, and what is copied works in a terminal.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { before, test } from "node:test";
import { promisify } from "node:util";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { clipboard, editor, enter, hears, press, ready, says, seen, text, visit } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

const guide = async (t) => {
  const page = await open(t, browser, site + "guide/merge/");
  await ready(page);
  return page;
};

async function goLive(page) {
  await press(page, "#example-1 .live-switch");
  await hears(page, "Run sends to the live sandbox now");
}

const shell = (command) => promisify(execFile)("sh", ["-c", command]);

test("one click makes a tenant, Run asks the sandbox, and the copied command works", async (t) => {
  const page = await guide(t);
  const wanted = await text(page, "#example-1 .answer-body pre"); // as it was proven at build
  await goLive(page);
  assert.equal(await page.$eval("#example-2 .live-switch", (other) => other.ariaPressed), "true", "it is one choice for all examples");
  await press(page, "#example-1 .run");
  await says(page, "#example-1 .live", "Answered by the sandbox");
  assert.equal(await text(page, "#example-1 .answer-body pre"), wanted);

  await press(page, "#example-1 .copy");
  await hears(page, "Copied");
  const command = await clipboard(page);
  assert.ok(command.includes(site + "t/"), command);
  const { stdout } = await shell(command.replace(/^curl/, "curl --silent"));
  assert.equal(stdout.trim(), wanted.trim());
});

test("the reader's own values stay, and come back", async (t) => {
  const page = await guide(t);
  await page.evaluate(() => localStorage.setItem("mergebook.values", JSON.stringify({ domain: "tenant.example.com", token: "mine", user: "u" })));
  await page.reload();
  await ready(page);
  const own = await seen(page, "#example-1-curl code");
  assert.match(own, /https:\/\/tenant\.example\.com\/api\/v2\/users\/u'/);
  await goLive(page);
  assert.match(await seen(page, "#example-1-curl code"), /http:\/\/127\.0\.0\.1:\d+\/t\/[a-z0-9]+\/api\/v2\/users\/ada'/);
  await page.reload();
  await ready(page);
  assert.equal(await page.$eval("#example-1 .live-switch", (button) => button.ariaPressed), "true");
  await press(page, "#example-1 .live-switch");
  await hears(page, "Run uses the engine in this page again");
  assert.equal(await seen(page, "#example-1-curl code"), own);
});

test("a tenant that has ended gives way to a new one", async (t) => {
  const page = await open(t, browser, site + "guide/merge/", { fails: (url) => url.includes("/users/") });
  await ready(page);
  await goLive(page);
  await page.evaluate(() => {
    const tenant = JSON.parse(localStorage.getItem("mergebook.tenant"));
    localStorage.setItem("mergebook.tenant", JSON.stringify({ ...tenant, token: "sandbox_ended" }));
  });
  await press(page, "#example-1 .run");
  await says(page, "#example-1 .live", "Answered by the sandbox");
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem("mergebook.tenant")), /ended/);
});

test("a short link opens what the long one holds, and leaves the draft alone", async (t) => {
  const page = await open(t, browser, site + "playground/");
  await ready(page);
  await enter(page, "#body", `{"nickname":"shared"}`);
  await press(page, "#share");
  await says(page, "#share-said", "copied");
  await page.$$eval(".share-dialog button", (all) => all.find(({ textContent }) => textContent === "Make a short link").click());
  await says(page, ".share-dialog label[for=share-text]", "Short link");
  const short = await page.$eval("#share-text", (area) => area.value);
  assert.match(short, /^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{12}$/);
  await page.keyboard.press("Escape");
  await enter(page, "#body", `{"nickname":"mine"}`);
  await visit(page, short);
  await says(page, "#notice-text", "This is what you had here last"); // it was written under this link
  assert.equal(await editor(page, "#body"), `{"nickname":"mine"}`);
  await press(page, "#notice-action");
  assert.equal(await editor(page, "#body"), `{"nickname":"shared"}`);
});
