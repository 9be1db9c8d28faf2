// The engine's thread. The first message says where the engine is; then come
// {id, op, args: [strings]}, answered in order by {id, json, result, ms} or
// {id, error}. The result is that of apply, which its JSON then lacks: to write
// it as JSON and read it again would cost more than the merge. After an error
// the engine may be broken: engine.js starts a new worker.

import "wasm_exec.js";
import { functions } from "./exports.js";

let engine; // promise of its functions
let code; // of those of the program that writes code, which is loaded when it is asked for
let codeURL;
let exited = false;

async function load(url) {
  const go = new Go();
  go.exit = () => { exited = true; }; // Go says goodbye after a panic
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url), go.importObject);
  go.run(instance);
  return functions(instance.exports);
}

function answer(engine, op, args) {
  if (op !== "apply") return { json: engine.call(op, ...args) };
  const result = engine.merge(...args);
  return { json: engine.explain(), result };
}

self.addEventListener("message", async ({ data: { engine: url, code: other, id, op, args } }) => {
  if (url) {
    codeURL = other;
    engine = load(url);
    engine.catch(() => {}); // the calls report it
    return;
  }
  try {
    const functions = await (op === "snippets" ? code ??= load(codeURL) : engine);
    const start = performance.now();
    const { json, result } = answer(functions, op, args);
    if (exited) throw new Error("the engine stopped");
    self.postMessage({ id, json, result, ms: performance.now() - start });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
