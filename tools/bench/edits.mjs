// Measures in Chromium how long it takes from a saved edit of a page until the open
// page shows it, painted, with mergebook serve and with hugo server. The arguments
// are the folder of both sites, whose pages are in content, and the path of the page.
// It prints {"ours": [ms], "hugo": [ms]}.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { launch } from "../e2e/browser.js";
import { until } from "../e2e/page.js";
import { serve } from "../e2e/server.js";

const [dir, path] = process.argv.slice(2);
const rounds = 12;

const ends = [];
const bench = { after: (end) => ends.push(end) }; // what a test is to the helpers

async function serveHugo() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  const hugo = spawn("bin/peers/hugo", ["server", "--source", dir, "--bind", "127.0.0.1", "--port", String(port), "--renderToMemory", "--noBuildLock"]);
  const closed = once(hugo, "close");
  bench.after(async () => {
    hugo.kill("SIGINT");
    await closed;
  });
  await new Promise((ready) => hugo.stdout.on("data", (text) => {
    if (String(text).includes("Press Ctrl+C")) ready();
  }));
  return `http://127.0.0.1:${port}/`;
}

// Has the page note when each edit is painted: the first task after the callbacks
// of the frame that has it.
function watch() {
  globalThis.painted = {};
  const look = () => {
    for (const word of document.querySelector("main")?.textContent.match(/Edit\d+x/g) ?? []) {
      if (word in painted) continue;
      painted[word] = null;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { painted[word] = Date.now(); };
        port2.postMessage(0);
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

async function edits(browser, site) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watch);
  await page.goto(site + path + "/");
  await setTimeout(2000);
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const word = `Edit${Date.now()}x`;
    const start = Date.now();
    await appendFile(join(dir, "content", path + ".md"), `\n${word}.\n`);
    times.push(await until(page, "the edit is painted", (word) => painted[word], word) - start);
    await setTimeout(700 + 10 * i); // a slow writer, at no fixed time
  }
  await page.close();
  return times;
}

const browser = await launch(bench);
const result = { ours: await edits(browser, await serve(bench, join(dir, "content"))), hugo: await edits(browser, await serveHugo()) };
for (const end of ends.reverse()) await end();
console.log(JSON.stringify(result));
