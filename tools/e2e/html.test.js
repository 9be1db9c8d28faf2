// The pages of the project's own site are valid HTML.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { wholeFile } from "./ends.js";
import { content, mergebook, temporary } from "./server.js";

const validate = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "no-trailing-whitespace": "off", // code and poems may have it
    "long-title": "off", // a matter of search engines
    "no-inline-style": "error",
    "heading-level": "error",
    "doctype-style": "off", // both ways are valid
  },
});

const file = wholeFile();
let out, names;
before(async () => {
  out = join(await temporary(file), "out");
  const built = await mergebook("build", "--content", content, "--out", out);
  assert.equal(built.status, 0, built.stderr);
  names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith(".html"));
  assert.ok(names.length > 15);
});

test("all pages are valid", async () => {
  for (const name of names) {
    const report = await validate.validateString(await readFile(join(out, name), "utf8"));
    const found = report.results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message, selector }) => `${name}:${line}:${column}: ${ruleId}: ${message} ${selector}`));
    assert.deepEqual(found, []);
  }
});

test("no page weighs more than 60 kB, compressed, before somebody runs something", async () => {
  for (const name of names) {
    const page = await readFile(join(out, name), "utf8");
    let bytes = gzipSync(page).length;
    for (const [, asset] of page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+)"/g)) bytes += gzipSync(await readFile(join(out, asset))).length;
    assert.ok(bytes <= 60_000, `${name} weighs ${bytes} bytes`);
  }
});
