// Accessibility: axe finds nothing, in light and in dark.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, enter, focus, press, ready, says } from "./page.js";
import { content, fixture, serve } from "./server.js";

const file = wholeFile();
let browser, sites, source;
before(async () => {
  browser = await launch(file);
  sites = { content: await serve(file, content), fixture: await serve(file, fixture) };
  source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});

// What of axe's findings a developer needs.
async function violations(page) {
  await page.evaluate(source); // the protocol's own evaluation is not held by the page's policy
  const found = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  return found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => target.join(" ") + ": " + failureSummary) }));
}

const states = {
  "the front page": { path: "" },
  "a page of the guide": { path: "guide/merge/" },
  "the rules": { path: "reference/rules/" },
  "examples, run": {
    of: "fixture", path: "guide/colours/",
    act: async (page) => {
      for (const id of ["#example-1", "#example-2", "#example-3"]) {
        await page.click(id + " .run");
        await says(page, id + " .live", "Run");
      }
    },
  },
  "tasks with what is wrong, and what happens": {
    path: "guide/exercises/",
    act: async (page) => {
      await press(page, "#example-1 .check-answer");
      await says(page, "#example-1 .verdict", "Not yet");
      await enter(page, "#example-6-profile", "{}");
      await press(page, "#example-6 .run");
      await says(page, "#example-6 .live", "Run");
      await says(page, "#example-6 .verdict", "missing");
    },
  },
  "the dialog for the reader's values, with a wrong one": {
    path: "guide/merge/",
    act: async (page) => {
      await page.click("#example-1 .values");
      await page.type("#values-domain", "a b");
      await page.keyboard.press("Enter");
      await says(page, "#values-domain-hint", "Not a host");
    },
  },
  "the menu of a small screen": {
    path: "guide/merge/", width: 320,
    act: (page) => page.click(".menu-button"),
  },
  "the playground": { path: "playground/", act: (page) => says(page, "#timing", "computed") },
  "the playground with errors and a notice": {
    path: "playground/#1.cut",
    act: async (page) => {
      await says(page, "#notice-text", "untouched");
      await enter(page, "#profile", "{,}");
      await enter(page, "#body", `{"a": 'b'}`);
      await says(page, "#profile-problems", "line 1");
      await says(page, "#body-problems", "line 1");
    },
  },
  "the view of a goal that no body leads to": {
    path: "playground/",
    act: async (page) => {
      await page.click("#view-goal-tab");
      await enter(page, "#goal", `{"user_metadata":{"a":null},"b":,}`);
      await says(page, "#goal-problems", "line 1");
      await enter(page, "#goal", `{"user_metadata":{"a":null}}`);
      await says(page, ".route h3", "No body");
    },
  },
  "the view of two bodies": {
    path: "playground/", width: 320,
    act: async (page) => {
      await page.click("#view-goal-tab");
      await page.click(".pane-tabs [role=tab]"); // the profile
      await enter(page, "#profile", `{"email":"e"}`);
      await enter(page, "#goal", `{"email":"e","user_metadata":{}}`);
      await says(page, ".route h3", "Two bodies");
    },
  },
  "the view of RFC 7396": {
    path: "playground/",
    act: async (page) => {
      await page.click("#view-compare-tab");
      await says(page, "#view-compare h3", "1 difference");
    },
  },
  "the view of the request as code": {
    path: "playground/",
    act: async (page) => {
      await page.click("#view-code-tab");
      await page.waitForSelector("#code-curl code span");
    },
  },
  "the view of what was sent": {
    path: "playground/",
    act: async (page) => {
      await press(page, "#send");
      await says(page, "#view-sent-tab", "Sent (1)");
      await press(page, "#send");
      await says(page, "#view-sent-tab", "Sent (2)");
      await page.click("#view-sent-tab");
      await page.click(".sent > li:nth-child(2) > button");
      await page.click(".sent summary");
      await says(page, ".sent", "(undone)");
    },
  },
  "the view in which one predicts, covered, with a verdict": {
    path: "playground/",
    act: async (page) => {
      await page.click("#view-predict-tab");
      await page.click("#view-predict .button-primary");
      await says(page, ".verdict", "Not yet");
    },
  },
  "the same, covered, on a small screen": {
    path: "playground/", width: 320,
    act: async (page) => {
      await page.click("#view-predict-tab");
      await page.$$eval('.pane-tabs [role="tab"]', (tabs) => tabs[2].click());
      await page.waitForSelector(".cover");
    },
  },
  "the same, revealed": {
    path: "playground/",
    act: async (page) => {
      await page.click("#view-predict-tab");
      await page.click(".cover button");
      await says(page, "#view-predict", "200 OK");
    },
  },
  "the view of a goal that one body leads to, on a small screen": {
    path: "playground/", width: 320,
    act: async (page) => {
      await page.click("#view-goal-tab");
      await says(page, ".route h3", "One body");
    },
  },
  "the views with errors in the texts": {
    path: "playground/",
    act: async (page) => {
      for (const view of ["goal", "compare", "code", "sent"]) await page.click(`#view-${view}-tab`);
      await says(page, "#view-sent", "Nothing was sent yet");
      await enter(page, "#body", "{,}");
      await says(page, "#body-problems", "line 1");
      for (const view of ["goal", "compare", "code"]) {
        await page.click(`#view-${view}-tab`);
        await page.waitForSelector(`#view-${view}:not([hidden])`);
        assert.deepEqual(await violations(page), [], view);
      }
    },
  },
  "a step that has the focus, with its marks": {
    path: "playground/",
    act: async (page) => {
      await page.waitForSelector("#report .lost .go");
      await page.focus("#report .lost .go");
      await page.waitForSelector(".marked-here");
    },
  },
  "a text that is too long to edit, and for code": {
    path: "playground/",
    act: async (page) => {
      await page.$eval("#body", (body) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", JSON.stringify({ user_metadata: { long: "x".repeat(400_000) } }));
        body.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
      });
      await says(page, "#body-long", "characters");
      await says(page, "#report", "400 Bad Request"); // it stands in the middle of the other text; until then the tabs move
      await page.click("#view-code-tab");
      await says(page, "#view-code", "too long");
    },
  },
  "the menu of examples, where nothing is found": {
    path: "playground/",
    act: async (page) => {
      await page.click("#examples");
      await says(page, ".examples-dialog", "Keep");
      await page.keyboard.type("zzzz");
      await page.waitForFunction(() => !document.querySelector(".examples-dialog > ul > li:not([hidden])"));
    },
  },
  "the dialog of Share, with a link that is long": {
    path: "playground/",
    act: async (page) => {
      await enter(page, "#body", JSON.stringify(Array.from({ length: 500 }, (_, i) => (i * 7919 % 65536).toString(36) + i * 104729 % 999983)));
      await press(page, "#share");
      await says(page, ".share-notes strong", "characters");
    },
  },
  "the dialog of the reader's values, in the playground": {
    path: "playground/", width: 320,
    act: async (page) => {
      await page.click("#view-code-tab");
      await page.waitForSelector("#code-curl code span");
      await page.click("#view-code .values");
      await page.waitForSelector("dialog[open]");
    },
  },
  "the menu of examples": {
    path: "playground/",
    act: async (page) => {
      await page.click("#examples");
      await says(page, ".examples-dialog", "Keep");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".examples-dialog li li");
    },
  },
  "the dialog of Share": {
    path: "playground/",
    act: async (page) => {
      await press(page, "#share");
      await says(page, "#share-said", "copied");
    },
  },
  "the dialog of Share, with sent bodies": {
    path: "playground/",
    act: async (page) => {
      await press(page, "#send");
      await says(page, "#view-sent-tab", "Sent (1)");
      await press(page, "#share");
      await says(page, "#share-said", "copied");
      await page.waitForSelector("#share-sent:checked");
    },
  },
  "the list of keys, on a small screen": {
    path: "playground/", width: 320,
    act: (page) => press(page, "#keys"),
  },
  "the panes as tabs, with an error": {
    path: "playground/", width: 320,
    act: async (page) => {
      await enter(page, "#body", "{,}");
      await says(page, ".pane-tabs", "error");
    },
  },
  "the page for frames": { path: "embed/", act: (page) => says(page, "#report", "200 OK") },
  "the playground's editors, with what they open": {
    path: "playground/",
    act: async (page) => {
      await focus(page, "#profile");
      await chord(page, "Control", "Home");
      await chord(page, "Control", "f");
      await page.keyboard.type("ada");
      await page.waitForSelector(".cm-searchMatch");
      await focus(page, "#body");
      await page.keyboard.press("F8");
      await page.waitForSelector(".cm-tooltip .cm-diagnosticAction");
    },
  },
  "the playground with folded and strange text": {
    path: "playground/",
    act: async (page) => {
      await enter(page, "#body", "\u200b{\u0001}");
      await says(page, "#body-problems", "line 1");
      await focus(page, "#profile");
      await chord(page, "Control", "Home");
      await chord(page, "Control", "Shift", "{");
      await page.waitForSelector(".cm-foldPlaceholder");
    },
  },
  "the page that is not there": { path: "nothing/here", missing: true },
};

for (const [name, { of = "content", path, act, missing, width = 1280 }] of Object.entries(states)) {
  for (const scheme of ["light", "dark"]) {
    test(`${name}, ${scheme}`, async (t) => {
      const page = await open(t, browser, sites[of] + path, { missing });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.setViewport({ width, height: 900 });
      await ready(page);
      await act?.(page);
      assert.deepEqual(await violations(page), []);
    });
  }
}
