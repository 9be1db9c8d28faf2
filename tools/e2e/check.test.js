// mergebook check: a page cannot claim what the engine does not do.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { content, fixture, mergebook, temporary } from "./server.js";

test("the project's own pages are right", async () => {
  const { status, stderr } = await mergebook("check", "--content", content);
  assert.equal(status, 0, stderr);
});

test("a wrong claim fails with its line and both values", async (t) => {
  const folder = join(await temporary(t, fixture), "content");
  const file = join(folder, "guide/colours.md");
  const page = await readFile(file, "utf8");
  const claim = page.indexOf("The profile is now:");
  const at = page.indexOf("12 Analytical Row", claim);
  await writeFile(file, page.slice(0, at) + page.slice(at).replace("12 Analytical Row", "13 Analytical Row"));

  const { status, stdout, stderr } = await mergebook("check", "--content", folder);
  assert.equal(status, 1);
  const line = page.slice(0, at).split("\n").length;
  assert.ok(stderr.includes(`${file}:${line}:`), `${file}:${line} is not in:\n${stderr}`);
  assert.match(stderr, /12 Analytical Row/);
  assert.match(stderr, /13 Analytical Row/);
  assert.match(stdout, /1 error/);
});
