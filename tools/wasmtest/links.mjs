// Opens hostile links in the built engine. Prints what came of them: how long the
// slowest took, the longest answer, and the memory that the engine has at the end.
// What takes long is tried again: a busy machine may stop a process.

import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import "./wasm_exec.js";
import { functions } from "./exports.js";

const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync("engine.wasm"), go.importObject);
go.run(instance);
const engine = functions(instance.exports);

let seed = 1;
function random(n) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor(seed / 2 ** 32 * n);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const letters = (n, from) => Array.from({ length: n }, () => from[random(from.length)]).join("");
const pack = (data, version = 1) => version + "." + deflateRawSync(data, { level: 9 }).toString("base64url") + "x";
const odd = "%#.x=<>?&\u0000\u202e\ud800é😀 \n" + alphabet;
const good = pack(Buffer.from(`\u0002{}{"user_metadata":{"a":null,"b":[1,2,3]}}`));
const sent = pack(Buffer.from(`\u0002\u0002{}\u0018{"user_metadata":{"a":1}}\u0002{}{"user_metadata":{"a":null,"b":[1,2,3]}}`), 2);
const bytes = (n) => Buffer.from(Array.from({ length: n }, () => random(4) === 0 ? random(256) : random(8)));

function* links(n) {
  for (const size of [256e3, 256 << 10, 5e7]) yield* [pack(Buffer.alloc(size)), pack(Buffer.alloc(size), 2), pack(Buffer.alloc(size, 1), 2)];
  for (const end of ["", "x", "%", "=", "%25"]) yield "1." + "A".repeat(262_000) + end;
  for (const part of ["%25", "%", "<", "#", "=", ".", "1.", "\u200b", "%23"]) yield part.repeat(262_000 / part.length);
  for (const count of [0, 1, 49, 50, 51, 127]) yield pack(Buffer.concat([Buffer.from([count]), Buffer.alloc(262_000)]), 2);
  for (const version of ["0", "1", "2", "3", "9".repeat(1000), "-1", "1e3", ""]) yield* [version + good.slice(1), version + sent.slice(1)];
  for (let i = 0; i < n; i++) {
    switch (i % 4) {
      case 0: yield letters(random(300), odd); break;
      case 1: yield 1 + random(2) + "." + letters(random(300), alphabet) + "x"; break;
      case 2: yield pack(bytes(random(100)), 2); break; // lengths that are good, by chance
      case 3: { // a good link with some other letters
        const link = random(2) === 0 ? good : sent;
        const at = 2 + random(link.length - 3);
        yield link.slice(0, at) + letters(1 + random(3), random(4) === 0 ? odd : alphabet) + link.slice(at + 1 + random(3));
      }
    }
  }
}

function time(link) {
  const start = performance.now();
  const text = engine.call("open", link);
  const answer = JSON.parse(text);
  return { ms: performance.now() - start, code: answer.ok ? "" : answer.code, characters: text.length };
}

const codes = {};
let slowest = { ms: 0 };
let opened = 0, longest = 0;
for (const link of links(100_000)) {
  let { ms, code, characters } = time(link);
  for (let again = 0; again < 5 && ms > 5; again++) ms = Math.min(ms, time(link).ms);
  codes[code] = (codes[code] ?? 0) + 1;
  opened++;
  longest = Math.max(longest, characters);
  if (ms > slowest.ms) slowest = { ms, code, link: link.slice(0, 60) };
}
const memory = instance.exports.mem.buffer.byteLength;
process.stdout.write(JSON.stringify({ slowest, opened, longest, memory, codes }), () => process.exit(0)); // the engine would wait for ever
