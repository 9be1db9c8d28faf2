// The two texts of the playground, what was sent before, and what they are: the
// example, the visitor's draft, a text from elsewhere. Whatever puts other texts
// into the editors goes through here, so that nothing that was typed is lost.

import { draft, exchange, inEditors, lastAside, same, setAside } from "./draft.js";
import { Editor, isLong } from "./long.js";
import { notice } from "./notice.js";

const $ = (id) => document.getElementById(id);

export const inputs = ["profile", "body"];
export const editors = Object.fromEntries(inputs.map((input) =>
  [input, new Editor($(input), $(input + "-long"), () => clear(input))]));

const example = { name: "the example", profile: $("profile").defaultValue, body: $("body").defaultValue, sent: [] };
let { name, sent: list } = example; // what the texts in the editors are, and what was sent before
const listeners = [];

export const texts = () => ({ name, profile: editors.profile.value, body: editors.body.value, sent: list });
export const sent = () => list;
export const isExample = () => name === example.name;
export const fragment = () => location.hash.slice(1);

/** Has a function called whenever one of the texts has changed. */
export function onChange(listener) {
  listeners.push(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

/** Puts texts into the editors. */
export function show(next) {
  ({ name, sent: list } = next);
  for (const input of inputs) editors[input].value = next[input];
  inEditors(next);
  changed();
}

/** The visitor has changed a text. */
export function typed() {
  name = "my draft";
  draft.save(texts(), fragment());
  changed();
}

/** Puts texts into the editors that are the draft from now on. */
export function put(next) {
  show(next);
  draft.save(texts(), fragment());
}

/** Shows other texts; what the visitor typed is kept, and the message says so. */
export function replace(next, message) {
  const now = texts();
  show(next);
  const keep = now.name === "my draft" && !same(now, next);
  if (keep) setAside(now);
  say(keep ? message : "");
}

/** Makes edits [{span, text}], in order, of one of the texts; they can be undone in the editor and by the line above. */
export function change(input, edits, message) {
  const before = editors[input].value;
  const start = edits[0].span[0], end = edits.at(-1).span[1];
  let text = "";
  let at = start;
  for (const edit of edits) {
    text += before.slice(at, edit.span[0]) + edit.text;
    at = edit.span[1];
  }
  editors[input].edit({ start, end, text });
  notice(message, { text: "Undo", act: () => {
    editors[input].edit({ start: 0, end: editors[input].value.length, text: before });
    notice("The " + input + " is as it was.");
  } });
}

/** Shows texts that a reload is to show again. */
export function offer(next, message) {
  replace(next, message);
  draft.save(next, fragment());
}

export function reset() {
  offer(example, "The editors hold the example again. Your draft is kept.");
}

/** Says something, with the way back to the texts that gave way last. */
export function say(message) {
  const other = lastAside();
  notice(message, other && { text: "Back to " + other.name, act: back });
}

function back() {
  const next = exchange(texts());
  put(next);
  say("This is " + next.name + ".");
}

function clear(input) {
  replace({ ...texts(), name: "my draft", [input]: "" }, "What was here is kept.");
  editors[input].focus();
}

// A long text that is pasted or dropped never reaches the textarea.
function brought(event, input, text) {
  const next = editors[input].with(text);
  if (!isLong(next)) return;
  event.preventDefault();
  replace({ ...texts(), name: "my draft", [input]: next }, "The text is here. What you had before is kept.");
}

async function dropped(event, input) {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  const text = await file.text();
  replace({ ...texts(), name: "my draft", [input]: text }, file.name + " is here. What you had before is kept.");
}

for (const input of inputs) {
  $(input).addEventListener("input", typed);
  $(input).addEventListener("paste", (event) => brought(event, input, event.clipboardData.getData("text/plain")));
  $(input).addEventListener("drop", (event) => dropped(event, input));
}
