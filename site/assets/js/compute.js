// Computing: one call of the engine at a time, and then the newest texts only.

import { call } from "./engine.js";
import { say, texts } from "./texts.js";

const listeners = [];
let busy = false;
let newer = false;

/** Has a function called with each outcome, and the texts that it is of. */
export function onOutcome(listener) {
  listeners.push(listener);
}

/** Computes what comes of the texts in the editors. */
export async function compute() {
  newer = true;
  if (busy) return;
  busy = true;
  while (newer) {
    newer = false;
    const now = texts();
    try {
      const outcome = await call("apply", now.profile, now.body);
      if (newer) continue;
      for (const listener of listeners) listener(outcome, now);
    } catch (error) {
      say(error.message);
    }
  }
  busy = false;
}
