// What was sent: bodies, each with the profile that it met. Sending makes the new
// profile the stored one. The list is part of the texts: it comes and goes with them.

import { call, far } from "./engine.js";
import { entryOf } from "./sequence.js";
import { onChange, put, sent, texts } from "./texts.js";

const most = 50; // a link holds no more

/** Has a function called whenever there is another list. */
export function onSent(listener) {
  let last = sent();
  onChange(() => {
    if (sent() === last) return;
    last = sent();
    listener();
  });
}

/** Sends the body in the editor. Returns the outcome; a body that is refused changes nothing. */
export async function send() {
  const { profile, body } = texts();
  const outcome = await call("apply", profile, body);
  if (!outcome.ok) return outcome;
  const all = [...sent().filter((entry) => !entry.undone), entryOf(profile, body, outcome)];
  put({ name: "my draft", profile: outcome.result, body, sent: all.slice(-most) });
  return outcome;
}

/** Goes back to before the i-th body was sent. */
export function undo(i) {
  const { profile, body } = sent()[i];
  put({ name: "my draft", profile, body, sent: sent().map((entry, at) => ({ ...entry, undone: at >= i })) });
}

/** Sends what is undone again, up to the i-th body, to the profile that is here now. Returns the last outcome. */
export async function replay(i) {
  let outcome;
  for (let at = sent().findIndex((entry) => entry.undone); at <= i; at++) {
    const { profile } = texts();
    const { body } = sent()[at];
    outcome = await call("apply", profile, body);
    if (!outcome.ok) return outcome;
    put({ name: "my draft", profile: outcome.result, body, sent: sent().with(at, entryOf(profile, body, outcome)) });
  }
  return outcome;
}

/**
 * The bodies that lead to the profile in the editor, the last ones that were sent:
 * who changes the profile by hand begins anew.
 */
export async function leading() {
  const done = sent().filter((entry) => !entry.undone);
  let { profile: now } = texts();
  let first = done.length;
  while (first > 0) {
    const { profile, body } = done[first - 1];
    const { result } = await far("apply", profile, body);
    if (result !== now) break;
    now = profile;
    first--;
  }
  return done.slice(first);
}
