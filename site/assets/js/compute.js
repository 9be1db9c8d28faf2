// Computing: what comes of the texts in the editors.

import { call, cancel } from "./engine.js";
import { newest } from "./newest.js";
import { passing } from "./notice.js";
import { say, texts } from "./texts.js";

const long = 1_000_000; // characters, from which a reader may have to wait
const patience = 300; // milliseconds in which nobody wonders

const listeners = [];

/** Has a function called with each outcome, and the texts that it is of. */
export function onOutcome(listener) {
  listeners.push(listener);
}

/** Computes what comes of the texts. */
export const compute = newest(async (isNewest) => {
  const now = texts();
  const done = watch(now);
  let failure = "";
  try {
    const outcome = await call("apply", now.profile, now.body);
    if (!isNewest()) return;
    for (const listener of listeners) listener(outcome, now);
  } catch (error) {
    failure = error.message;
  } finally {
    done();
  }
  if (failure) say(failure);
});

// watch says that long texts take a while, and offers to give up. It returns
// what is to be called when they are done.
function watch({ profile, body }) {
  const size = profile.length + body.length;
  if (size < long) return () => {};
  let done = () => {};
  const timer = setTimeout(() => {
    done = passing("Computing with " + (size / 1e6).toFixed(1) + " million characters.", { text: "Cancel", act: cancel });
  }, patience);
  return () => {
    clearTimeout(timer);
    done();
  };
}
