// What was sent: bodies, each with the profile that it met. Sending makes the new
// profile the stored one. It is kept in the tab, as the draft is.

import { memory } from "./dom.js";
import { call } from "./engine.js";
import { isLong } from "./long.js";
import { put, texts } from "./texts.js";

const stored = memory("sessionStorage");
const most = 50;

let entries = stored.get("sent") ?? []; // {profile, body, counts, steps}; those that are undone stand last
let undone = stored.get("undone") ?? 0;
const listeners = [];

/** What was sent, in order, and with it what is undone. */
export const sent = () => entries.map((entry, i) => ({ ...entry, undone: i >= entries.length - undone }));

/** Has a function called whenever something is sent or undone. */
export function onSent(listener) {
  listeners.push(listener);
}

function keep(list, count) {
  entries = list.slice(-most);
  undone = count;
  const short = entries.every(({ profile, body }) => !isLong(profile) && !isLong(body));
  stored.set("sent", short ? entries : []);
  stored.set("undone", short ? undone : 0);
  for (const listener of listeners) listener();
}

/** Sends the body in the editor. Returns the outcome; a body that is refused changes nothing. */
export async function send() {
  const { profile, body } = texts();
  const outcome = await call("apply", profile, body);
  if (!outcome.ok) return outcome;
  keep([...entries.slice(0, entries.length - undone), entryOf(profile, body, outcome)], 0);
  put({ name: "my draft", profile: outcome.result, body });
  return outcome;
}

/** Goes back to before the i-th body was sent. */
export function undo(i) {
  const { profile, body } = entries[i];
  keep(entries, entries.length - i);
  put({ name: "my draft", profile, body });
}

/** Sends what is undone again, up to the i-th body, to the profile that is here now. Returns the last outcome. */
export async function replay(i) {
  let outcome;
  while (entries.length - undone <= i) {
    const at = entries.length - undone;
    const { profile } = texts();
    const { body } = entries[at];
    outcome = await call("apply", profile, body);
    if (!outcome.ok) return outcome;
    keep(entries.with(at, entryOf(profile, body, outcome)), undone - 1);
    put({ name: "my draft", profile: outcome.result, body });
  }
  return outcome;
}

function entryOf(profile, body, { counts, steps }) {
  return { profile, body, counts, steps: steps.map(({ op, rule, pointer, text, lost }) => ({ op, rule, pointer, text, lost: lost.map(({ pointer }) => ({ pointer })) })) };
}
