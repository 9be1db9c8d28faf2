// Imports snippet.mjs of each folder that standard input names, and writes what
// it prints to out.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

let fail;
process.on("uncaughtException", (error) => fail(error)); // of what a snippet has not awaited

for (const folder of (await text(process.stdin)).trimEnd().split("\n")) {
  process.chdir(folder);
  let out = "";
  process.stdout.write = (chunk) => (out += chunk);
  const failure = new Promise((_, reject) => (fail = reject));
  const patience = setTimeout(() => fail(new Error("it has not ended after a minute")), 60_000);
  try {
    await Promise.race([import(pathToFileURL(resolve("snippet.mjs"))), failure]);
  } catch (error) {
    writeFileSync(resolve(folder, "failed"), String(error.stack ?? error));
  }
  clearTimeout(patience);
  writeFileSync(resolve(folder, "out"), out);
}
process.exit(); // connections that are kept alive would linger
