// Links that hold both texts of the playground, and the draft that no link may touch.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { inFirefox, launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { chord, clipboard, computed, editor, enter, exists, hears, press, ready, says, seen, text, until, visit } from "./page.js";
import { fixture, serve } from "./server.js";

const file = wholeFile();
let browser, site, address;
before(async () => {
  browser = await launch(file);
  site = await serve(file, fixture);
  address = site + "playground/";
});

const shared = { profile: `{"user_metadata": {"a": "é😀\\u0000"}}`, body: "{\n  \"user_metadata\": {\"a\": null},,\n}" }; // an error is worth sharing too
const draft = { profile: `{"draft": true}`, body: `{"draft": false}` };

// The format of links, written here once more: wasm/share is not asked.
const pack = (data, version = 1) => "#" + version + "." + deflateRawSync(data, { level: 9 }).toString("base64url") + "x";
const behindLength = (text) => {
  const length = Buffer.byteLength(text);
  assert.ok(length < 128, "a length of one byte");
  return Buffer.from(String.fromCharCode(length) + text);
};
const packed = ({ profile, body, sent = [] }) => pack(Buffer.concat([
  ...sent.length > 0 ? [Buffer.from([sent.length])] : [], ...[profile, ...sent].map(behindLength), Buffer.from(body)]), sent.length > 0 ? 2 : 1);
const unpacked = (fragment) => {
  let data = inflateRawSync(Buffer.from(fragment.slice("#1.".length, -"x".length), "base64url"));
  const take = (n) => {
    const taken = data.subarray(0, n);
    data = data.subarray(n);
    return taken;
  };
  const texts = Array.from({ length: fragment.startsWith("#2.") ? 1 + take(1)[0] : 1 }, () => take(take(1)[0]).toString());
  return { profile: texts[0], body: data.toString(), ...texts.length > 1 && { sent: texts.slice(1) } };
};

const playground = async (t, fragment = "") => {
  const page = await open(t, browser, address + fragment);
  await ready(page);
  return page;
};

const texts = async (page) => ({ profile: await editor(page, "#profile"), body: await editor(page, "#body") });

const write = async (page, { profile, body }) => {
  await enter(page, "#profile", profile);
  await enter(page, "#body", body);
};

const textsAre = (page, wanted) => until(page, "the editors hold " + JSON.stringify(wanted),
  ({ profile, body }) => document.getElementById("profile").value === profile && document.getElementById("body").value === body, wanted);

const fragment = (page) => page.evaluate(() => location.hash);

test("Share puts both texts into the address", async (t) => {
  const page = await playground(t);
  assert.equal(await fragment(page), "");
  await write(page, shared);
  assert.equal(await fragment(page), "", "only Share changes the address");
  await page.click("#share");
  await says(page, "#notice-text", "Link copied");
  assert.match(await fragment(page), /^#1\.[A-Za-z0-9_-]+x$/);
  assert.deepEqual(unpacked(await fragment(page)), shared);
  assert.equal(await clipboard(page), page.url());
  await hears(page, "Link copied");
});

test("Control S shares", async (t) => {
  const page = await playground(t);
  await write(page, shared);
  await chord(page, "Control", "s");
  await says(page, "#notice-text", "Link copied");
  assert.deepEqual(unpacked(await fragment(page)), shared);
});

test("the dialog gives the link, Markdown, an embedded page and a command", async (t) => {
  const page = await playground(t);
  const texts = { profile: "{}", body: '{"a": "it\'s ``` \\u001b"}\n' };
  await write(page, texts);
  await press(page, "#share");
  await says(page, "#share-said", "Link copied.");
  await hears(page, "Link copied");
  const link = page.url();
  assert.equal(await editor(page, "#share-text"), link);
  assert.match(await seen(page, ".share-notes"), new RegExp(`^The link has ${link.length} characters\\. It holds both texts`));
  const copied = async (name) => {
    await until(page, "the button can be pressed", () => document.querySelector(".share-dialog button:disabled") === null);
    await (await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`)).press("Enter");
    await hears(page, "copied");
    assert.equal(await editor(page, "#share-text"), await clipboard(page));
    return clipboard(page);
  };
  assert.equal(await copied("Copy as Markdown"),
    "Profile:\n\n```json\n{}\n```\n\nPATCH body:\n\n````json\n" + texts.body + "````\n\n[What comes of them](" + link + ")\n");
  const frame = await copied("Copy embed code");
  assert.equal(frame.match(/src="([^"]*)"/)[1], link.replace("/playground/", "/embed/"));
  assert.match(await copied("Copy curl command"), /^curl .*--data-raw '\{"a": "it'\\''s ``` \\u001b"\}\n'\n$/s);
  assert.equal(await copied("Copy link"), link);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "share", "the focus is where it was");
});

for (const [characters, words] of [[700, null], [1500, "1,000 characters"], [2500, "2,000 characters"]]) {
  test(`a link of about ${characters} characters ${words ? "is warned of" : "is not warned of"}`, async (t) => {
    const page = await playground(t);
    const noise = createHash("shake256", { outputLength: Math.round((characters - 150) * 3 / 4) }).update("noise").digest("hex");
    await enter(page, "#body", noise);
    await page.click("#share");
    await says(page, "#share-said", "Link copied.");
    const length = Number((await text(page, ".share-notes")).match(/has ([\d,]+) char/)[1].replace(",", ""));
    assert.equal(length, page.url().length);
    assert.ok(Math.abs(length - characters) < 350, String(length));
    assert.equal(await exists(page, ".share-notes strong"), words !== null);
    if (words) await says(page, ".share-notes strong", words);
  });
}

// What mail programs make of a link.
for (const [name, mangle] of Object.entries({
  "with a dot behind it": (link) => link + ".",
  "in angle brackets": (link) => link + ">",
  "in brackets": (link) => link + ").",
  "over two lines": (link) => link.slice(0, -6) + "\n  " + link.slice(-6),
  "over two lines of quoted-printable": (link) => link.slice(0, -6) + "=\r\n" + link.slice(-6),
  "with blanks escaped": (link) => link.slice(0, -6) + "%20%0A" + link.slice(-6) + "%20",
  "with # escaped": (link) => link.replace("#", "%23"),
  "with # escaped twice": (link) => link.replace("#", "%2523"),
  "with # escaped and a dot behind it": (link) => link.replace("#", "%23") + ".",
})) {
  test("a link " + name + " opens", async (t) => {
    const link = address + packed(shared);
    const inPath = mangle(link).includes("%23") || mangle(link).includes("%2523");
    const page = await open(t, browser, mangle(link), { missing: inPath });
    await until(page, "it is the playground", () => document.getElementById("share")?.hidden === false);
    await textsAre(page, shared);
  });
}

test("a link restores both texts in a new tab", async (t) => {
  await textsAre(await playground(t, packed(shared)), shared);
});

test("a link that is followed later does so too, and the draft is one press away", async (t) => {
  const page = await playground(t);
  await write(page, draft);
  await page.evaluate((hash) => { location.hash = hash; }, packed(shared));
  await textsAre(page, shared);
  await says(page, "#notice-text", "Your draft is kept");
  await page.click("#notice-action");
  await textsAre(page, draft);
});

test("the draft survives a reload", async (t) => {
  const page = await playground(t);
  await write(page, draft);
  await page.reload();
  await ready(page);
  await textsAre(page, draft);
});

// Has the second half of the playground's beginning wait until goOn is called in the page.
async function holdsSecondHalf(page) {
  await page.evaluateOnNewDocument(() => {
    const later = setTimeout;
    globalThis.setTimeout = (act, ms, ...rest) => {
      if (ms !== undefined || globalThis.goOn) return later(act, ms, ...rest);
      globalThis.goOn = act;
    };
  });
}

test("the draft is there with the first half of the page, and what is typed then stays", async (t) => {
  const page = await playground(t);
  await write(page, draft);
  await holdsSecondHalf(page);
  await page.reload();
  await textsAre(page, draft);
  await page.focus("#body");
  await page.keyboard.press("x");
  await page.evaluate(() => goOn());
  await computed(page);
  const { body } = await texts(page);
  assert.equal(body.replace("x", ""), draft.body);
  assert.equal(body.length, draft.body.length + 1);
  await says(page, "#body-problems", "line 1");
});

test("what is typed before a link's texts come is kept", async (t) => {
  const page = await open(t, browser, site);
  await holdsSecondHalf(page);
  await page.goto(address + packed(shared));
  await until(page, "the first half is over", () => globalThis.goOn !== undefined);
  await page.focus("#body");
  await page.keyboard.press("x");
  await page.evaluate(() => goOn());
  await textsAre(page, shared);
  await says(page, "#notice-text", "Your draft is kept");
  await ready(page);
  await page.click("#notice-action");
  await until(page, "the draft is back", () => document.getElementById("body").value.includes("x"));
});

test("a draft that began as a shared text survives a reload", async (t) => {
  const page = await playground(t, packed(shared));
  await textsAre(page, shared);
  await write(page, draft);
  await page.reload();
  await ready(page);
  await says(page, "#notice-text", "This is what you had here last");
  await textsAre(page, draft);
});

test("Open in playground opens that example", async (t) => {
  const page = await open(t, browser, site + "guide/colours/");
  await ready(page);
  const wanted = await page.$eval("#example-2", ({ dataset }) => ({ profile: dataset.runProfile, body: dataset.runBody }));
  await Promise.all([page.waitForNavigation(), page.click("#example-2 .to-playground")]);
  await ready(page);
  await textsAre(page, wanted);
  await says(page, "#report .lost", "/user_metadata/addresses/work");
});

// Links that hold what was sent.

const sequence = {
  profile: `{"user_metadata":{"secret":"é"}}`,
  sent: [`{"user_metadata":{"secret":null,"n":1}}`, `{\n  "user_metadata": {"n": 2}\n}\n`],
  body: `{"user_metadata":{"m":3}}`,
};
const after = `{"user_metadata":{"n":2}}`; // what the two make of the profile

const sendAll = async (page, { profile, sent, body }) => {
  await enter(page, "#profile", profile);
  for (const [i, text] of sent.entries()) {
    await enter(page, "#body", text);
    await page.click("#send");
    await says(page, "#view-sent-tab", "Sent (" + (i + 1) + ")");
  }
  await enter(page, "#body", body);
};

const shares = async (page) => {
  await page.click("#share");
  await until(page, "the dialog is open", () => document.querySelector(".share-dialog[open]") !== null);
};

const isShared = async (page) => {
  await textsAre(page, { profile: after, body: sequence.body });
  await says(page, "#view-sent-tab", "Sent (2)");
};

test("a link holds what was sent, and opens as a list that can be undone and sent again", async (t) => {
  const page = await playground(t);
  await sendAll(page, sequence);
  await shares(page);
  assert.deepEqual(unpacked(await fragment(page)), sequence);
  assert.match(await seen(page, "#notice-text"), /It holds the first profile, 2 sent bodies and the body in the editor/);
  assert.match(await seen(page, ".share-notes"), /the profile as it was before, the 2 bodies that were sent since, and the body in the editor, all of them, with what was deleted on the way: whoever has it/);
  await page.keyboard.press("Escape");
  await page.reload();
  await ready(page);
  await says(page, "#view-sent-tab", "Sent (2)");
  assert.equal(await text(page, "#notice-text"), "", "there is nothing to say: it is all here");

  const other = await playground(t, await fragment(page));
  await computed(other);
  await isShared(other);
  await other.click("#view-sent-tab");
  assert.deepEqual(await other.$$eval(".sent summary", (list) => list.map((one) => one.textContent)), ["Body 1: 1 added, 1 deleted", "Body 2: 1 replaced"]);
  await other.reload();
  await computed(other);
  await isShared(other);
  await other.click("#view-sent-tab");
  await press(other, ".sent > li:nth-child(1) > button");
  await textsAre(other, { profile: sequence.profile, body: sequence.sent[0] });
  await press(other, ".sent > li:nth-child(2) > button");
  await textsAre(other, { profile: after, body: sequence.sent[1] });
  await shares(other);
  assert.deepEqual(unpacked(await fragment(other)), { ...sequence, body: sequence.sent[1] });
});

test("the dialog leaves out what was sent, if asked", async (t) => {
  const page = await playground(t);
  await sendAll(page, sequence);
  await shares(page);
  const all = await fragment(page);
  await (await page.waitForSelector('::-p-aria([name="With the 2 sent bodies"][role="checkbox"])')).press(" ");
  await hears(page, "The link has changed: copy it again.");
  assert.deepEqual(unpacked(await fragment(page)), { profile: after, body: sequence.body });
  assert.equal(await editor(page, "#share-text"), page.url());
  assert.match(await seen(page, ".share-notes"), new RegExp(`^The link has ${page.url().length} characters\\. It holds both texts, all of them: whoever`));
  await press(page, "#share-sent", " ");
  assert.equal(await fragment(page), all);
  await (await page.waitForSelector('::-p-aria([name="Copy as Markdown"][role="button"])')).press("Enter");
  await hears(page, "Markdown copied.");
  assert.match(await clipboard(page), /^Profile:\n\n```json\n.*secret":"é".*\n```\n\nPATCH body 1, sent:\n\n```json\n.*null.*\n```\n\nPATCH body 2, sent:\n[^]*\nPATCH body:\n\n```json\n.*"m":3/);
});

test("what is undone, or does not lead to the profile, is not in the link", async (t) => {
  const page = await playground(t);
  await sendAll(page, sequence);
  await page.click("#view-sent-tab");
  await press(page, ".sent > li:nth-child(2) > button"); // Undo
  await shares(page);
  assert.deepEqual(unpacked(await fragment(page)), { ...sequence, sent: sequence.sent.slice(0, 1), body: sequence.sent[1] });
  await page.keyboard.press("Escape");

  await enter(page, "#profile", draft.profile);
  await page.click("#send");
  await says(page, "#view-sent .sent", "Body 2: 1 created");
  await shares(page);
  assert.deepEqual(unpacked(await fragment(page)), { profile: draft.profile, sent: sequence.sent.slice(1), body: sequence.sent[1] });
  assert.match(await seen(page, ".share-notes"), /changed by hand after 1 body was sent: the link does not hold these/);
  await page.keyboard.press("Escape");

  await write(page, draft);
  await shares(page);
  assert.deepEqual(unpacked(await fragment(page)), draft);
  assert.match(await seen(page, ".share-notes"), /changed by hand after 2 bodies were sent/);
  assert.equal(await exists(page, "#share-sent"), false);
});

test("a link with sent bodies leaves the visitor's own list and draft one press away, across reloads", async (t) => {
  const page = await playground(t);
  await sendAll(page, { ...draft, sent: [`{"nickname":"mine"}`] });
  const mine = await texts(page);
  assert.match(mine.profile, /"nickname": "mine"/);
  await page.evaluate((hash) => { location.hash = hash; }, packed(sequence));
  await isShared(page);
  await says(page, "#notice-text", "Your draft is kept");
  await page.reload();
  await computed(page);
  await isShared(page);
  await page.click("#notice-action");
  await textsAre(page, mine);
  await says(page, "#view-sent-tab", "Sent (1)");
  await page.reload();
  await ready(page);
  await textsAre(page, mine);
  await says(page, "#view-sent-tab", "Sent (1)");
  await says(page, "#notice-action", "Back to the shared text");
  await page.click("#notice-action");
  await isShared(page);
});

// Links that nobody should be able to hurt a reader with.

const good = packed(shared);

/** Changes the fragment; returns the milliseconds that it takes the page to say something. */
const follow = (page, fragment, wanted) => page.evaluate(async (fragment, wanted) => {
  const notice = document.getElementById("notice-text");
  notice.textContent = "";
  location.hash = fragment;
  const start = performance.now();
  const said = () => notice.textContent.includes(wanted) || performance.now() - start > 5000;
  while (!said()) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - start;
}, fragment, wanted);

for (const [name, bad] of Object.entries({
  "a link that is cut": good.slice(0, -5),
  "a link of a later version": "#3" + good.slice(2),
  "a link with a letter that cannot be": good.slice(0, 10) + "*" + good.slice(11),
  "a link of another program": "#token=abc",
  "a link that unpacks to nothing": pack(""),
  "a link that cannot be unpacked": "#1.AAAAAAAAx",
  "a link with bytes that are no text": pack(Buffer.from([1, 0xff, 0xfe])),
  "a link that unpacks to 50 MB": pack(Buffer.alloc(50_000_000)),
  "a link with a sent body that is refused": packed({ ...sequence, sent: [sequence.sent[0], `{"user_metadata":1}`] }),
  "a link with a sent body that is no JSON": packed({ ...sequence, sent: ["\u001e{}", "{}"] }),
  "a link with sent bodies for what is no profile": packed({ ...sequence, profile: "[]" }),
  "a link with sent bodies that end too early": pack(Buffer.from("\u0003\u0002{}\u0002{}{}"), 2),
  "a link with more sent bodies than can be": pack(Buffer.from("\u0033" + "\u0002{}".repeat(52)), 2),
  "a link with no sent bodies that says it has some": pack(Buffer.from("\u0000\u0002{}{}"), 2),
  "a link as long as the browser takes": "#1." + "A".repeat(inFirefox ? 1_000_000 : 2_000_000) + "x",
})) {
  test(name + " shows a message and leaves the draft", async (t) => {
    const page = await playground(t);
    await write(page, draft);
    await page.click("#send");
    await says(page, "#view-sent-tab", "Sent (1)");
    await write(page, draft);
    await says(page, "#report", "200 OK");
    const usual = await follow(page, "#" + "x".repeat(bad.length), "Your text is untouched.");
    const took = await follow(page, bad, "Your text is untouched.");
    assert.ok(took < 200 + 20 * usual, `it took ${took} ms, and ${usual} ms for one as long that is not ours`);
    assert.deepEqual(await texts(page), draft);
    await says(page, "#report", "200 OK");
    await enter(page, "#body", `{"after": 1}`);
    await says(page, "#result code", `"after": 1`); // the engine lives

    await page.reload(); // and now the link comes first
    await ready(page);
    await textsAre(page, { ...draft, body: `{"after": 1}` });
    assert.equal(await text(page, "#view-sent-tab"), "Sent (1)");
  });

  if (bad.length > 1_000_000) continue; // too long to open a tab with
  test(name + " opens the playground all the same", async (t) => {
    const page = await playground(t, bad);
    await says(page, "#notice-text", "Your text is untouched.");
    await hears(page, await text(page, "#notice-text"));
    assert.notEqual(await editor(page, "#profile"), "");
    await visit(page, address);
  });
}
