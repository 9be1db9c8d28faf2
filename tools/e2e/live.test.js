// mergebook serve: an edit is on the screen at once.

import assert from "node:assert/strict";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { ready, says } from "./page.js";
import { fixture, serve, temporary } from "./server.js";

const file = wholeFile();
let browser;
before(async () => {
  browser = await launch(file);
});

test("an edit shows up in the open page within two seconds", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  await ready(page);
  for (const sentence of ["This was added.", "And this was added after a reload."]) {
    await appendFile(join(folder, "guide/colours.md"), "\n" + sentence + "\n");
    const start = Date.now();
    await says(page, "main", sentence);
    assert.ok(Date.now() - start < 2000, "it took " + (Date.now() - start) + " ms");
  }
});

test("a wrong claim shows up over the page, and goes when it is put right", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const file = join(folder, "guide/colours.md");
  const page = await open(t, browser, await serve(t, folder) + "guide/colours/");
  await ready(page);
  const right = await readFile(file, "utf8");
  await writeFile(file, right.replace("The profile is now:", "The profile is now wrong:").replaceAll("3 Engine Yard\"\n    }\n  }\n}\n```\n\n## Lose", "4 Engine Yard\"\n    }\n  }\n}\n```\n\n## Lose"));
  await says(page, ".findings", "4 Engine Yard");
  await writeFile(file, right);
  await says(page, "main", "The profile is now:");
  await ready(page);
  assert.equal(await page.$(".findings"), null);
});
