// Browsers, and pages that notice everything that goes wrong in them.

import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { atEnd } from "./ends.js";

// As tools/setup has them.
const browsers = {
  chrome: { variable: "CHROME", names: ["chromium", "chromium-browser", "google-chrome"], tool: "chromium" },
  firefox: { variable: "FIREFOX", names: ["firefox-esr", "firefox"], tool: "firefox" },
};

function executable({ variable, names, tool }) {
  if (process.env[variable]) return process.env[variable];
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // the next one
      }
    }
  }
  throw new Error(`no ${tool} is here: run tools/setup ${tool}, or set ${variable} to the path of one`);
}

const kind = process.env.E2E_BROWSER ?? "chrome";

/** Whether the tests run in Firefox, whose driver cannot do all that Chromium's can. */
export const inFirefox = kind === "firefox";

/** The options of a test for which Firefox, or its driver, cannot do what why says. */
export const onlyInChromium = (why) => ({ skip: inFirefox && why });

/**
 * Starts a browser with nothing in its profile; it ends with the test or file. It is
 * one that is asked for little motion: a click would miss what still scrolls.
 */
export async function launch(context) {
  const args = inFirefox ? [] : ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion"];
  if (!inFirefox && process.getuid?.() === 0) args.push("--no-sandbox"); // Chromium's sandbox does not work for root
  const browser = await puppeteer.launch({ browser: kind, executablePath: executable(browsers[kind]), headless: true, args, extraPrefsFirefox: { "ui.prefersReducedMotion": 1 } });
  atEnd(context, () => browser.close());
  return browser;
}

/**
 * Opens an address in a new tab with an empty storage. The test fails if
 * anything goes wrong in it: see watch. With options.scripts false scripts are
 * off; with options.missing true the address leads nowhere, as it should, and so do
 * those for which options.fails is true. With
 * options.late {files, come} the files whose address has files in it come once the
 * promise come is kept; if that gives false, never.
 */
export async function open(context, browser, url, { scripts = true, missing = false, fails = () => false, late } = {}) {
  const { origin } = new URL(url);
  const tabs = await browser.createBrowserContext();
  if (!inFirefox) await tabs.overridePermissions(origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]); // in Firefox a press of a button is enough
  const page = await tabs.newPage();
  const lost = new Lost(fails, missing ? [url] : []);
  const trouble = await watch(page, origin, lost);
  if (late) await keepBack(page, late, lost);
  atEnd(context, async () => {
    await setTimeout(50); // for what is under way
    await tabs.close();
    assert.deepEqual(trouble, []);
  });
  const click = page.click.bind(page);
  page.click = async (selector, options) => {
    if (scripts) await page.evaluate(stands, selector);
    await click(selector, options);
  };
  await page.setViewport({ width: 1280, height: 900 });
  if (!scripts) await page.setJavaScriptEnabled(false);
  await page.goto(url);
  return page;
}

// A click goes to where an element was when it was looked for. So first that waits,
// in the page, until the element stands still.
async function stands(selector) {
  for (let last = ""; ;) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    const now = box && [box.x, box.y, box.width, box.height].join();
    if (!now || now === last) return;
    last = now;
    await new Promise((done) => globalThis.setTimeout(done, 50));
  }
}

// Addresses that may fail.
class Lost extends Set {
  #fails;

  constructor(fails, urls) {
    super(urls);
    this.#fails = fails;
  }

  has(url) {
    return super.has(url) || url !== undefined && this.#fails(url);
  }
}

// Returns a list to which everything is added that goes wrong in a page:
// warnings and errors of the console, exceptions, failed requests, requests to
// other servers, violations of the Content Security Policy.
// What is in lost is not there, and should not be.
async function watch(page, home, lost) {
  const trouble = [];
  const note = (text) => trouble.push(page.url() + ": " + text);
  page.on("console", (message) => {
    if (!["warn", "error", "assert"].includes(message.type())) return;
    if (!lost.has(message.location().url)) note("console: " + message.text());
  });
  page.on("pageerror", (error) => note("exception: " + (error?.message ?? error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== home) note("request to another server: " + request.url());
  });
  page.on("requestfailed", (request) => {
    // A connection ends with its page; Firefox tells so of all that was under way in a page or a worker that ended.
    const left = new URL(request.url()).pathname === "/-/live" || ["NS_BINDING_ABORTED", "NS_BASE_STREAM_CLOSED"].includes(request.failure()?.errorText);
    if (!left && !lost.has(request.url())) note("request failed: " + request.url() + " " + request.failure()?.errorText);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !lost.has(response.url())) note("status " + response.status() + ": " + response.url());
  });
  await page.exposeFunction("violation", (text) => note("policy violated: " + text));
  await page.evaluateOnNewDocument(() => {
    // What the live region has said: it says the next thing soon.
    globalThis.announced = [];
    addEventListener("DOMContentLoaded", () => {
      const region = document.getElementById("announcer");
      if (region) new MutationObserver(() => announced.push(region.textContent)).observe(region, { childList: true });
    });
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      violation([violatedDirective, blockedURI, sample].join(" "));
    });
  });
  return trouble;
}

// Chromium's is not puppeteer's own interception: that holds workers back too.
async function keepBack(page, { files, come }, lost) {
  const may = async (url) => {
    const comes = await come !== false;
    if (!comes) lost.add(url);
    return comes;
  };
  if (inFirefox) {
    await page.setRequestInterception(true);
    page.on("request", async (request) => {
      const comes = !request.url().includes(files) || await may(request.url());
      await (comes ? request.continue() : request.abort("connectionrefused"));
    });
    return;
  }
  const session = await page.createCDPSession();
  session.on("Fetch.requestPaused", async ({ requestId, request: { url } }) => {
    if (await may(url)) await session.send("Fetch.continueRequest", { requestId });
    else await session.send("Fetch.failRequest", { requestId, errorReason: "ConnectionRefused" });
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" + files + "*" }] });
}
