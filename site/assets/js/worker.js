// The engine's thread, and what near.js runs of it in the page. The first message says where the engine is; then come
// {id, op, args: [strings]}, answered in order by {id, json, result, ms} or
// {id, error}. The result is that of apply, which its JSON then lacks: to write
// it as JSON and read it again would cost more than the merge. After an error
// the engine may be broken: engine.js starts a new worker.

import "wasm_exec.js";
import { functions } from "./exports.js";

let engine; // promise of its functions
let code; // of those of the program that writes code, which is loaded when it is asked for
let codeURL;

/** Returns a promise of the functions of the program at an address. */
export async function load(url) {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(fetch(url), go.importObject);
  go.run(instance);
  const engine = functions(instance.exports);
  go.exit = () => { engine.exited = true; }; // Go says goodbye after a panic
  return engine;
}

/** Returns {json, result, ms}: what the functions say to a call. */
export function answer(engine, op, args) {
  const start = performance.now();
  const result = op === "apply" ? engine.merge(...args) : undefined;
  const json = op === "apply" ? engine.explain() : engine.call(op, ...args);
  if (engine.exited) throw new Error("the engine stopped");
  return { json, result, ms: performance.now() - start };
}

if (!globalThis.document) self.addEventListener("message", async ({ data: { engine: url, code: other, id, op, args } }) => {
  if (url) {
    codeURL = other;
    engine = load(url);
    engine.catch(() => {}); // the calls report it
    return;
  }
  try {
    const functions = await (op === "snippets" ? code ??= load(codeURL) : engine);
    self.postMessage({ id, ...answer(functions, op, args) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});
