// The pages of the project's own site are valid HTML.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { content, mergebook, temporary } from "./server.js";

const validate = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "no-trailing-whitespace": "off", // code and poems may have it
    "long-title": "off", // a matter of search engines
    "no-inline-style": "error",
    "doctype-style": "off", // both ways are valid
  },
});

test("all pages are valid", async (t) => {
  const out = join(await temporary(t), "out");
  const built = await mergebook("build", "--content", content, "--out", out);
  assert.equal(built.status, 0, built.stderr);
  const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith(".html"));
  assert.ok(names.length > 15);
  for (const name of names) {
    const report = await validate.validateString(await readFile(join(out, name), "utf8"));
    const found = report.results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message, selector }) => `${name}:${line}:${column}: ${ruleId}: ${message} ${selector}`));
    assert.deepEqual(found, []);
  }
});
