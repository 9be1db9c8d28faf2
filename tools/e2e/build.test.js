// What mergebook build writes works from any folder of any web server.

import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { ready, says, seen, until } from "./page.js";
import { fixture, mergebook, serveFiles, temporary } from "./server.js";

const file = wholeFile();
let browser;
before(async () => {
  browser = await launch(file);
});

test("a built site works in a subfolder of a plain web server", async (t) => {
  const out = join(await temporary(t), "site");
  const built = await mergebook("build", "--content", fixture, "--out", out);
  assert.equal(built.status, 0, built.stderr);

  const site = await serveFiles(t, out);
  const page = await open(t, browser, site);
  await ready(page);
  const policy = await page.$eval("meta[http-equiv]", (meta) => meta.content);
  assert.match(policy, /^default-src 'none';/, "the policy comes with the page");

  await Promise.all([page.waitForNavigation(), page.click(".content a")]);
  await ready(page);
  assert.equal(page.url(), site + "guide/colours/");
  const engine = page.waitForResponse((response) => response.url().endsWith(".wasm"));
  await page.click("#example-1 .run");
  await says(page, "#example-1 .live", "Run");
  assert.match(await seen(page, "#example-1 summary"), /^200 OK 1 replaced /);
  assert.equal((await engine).headers()["content-type"], "application/wasm");

  await Promise.all([page.waitForNavigation(), page.click("#example-1 .to-playground")]);
  await ready(page);
  assert.ok(page.url().startsWith(site + "playground/#1."));
  await until(page, "the example is there", () => document.getElementById("body").value.includes("<b>blue</b>"));
  await says(page, "#result code", "<b>blue</b>");

  await Promise.all([page.waitForNavigation(), page.click(".site-title")]);
  assert.equal(page.url(), site);
});

test("pages of a built site do not look for the server of mergebook serve", async (t) => {
  const out = join(await temporary(t), "site");
  await mergebook("build", "--content", fixture, "--out", out);
  const page = await open(t, browser, await serveFiles(t, out));
  assert.equal(await page.$("script[src*='live.']"), null);
});
