// Lighthouse finds nothing to better: of what does not depend on how busy the
// machine is, which is all but the category performance.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import lighthouse from "lighthouse";
import { launch } from "./browser.js";
import { wholeFile } from "./ends.js";
import { content, serve } from "./server.js";

const file = wholeFile();
let browser, site;
before(async () => {
  browser = await launch(file);
  site = await serve(file, content);
});

for (const path of ["", "guide/merge/", "playground/"]) {
  test("/" + path, async () => {
    const { lhr } = await lighthouse(site + path, {
      port: Number(new URL(browser.wsEndpoint()).port), logLevel: "silent", onlyCategories: ["accessibility", "best-practices", "seo"],
    });
    const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => id + ": " + lhr.audits[id].title + " " + JSON.stringify(lhr.audits[id].details?.items?.slice(0, 3)));
    assert.deepEqual(lost, []);
  });
}
