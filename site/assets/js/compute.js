// Computing: what comes of the texts in the editors.

import { call } from "./engine.js";
import { newest } from "./newest.js";
import { say, texts } from "./texts.js";

const listeners = [];

/** Has a function called with each outcome, and the texts that it is of. */
export function onOutcome(listener) {
  listeners.push(listener);
}

/** Computes what comes of the texts. */
export const compute = newest(async (isNewest) => {
  const now = texts();
  try {
    const outcome = await call("apply", now.profile, now.body);
    if (!isNewest()) return;
    for (const listener of listeners) listener(outcome, now);
  } catch (error) {
    say(error.message);
  }
});
