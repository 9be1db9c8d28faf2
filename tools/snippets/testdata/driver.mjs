// Imports snippet.mjs of each folder that standard input names, and writes what
// it prints to out. Once that is done it says so, with the folder's name.
import { writeFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

let fail;
process.on("uncaughtException", (error) => fail(error)); // of what a snippet has not awaited

for await (const folder of createInterface({ input: process.stdin })) {
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
  writeSync(1, folder + "\n");
}
process.exit(); // connections that are kept alive would linger
