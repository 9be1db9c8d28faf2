// The playground in a frame of another site.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { deflateRawSync } from "node:zlib";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { atEnd, wholeFile } from "./ends.js";
import { press, ready, says, until, visit } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, site, link;
before(async () => {
  browser = await launch(file);
  site = await serve(file, fixture);
  link = "#1.Y6qura4FAAx"; // "{}" and "{}": wasm/share/testdata has it
});

/** Serves one page, from an origin that is not the site's. */
async function host(t, html) {
  const server = createServer((request, response) => response.writeHead(request.url === "/" ? 200 : 404, { "Content-Type": "text/html" }).end(html));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(t, () => { server.closeAllConnections(); server.close(); });
  return `http://localhost:${server.address().port}/`; // as for the browser 127.0.0.1 is another site
}

const around = (source, script) => `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Around</title>
<iframe src="${source}" title="Example" width="600" height="100"></iframe><script>${script}</script></html>`;

// The lines that content/contributing/authoring.md gives.
const lines = (origin) => `const frame = document.querySelector("iframe"), site = "${origin}";
frame.onload = () => frame.contentWindow.postMessage({ mergebook: "height?" }, site);
addEventListener("message", ({ source, origin, data }) => { if (source === frame.contentWindow && origin === site && data.mergebook === "height") frame.height = data.height; });`;

// A page with a frame of another server in it, which open would call trouble.
async function openAround(t, html) {
  const tabs = await browser.createBrowserContext();
  atEnd(t, () => tabs.close());
  const page = await tabs.newPage();
  const trouble = [];
  page.on("console", (message) => { if (message.type() === "error") trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(error.message));
  await page.goto(await host(t, html));
  const frame = () => page.frames().find((frame) => frame.url().startsWith(site));
  return { page, frame, trouble };
}

test("the frame shows the link's texts and what comes of them, and grows to its height", async (t) => {
  const { origin } = new URL(site);
  const { page, frame, trouble } = await openAround(t, around(site + "embed/" + link, lines(origin)));
  await until(page, "it has grown", () => document.querySelector("iframe").clientHeight > 300);
  await says(frame(), "#report", "nothing changed");
  assert.deepEqual(await frame().$$eval(".pane", (panes) => panes.map((pane) => pane.checkVisibility())), [true, true, true], "no pane is folded, for there are no tabs");
  const rest = await frame().evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.ok(rest <= 1, rest + " pixels do not fit");

  await frame().$eval("#body", (body) => { body.focus(); body.select(); document.execCommand("insertText", false, `{"user_metadata":{"a":1}}`); });
  await says(frame(), "#result code", `"a":1`);
  await says(frame(), "#report", "created");
  const before = await frame().evaluate(() => [localStorage.length, sessionStorage.length]);
  assert.deepEqual(before, [0, 0], "nothing is stored");
  await until(frame(), "the link has the new text", (old) => document.getElementById("to-playground").hash !== old, link);
  const to = await frame().$eval("#to-playground", (link) => link.href);
  assert.ok(to.startsWith(site + "playground/#1."), to);
  assert.deepEqual(trouble, []);

  const other = await open(t, browser, to);
  await ready(other);
  await until(other, "the playground has the same text", () => document.getElementById("body").value === `{"user_metadata":{"a":1}}`);
});

test("a text with an error is marked, and no other", async (t) => {
  const page = await open(t, browser, site + "embed/");
  await page.waitForSelector("#result mark");
  const marked = () => page.$$eval("textarea", (areas) => areas.filter((area) => getComputedStyle(area).boxShadow !== "none").map(({ id }) => id));
  assert.deepEqual(await marked(), []);
  await page.$eval("#body", (body) => { body.focus(); body.select(); document.execCommand("insertText", false, "{"); });
  await says(page, "#body-problems", "line 1");
  assert.deepEqual(await marked(), ["body"]);
});

test("a link with sent bodies shows what they made, and leads on with them", async (t) => {
  // {} with {"a":1} sent, and {} in the editor, by the format that wasm/share/doc.go gives.
  const sent = "#2." + deflateRawSync(Buffer.from(`\u0001\u0002{}\u0007{"a":1}{}`)).toString("base64url") + "x";
  const page = await open(t, browser, site + "embed/" + sent);
  await says(page, "#result code", `{"a":1}`);
  await says(page, ".embed-foot", "1 body was sent before. Open in playground");
  await Promise.all([page.waitForNavigation(), page.$eval("#to-playground", (link) => { link.target = ""; link.click(); })]);
  await ready(page);
  await says(page, "#view-sent-tab", "Sent (1)");

  await page.goto(site + "embed/" + sent);
  await says(page, ".embed-foot", "1 body");
  await page.$eval("#profile", (area) => { area.focus(); area.select(); document.execCommand("insertText", false, "{}"); });
  await until(page, "the link begins anew", () => document.getElementById("to-playground").hash === "#1.Y6qura4FAAx");
  assert.equal(await page.$eval(".embed-foot", (foot) => foot.textContent), "Open in playground");

  const refused = "#2." + deflateRawSync(Buffer.from(`\u0001\u0002{}\u0002{,{}`)).toString("base64url") + "x";
  await page.goto("about:blank");
  await page.goto(site + "embed/" + refused);
  await says(page, "#report", "the API would refuse body 1 of those that were sent, at line 1, column 2.");
});

test("a page that does not ask is told nothing, nor is one that asks otherwise", async (t) => {
  const told = `window.told = []; addEventListener("message", ({ data }) => told.push(data));
    const frame = document.querySelector("iframe");
    frame.onload = () => { for (const message of ["height?", null, { mergebook: "height" }, { mergebook: { height: 1 } }]) frame.contentWindow.postMessage(message, "*"); };`;
  const { page, frame, trouble } = await openAround(t, around(site + "embed/" + link, told));
  await until(page, "the frame is there", () => document.readyState === "complete");
  await says(frame(), "#report", "nothing changed");
  assert.deepEqual(await page.evaluate(() => told), []);
  assert.deepEqual(trouble, []);
});

test("only the embed page may stand in a frame", async (t) => {
  const frames = async (path) => (await fetch(site + path)).headers.get("content-security-policy").match(/frame-ancestors .*/)[0];
  assert.equal(await frames("embed/"), "frame-ancestors *");
  for (const path of ["", "playground/", "guide/colours/", "embed/nothing/"]) assert.equal(await frames(path), "frame-ancestors 'none'", path);
});

test("a bad link says so, by itself too", async (t) => {
  const page = await open(t, browser, site + "embed/#1.cut");
  await says(page, "#report .failure", "did not arrive whole");
  await page.setViewport({ width: 320, height: 600 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
});
