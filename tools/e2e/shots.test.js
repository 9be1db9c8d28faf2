// Pictures for people to look at, in shots/.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, focus, ready, says } from "./page.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});
const folder = fileURLToPath(new URL("shots", import.meta.url));

// Shows a pane of the playground, where they are tabs.
const pane = (page, n) => page.$$eval('.pane-tabs [role="tab"]', (tabs, n) => tabs[n].click(), n);

for (const [name, path, act] of [
  ["front", "", () => {}],
  ["guide", "guide/merge/", (page) => page.click("#example-1 .run").then(() => says(page, "#example-1 .live", "Run"))],
  ["values", "guide/merge/", (page) => page.click("#example-1 .values").then(() => page.type("#values-token", "secret"))],
  ["playground", "playground/", (page) => says(page, "#timing", "computed")],
  ["share", "playground/", (page) => page.click("#share").then(() => says(page, "#share-said", "copied"))],
  ["sequence", "playground/", async (page) => {
    await page.click("#send");
    await says(page, "#view-sent-tab", "Sent (1)");
    await page.click("#share");
    await says(page, "#share-said", "copied");
  }],
  ["predict", "playground/", async (page) => {
    await page.click("#view-predict-tab");
    await page.click("#view-predict .button-primary");
    await says(page, ".verdict", "Not yet");
    await pane(page, 2);
  }],
  ["embed", "embed/", (page) => page.waitForSelector("#result mark")],
  ["editor", "playground/", async (page) => {
    await pane(page, 0);
    await focus(page, "#profile");
    await chord(page, "Control", "Home");
    await chord(page, "Control", "f");
    await page.keyboard.type("ad");
    await page.waitForSelector(".cm-searchMatch");
    await pane(page, 1);
    await focus(page, "#body");
    await page.keyboard.press("F8");
    await page.waitForSelector(".cm-tooltip .cm-diagnosticAction");
  }],
]) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      test(`${name}, ${scheme}, ${width} pixels`, async (t) => {
        await mkdir(folder, { recursive: true });
        const page = await open(t, browser, site + path);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.setViewport({ width, height: width === 320 ? 640 : 900 });
        await ready(page);
        await wander(page);
        await act(page);
        await page.mouse.move(0, 0);
        await top(page); // where what sticks to the window stands
        await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`), fullPage: true });
      });
    }
  }
}

const top = (page) => page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));

// Goes through the page, for an editor measures its lines once they are in the window.
async function wander(page) {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await top(page);
}
