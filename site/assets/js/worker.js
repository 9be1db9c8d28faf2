// The engine's thread. The first message says where the engine is; then come
// {id, op, args: [strings]}, answered in order by {id, json, ms} or {id, error}.
// After an error the engine may be broken: engine.js starts a new worker.

import "wasm_exec.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let engine; // promise of the exports
let exited = false;

async function load(url) {
  const go = new Go();
  go.exit = () => { exited = true; }; // Go says goodbye after a panic
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url), go.importObject);
  go.run(instance);
  return instance.exports;
}

function call(exports, op, args) {
  const texts = args.map((text) => encoder.encode(text));
  const lengths = texts.map((text) => text.length);
  let at = exports.input(lengths.reduce((sum, n) => sum + n, 0)) >>> 0;
  for (const text of texts) {
    new Uint8Array(exports.mem.buffer, at, text.length).set(text);
    at += text.length;
  }
  const answer = BigInt.asUintN(64, exports[op](...lengths));
  if (exited) throw new Error("the engine stopped");
  // The memory may have grown: an older view of it would be empty now.
  return decoder.decode(new Uint8Array(exports.mem.buffer, Number(answer >> 32n), Number(answer & 0xffffffffn)));
}

self.addEventListener("message", async ({ data: { engine: url, id, op, args } }) => {
  if (url) {
    engine = load(url);
    engine.catch(() => {}); // the calls report it
    return;
  }
  try {
    const exports = await engine;
    const start = performance.now();
    const json = call(exports, op, args);
    self.postMessage({ id, json, ms: performance.now() - start });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
