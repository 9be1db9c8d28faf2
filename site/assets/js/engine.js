// Calls of the engine. Its worker starts with the first call, or with start()
// when there are signs that a call will come.

import { idle, memory } from "./dom.js";
import { bringNear, near } from "./near.js";
import { trusted, workerURL } from "./trusted.js";

const here = document.documentElement.dataset;
const engineURL = new URL(here.engine, document.baseURI).href;
const codeURL = here.code && new URL(here.code, document.baseURI).href; // of the program that writes code

let worker = null;
let lastID = 0;
let waiting = new Map(); // id -> call

/** Starts the engine, unless it runs. */
export function start() {
  if (worker) return;
  worker = new Worker(trusted(workerURL), { type: "module" });
  worker.addEventListener("message", receive);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    restart([...waiting.values()], event.message || "its script did not load");
  });
  worker.postMessage({ engine: engineURL, code: codeURL });
}

const kept = memory("localStorage");

/**
 * Starts the engine when the page has time, if this browser has loaded it before:
 * then nothing comes over the network, and who runs an example need not wait.
 */
export async function warm() {
  if (kept.get("engine") !== engineURL) return;
  await idle();
  start();
}

/** Notes for warm() that this browser has loaded the engine. */
export function loaded() {
  if (kept.get("engine") !== engineURL) kept.set("engine", engineURL);
}

/** Brings the engine nearer, for a page on which somebody types. */
export const hurry = () => bringNear(engineURL);

/**
 * Calls an export of the engine with texts. The promise gives the answer, an
 * object, with the milliseconds that it took as ms.
 */
export function call(op, ...args) {
  const now = near(op, args);
  return now ? Promise.resolve(read(now)) : far(op, ...args);
}

/** Does so beside the page, for many calls in a row: these would stop it. */
export function far(op, ...args) {
  return new Promise((resolve, reject) => send({ op, args, resolve, reject, tries: 0 }));
}

/** Gives up what is being computed: those calls fail, and the next one has a new engine. */
export function cancel() {
  const given = [...waiting.values()];
  waiting = new Map();
  worker?.terminate();
  worker = null;
  for (const call of given) call.reject(new Error("Cancelled. Your texts are untouched; what is shown is of earlier ones."));
}

function send(call) {
  start();
  waiting.set(++lastID, call);
  worker.postMessage({ id: lastID, op: call.op, args: call.args });
}

function receive({ data: { id, json, result, ms, error } }) {
  const call = waiting.get(id);
  waiting.delete(id);
  if (error == null) {
    call.resolve(read({ json, result, ms }));
  } else {
    restart([call], error);
  }
}

const read = ({ json, result, ms }) => ({ ...JSON.parse(json), ...(result != null && { result }), ms });

// restart replaces a broken engine. The calls that broke it get a second try,
// and fail with it; those that only waited are sent again.
function restart(culprits, reason) {
  worker.terminate();
  worker = null;
  const again = new Set([...culprits, ...waiting.values()]);
  waiting = new Map();
  for (const call of culprits) {
    if (++call.tries < 2) continue;
    again.delete(call);
    call.reject(new Error("The engine could not do it (" + reason + "). Your text is untouched; try again."));
  }
  for (const call of again) send(call);
}
