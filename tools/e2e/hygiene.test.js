// What holds on every page of the project's own site: nothing goes wrong in
// it, nothing is loaded from elsewhere, the policy is strict and kept, links
// lead somewhere, and it fits on a small screen.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { ready, says, visit } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

// The policy, written here once more: to weaken it takes two changes.
const policy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types mergebook",
].join("; ");

// Follows all links from the front page. Returns what each page holds, by its
// address, as the server sent it: scripts are off.
async function crawl(context) {
  const page = await open(context, browser, site, { scripts: false });
  await page.setCacheEnabled(false); // else the server need not send a page twice
  const pages = new Map();
  const queue = [site];
  for (const url of queue) {
    if (url.endsWith(".md")) { // a page's copy: text alone, for which a browser would ask for a favicon
      const copy = await fetch(url);
      assert.equal(copy.status, 200, url);
      assert.equal(copy.headers.get("content-type"), "text/markdown; charset=utf-8");
      continue;
    }
    const response = await page.goto(url);
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")];
      return {
        policy: document.head.firstElementChild.content,
        ids: all.map(({ id }) => id).filter(Boolean),
        links: [...document.links].map((link) => link.href),
        inline: all.filter((e) => e.matches("style, script:not([src], [type='application/ld+json']), [style], [href^='javascript:' i]") || [...e.attributes].some(({ name }) => name.startsWith("on")))
          .map((e) => e.outerHTML.slice(0, 200)),
      };
    });
    pages.set(url, { ...found, status: response.status(), headers: response.headers() });
    for (const link of found.links) {
      const address = link.split("#")[0];
      if (address.startsWith(site) && !queue.includes(address)) queue.push(address);
    }
  }
  return pages;
}

test("every page", async (t) => {
  const pages = await crawl(t);
  for (const part of ["guide/", "reference/rules/", "playground/"]) assert.ok(pages.has(site + part), "the crawl finds " + part);
  for (const [url, sent] of pages) {
    const name = url.slice(site.length - 1);
    await t.test(name + ": the policy is strict, in the header and in the page", () => isStrict(sent));
    await t.test(name + ": ids are unique, links lead somewhere", () => leads(sent, pages));
    await t.test(name + ": nothing goes wrong in it, and it fits into 320 pixels", (t) => works(t, url));
  }
});

function isStrict({ status, headers, policy: inPage, inline }) {
  assert.equal(status, 200);
  assert.equal(headers["content-security-policy"], policy + "; frame-ancestors 'none'");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(inPage, policy);
  assert.deepEqual(inline, [], "no inline script or style");
}

function leads({ ids, links }, pages) {
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
  for (const link of links) {
    const [address, fragment] = link.split("#");
    if (!address.startsWith(site) || fragment === undefined || fragment.startsWith("1.")) continue;
    assert.ok(pages.get(address).ids.includes(decodeURIComponent(fragment)), link + " leads to no heading");
  }
}

async function works(t, url) {
  const page = await open(t, browser, url);
  await ready(page);
  const examples = await page.$$eval(".example:has(.run)", (list) => list.map(({ id }) => "#" + id));
  for (const id of examples) {
    await page.click(id + " .run");
    await says(page, id + " .live", "Run");
  }
  await page.setViewport({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.ok(width <= 320, "the page is " + width + " pixels wide; too wide are " + await tooWide(page));
}

// What sticks out on the right of a page, and is not in a part that scrolls by itself.
const tooWide = (page) => page.evaluate(() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5)
  .filter((e) => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return false; return true; })
  .map((e) => e.tagName + "." + e.className + "#" + e.id).join(", "));

test("an address that leads nowhere gets the page that says so", async (t) => {
  const response = await fetch(site + "deep/down/nothing");
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("content-security-policy"), policy + "; frame-ancestors 'none'");

  const page = await open(t, browser, site + "deep/down/nothing", { missing: true });
  await ready(page);
  assert.equal(await page.$eval("body", (body) => getComputedStyle(body).margin), "0px", "the style sheet is there at any depth");
  await Promise.all([page.waitForNavigation(), page.click(".content a")]);
  assert.equal(page.url(), site);
});

test("a page that is left and come back to works", async (t) => {
  const page = await open(t, browser, site + "guide/");
  await ready(page);
  for (let i = 0; i < 8; i++) { // a connection that stays open would block the next pages
    await visit(page, site + "reference/rules/");
    await page.goBack();
    await ready(page);
  }
});
