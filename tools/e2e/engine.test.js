// An engine that breaks, or takes too long: the texts stay, and the page goes on.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { editor, enter, press, ready, says, text, until } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, address;
before(async () => {
  browser = await launch(file);
  address = await serve(file, fixture) + "playground/";
});

// Opens the playground with a worker whose messages pass through a function, and
// without the engine on the page's own thread.
async function playground(t, change) {
  const page = await open(t, browser, address);
  await page.evaluateOnNewDocument((change) => {
    globalThis.workers = 0;
    globalThis.change = eval(change);
    WebAssembly.instantiateStreaming = () => Promise.reject(new Error("not on this thread"));
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(...args) {
        super(...args);
        workers++;
      }
      postMessage(message) {
        const changed = globalThis.change(message);
        if (changed) super.postMessage(changed);
      }
    };
  }, `(${change})`);
  await page.goto(address);
  await ready(page);
  await says(page, "#report", "200 OK");
  return page;
}

// What a keystroke gives is there before the next frame, or the worker gives it.
for (const [name, broken] of [["is asked while somebody types", false], ["that breaks leaves it to the worker", true]]) {
  test("the engine on the page's own thread " + name, async (t) => {
    const page = await open(t, browser, address);
    await page.evaluateOnNewDocument((broken) => {
      const { instantiateStreaming } = WebAssembly;
      WebAssembly.instantiateStreaming = async (...args) => {
        const { instance } = await instantiateStreaming(...args);
        const merge = (...lengths) => {
          globalThis.asked = (globalThis.asked ?? 0) + 1;
          if (broken) throw new WebAssembly.RuntimeError("unreachable");
          return instance.exports.merge(...lengths);
        };
        const exports = { ...instance.exports, merge };
        return { instance: new Proxy(instance, { get: (_, name) => name === "exports" ? exports : instance[name] }) };
      };
      globalThis.sent = [];
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message) {
        sent.push(message);
        postMessage.call(this, message);
      };
    }, broken);
    await page.goto(address);
    await ready(page);
    for (let n = 0; await page.evaluate(() => !globalThis.asked); n++) await enter(page, "#body", `{"n":${n}}`);
    const before = await page.evaluate(() => sent.filter(({ op }) => op === "apply").length);
    for (const name of ["Ada", "Bob"]) {
      await enter(page, "#body", `{"nickname":"${name}"}`);
      await says(page, "#result code", `"${name}"`);
    }
    const [asked, byWorker] = await page.evaluate((before) => [asked, sent.filter(({ op }) => op === "apply").length - before], before);
    assert.ok(broken ? asked === 1 && byWorker > 0 : asked > 1 && byWorker === 0, `asked ${asked} times, the worker ${byWorker} times`);
  });
}

test("an engine that breaks once is replaced, and nobody notices", async (t) => {
  const page = await playground(t, (message) => {
    if (message.op !== "apply" || !message.args[1].includes("trap") || globalThis.broken) return message;
    globalThis.broken = true;
    return { ...message, op: "no such export" };
  });
  await enter(page, "#body", `{"nickname":"trap"}`);
  await says(page, "#result code", `"trap"`);
  assert.equal(await page.evaluate(() => workers), 2);
});

test("an engine that breaks at a text says so, keeps the text, and goes on with the next", async (t) => {
  const page = await playground(t, (message) => message.op === "apply" && message.args[1].includes("trap") ? { ...message, op: "no such export" } : message);
  await enter(page, "#body", `{"nickname":"trap"}`);
  await says(page, "#notice-text", "The engine could not do it");
  await says(page, "#notice-text", "Your text is untouched");
  assert.equal(await editor(page, "#body"), `{"nickname":"trap"}`);
  await enter(page, "#body", `{"nickname":"Ada"}`);
  await says(page, "#result code", `"Ada"`);
  await page.reload();
  await ready(page);
  assert.equal(await editor(page, "#body"), `{"nickname":"Ada"}`);
});

test("where code cannot be written the view says so, and shows none of another body", async (t) => {
  const page = await playground(t, (message) => message.op === "snippets" && message.args[0].includes("trap") ? { ...message, op: "no such export" } : message);
  await page.click("#view-code-tab");
  await says(page, "#view-code", "The request that sends this body");
  await enter(page, "#body", `{"nickname":"trap"}`);
  await says(page, "#view-code", "could not do it");
  assert.equal(await page.$eval("#view-code .snippets", (snippets) => snippets.checkVisibility()), false);
  await enter(page, "#body", `{"nickname":"Ada"}`);
  await says(page, "#code-curl code", `"Ada"`);
  assert.equal(await page.$eval("#view-code .snippets", (snippets) => snippets.checkVisibility()), true);
});

test("a long computation is told, and can be cancelled", async (t) => {
  const page = await playground(t, (message) => message.op === "apply" && message.args[0].length > 1e6 ? null : message); // never done
  await enter(page, "#body", `{"nickname":"Ada"}`);
  await says(page, "#result code", `"Ada"`);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", JSON.stringify({ long: "x".repeat(2_500_000) }));
    const profile = document.getElementById("profile");
    profile.select();
    profile.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData: data }));
  });
  await says(page, "#notice-text", "2.5 million characters");
  await says(page, "#notice-action", "Cancel");
  await press(page, "#notice-action");
  await says(page, "#notice-text", "Cancelled. Your texts are untouched");
  assert.match(await text(page, "#profile-long"), /2.5 million characters/, "the long text is still there");
  assert.equal(await editor(page, "#body"), `{"nickname":"Ada"}`);
  await press(page, "#profile-long button"); // Clear
  await enter(page, "#profile", `{"a":1}`);
  await says(page, "#result code", `"a":1`);
  await until(page, "a new engine", () => workers === 2);
});
