// Nothing moves while a page loads: what scripts add has its place from the start.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { launch } from "./browser.js";
import { atEnd, wholeFile } from "./ends.js";
import { ready } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
const paths = ["guide/merge/", "guide/exercises/", "playground/"];

let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

for (const path of paths) {
  test("/" + path, (t) => loads(t, path));
}

test("pages that come in pieces", async (t) => {
  const pieces = await serveInPieces(t, ["</a>", "</nav>", "</header>", "</h1>", "</nav>", "</figure>"]);
  for (const path of paths) await loads(t, path, pieces);
});

async function loads(t, path, address = site) {
  const page = await browser.newPage();
  atEnd(t, () => page.close());
  await page.evaluateOnNewDocument(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) window.shifts.push([value, ...sources.map(({ node }) => node?.nodeName + "." + node?.className)].join(" "));
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [320, 412, 768, 1350]) {
    await page.setViewport({ width, height: 800 });
    await page.goto(address + path);
    await page.waitForSelector(".search-button:not([hidden])");
    if (path === "playground/") await ready(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(await page.evaluate(() => window.shifts), [], width + " pixels");
  }
}

/** Serves the site as a slow line does: a page's HTML ends for a while after each of these marks. */
async function serveInPieces(t, marks) {
  const server = createServer(async (request, response) => {
    const gone = new AbortController(); // a page that is left lets go of what never ends, such as the line on which it is told to reload
    response.on("close", () => gone.abort());
    try {
      await answer(request, response, gone.signal);
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    }
  });
  async function answer(request, response, signal) {
    const from = await fetch(new URL(request.url, site), { signal });
    const type = from.headers.get("Content-Type");
    response.writeHead(from.status, { "Content-Type": type });
    if (!type.startsWith("text/html")) return response.end(Buffer.from(await from.arrayBuffer()));
    let rest = await from.text();
    for (const mark of marks) {
      const at = rest.indexOf(mark, rest.indexOf('class="site-title"'));
      if (at < 0) continue;
      response.write(rest.slice(0, at + mark.length));
      rest = rest.slice(at + mark.length);
      await setTimeout(200); // enough to be painted
    }
    response.end(rest);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(t, () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}
