// The command that Share gives, in real shells: whatever a stranger's link holds,
// curl gets it as it is, and nothing else happens.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { before, test } from "node:test";
import { launch, open } from "./browser.js";
import { wholeFile } from "./ends.js";
import { clipboard, editor, ready, says, until } from "./page.js";
import { fixture, serve, temporary } from "./server.js";

const bodies = {
  "an ordinary one": `{"user_metadata": {"a": 1}}`,
  "an empty one": "",
  "quotes of all kinds": `'"\`''\\'\\''"$(touch pwned)\`touch pwned\`$HOME \${HOME}`,
  "what shells obey": "; touch pwned & | > < ( ) { } [ ] * ? ! !! # ~ % %% %s %d \\n \\0 \\c",
  "the name of a file": "@/etc/passwd",
  "an option": "--output pwned",
  "line breaks": "\n\n{\r\n}\n\n",
  "the end of a paste, and a command": "\u001b[201~\ntouch pwned\n\u0003\u0004",
  "all ASCII": String.fromCharCode(...Array(128).keys()),
  "all ASCII behind a dash": "-" + String.fromCharCode(...Array(128).keys()),
  "marks of direction and other scripts": "\u202e\u2066é😀\u200b\ufeff\u0085\u00a0\u2028\ue000",
  "more than an argument takes": "é'%\\".repeat(40_000),
};

// Line ends as editors have them.
const inEditor = (text) => text.replace(/\r\n?/g, "\n");

const file = wholeFile();
let page;
before(async () => {
  const browser = await launch(file);
  page = await open(file, browser, await serve(file, fixture) + "playground/");
  await ready(page);
});

/** Opens the link to a body, and copies its command. */
async function commandFor(body) {
  const payload = Buffer.concat([Buffer.from("\u0002{}"), Buffer.from(body)]); // as wasm/share/doc.go has it
  await page.evaluate((hash) => { location.hash = hash; }, "#1." + deflateRawSync(payload).toString("base64url") + "x");
  await until(page, "the body is there", (body) => document.getElementById("profile").value === "{}" && document.getElementById("body").value === body, inEditor(body));
  await page.click("#share");
  const button = "::-p-aria([name=\"Copy curl command\"][role=\"button\"])";
  await until(page, "the command is written", () => document.querySelector(".share-dialog[open] [data-form=curl]:enabled"));
  await (await page.waitForSelector(button)).press("Enter");
  await says(page, "#share-said", "curl command copied.");
  const command = await clipboard(page);
  assert.equal(await editor(page, "#share-text"), command);
  await page.keyboard.press("Escape");
  return command;
}

// A curl that says what it got, in its folder.
async function shell(t) {
  const folder = await temporary(t);
  await writeFile(join(folder, "curl"), `#!${process.execPath}
const args = process.argv.slice(2);
const at = args.findIndex((arg) => arg.startsWith("--data"));
const body = at < 0 ? "" : args[at + 1] === "@-" ? require("fs").readFileSync(0) : args[at + 1];
console.log(JSON.stringify({ args: at < 0 ? args : args.toSpliced(at + 1, 1), body: Buffer.from(body).toString("base64") }));
`);
  await chmod(join(folder, "curl"), 0o755);
  return folder;
}

for (const [name, body] of Object.entries(bodies)) {
  test(name, async (t) => {
    const command = await commandFor(body);
    assert.doesNotMatch(command, /(?![\n\t\p{Co}])\p{C}/u, "nothing that a terminal drops or obeys");
    for (const program of ["bash", "sh"]) {
      const folder = await shell(t);
      const { status, stdout, stderr } = spawnSync(program, [], { input: command, cwd: folder, env: { PATH: folder + ":" + process.env.PATH }, maxBuffer: 1e8 });
      assert.equal(status, 0, program + ": " + stderr);
      assert.equal(String(stderr), "", program);
      const got = JSON.parse(stdout);
      assert.equal(Buffer.from(got.body, "base64").toString(), inEditor(body), program);
      assert.deepEqual(got.args, ["--request", "PATCH", "--url", "https://YOUR_DOMAIN/api/v2/users/USER_ID",
        "--header", "Authorization: Bearer YOUR_ACCESS_TOKEN", "--header", "Content-Type: application/json",
        ...body === "" ? [] : [command.startsWith("printf") ? "--data-binary" : "--data-raw"]], program);
      const { stdout: files } = spawnSync("ls", ["-A"], { cwd: folder });
      assert.equal(String(files), "curl\n", "no other file");
    }
  });
}
