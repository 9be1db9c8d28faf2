// The command that Share writes, in real shells: whatever the body holds, curl
// gets it as it is, and nothing else happens.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { curl } from "../../site/assets/js/curl.js";
import { temporary } from "./server.js";

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
  "more than an argument takes": "é'%\\".repeat(100_000),
};

// A curl that says what it got, in its folder.
async function shell(t) {
  const folder = await temporary(t);
  await writeFile(join(folder, "curl"), `#!${process.execPath}
const args = process.argv.slice(2);
const body = args.at(-1) === "@-" ? require("fs").readFileSync(0) : Buffer.from(args.at(-1));
console.log(JSON.stringify({ args: args.slice(0, -1), body: body.toString("base64") }));
`);
  await chmod(join(folder, "curl"), 0o755);
  return folder;
}

for (const program of ["bash", "sh"]) {
  for (const [name, body] of Object.entries(bodies)) {
    test(`${program}: ${name}`, async (t) => {
      const folder = await shell(t);
      const command = curl(body);
      assert.doesNotMatch(command, /[^\P{C}\n\t]/u, "nothing that a terminal obeys");
      const { status, stdout, stderr } = spawnSync(program, [], { input: command, cwd: folder, env: { PATH: folder + ":" + process.env.PATH }, maxBuffer: 1e8 });
      assert.equal(status, 0, String(stderr));
      assert.equal(String(stderr), "");
      const got = JSON.parse(stdout);
      assert.equal(Buffer.from(got.body, "base64").toString(), body);
      assert.deepEqual(got.args.slice(0, 4), ["--request", "PATCH", "--url", "https://YOUR_DOMAIN/api/v2/users/USER_ID"]);
      assert.ok(["--data-raw", "--data-binary"].includes(got.args.at(-1)));
      const { stdout: files } = spawnSync("ls", ["-A"], { cwd: folder });
      assert.equal(String(files), "curl\n", "no other file");
    });
  }
}
