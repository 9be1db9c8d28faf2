// The engine on the page's own thread. An answer that goes by the worker and back
// misses the frame that shows the keystroke, and is painted with the next one; for
// texts of this length the engine itself needs less than a frame. Longer texts go
// to the worker, and so does what breaks here.

import { idle } from "./dom.js";
import { workerURL } from "./trusted.js";

const most = 200_000; // characters

let engine = null;
let answer;

/** Loads the engine when the page has time. */
export async function bringNear(engineURL) {
  try {
    await idle();
    const own = await import(workerURL); // the worker's script, which the page has already
    answer = own.answer;
    engine = await own.load(engineURL);
  } catch {
    // Then the worker answers, as before.
  }
}

/** The answer to a call, as the worker gives it, or null if that is left to the worker. */
export function near(op, args) {
  if (!engine || op !== "apply" || args.reduce((sum, { length }) => sum + length, 0) > most) return null;
  try {
    return answer(engine, op, args);
  } catch {
    engine = null;
    return null;
  }
}
