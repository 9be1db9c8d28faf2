// Races the engine against plain JavaScript: two strings in, a string out. It
// prints [{"name", "rounds": [nanoseconds]}], the engine first.

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import "./wasm_exec.js";
import { functions } from "./exports.js";

const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync("engine.wasm"), go.importObject);
go.run(instance);
const engine = functions(instance.exports);

const profile = readFileSync("profile.json", "utf8");
const body = readFileSync("body.json", "utf8");

// The merge as a page without the engine would do it, by the same rules.
function plain() {
  const stored = JSON.parse(profile);
  const changes = JSON.parse(body);
  for (const [name, value] of Object.entries(changes)) {
    const isField = name === "user_metadata" || name === "app_metadata";
    if (!isField && value !== null) {
      stored[name] = value;
    } else if (value === null || Object.keys(value).length === 0) {
      delete stored[name];
    } else {
      const field = (stored[name] ??= {});
      for (const [property, v] of Object.entries(value)) {
        if (v === null) delete field[property];
        else field[property] = v;
      }
    }
  }
  return JSON.stringify(stored);
}

function explained() {
  const result = engine.merge(profile, body);
  return { ...JSON.parse(engine.explain()), result };
}

const contestants = [
  { name: "the merge", run: () => engine.merge(profile, body) },
  { name: "plain JavaScript", run: plain },
  { name: "the merge, explained in an object", run: explained },
];

if (!isDeepStrictEqual(JSON.parse(engine.merge(profile, body)), JSON.parse(plain()))) {
  throw new Error("the results differ");
}

// Between the races the event loop gets its turn, as between messages to a
// worker: Go collects its garbage then.
const turn = () => new Promise((resolve) => setImmediate(resolve));

function timed(run, n) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < n; i++) run();
  return Number(process.hrtime.bigint() - start) / n;
}

for (const c of contestants) {
  timed(c.run, Math.ceil(5e8 / timed(c.run, 1) / 2)); // compilers want to see it run
  c.repeat = Math.max(1, Math.round(2e7 / timed(c.run, 1)));
  c.rounds = [];
  await turn();
}
for (let i = 0; i < Number(process.argv[2]); i++) {
  for (const c of contestants) {
    c.rounds.push(Math.round(timed(c.run, c.repeat)));
    await turn();
  }
}
console.log(JSON.stringify(contestants.map(({ name, rounds }) => ({ name, rounds }))));
process.exit();
