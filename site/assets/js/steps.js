// What happened, tied to the texts: what a step is about is marked in all three
// while it is pointed at or has the focus, and its pointer leads there. A trap
// has a button that does something about it.

import { button } from "./dom.js";
import { change, editors, inputs } from "./texts.js";
import { steps, warnings } from "./view.js";

const here = CSS.highlights && new Highlight();
here && CSS.highlights.set("here", here);

const places = new WeakMap(); // item of a list -> {profile, body, result}, spans of what it is about, and its warning
const report = document.getElementById("report");
const code = document.querySelector("#result code");
let gone = []; // marks of the profile that stay: what the body takes away

/** What an outcome consists of, as elements. */
export function tied(outcome) {
  gone = [];
  for (const { op, before, lost } of outcome.steps) {
    if (op === "deleted" || op === "cleared") gone.push(mark("gone", before));
    for (const value of lost) gone.push(mark("gone", whole(value)));
  }
  return [...warnings(outcome, (item, warning) => tieWarning(item, warning, outcome.steps[warning.step])), ...steps(outcome, tieStep)];
}

/** An item of the list stays, and is about what another one would have been. */
export function stays(item, other) {
  if (places.has(other)) places.set(item, places.get(other));
}

/** Marks what is gone, or for a refused body nothing. */
export function markGone(outcome) {
  if (!outcome.ok) gone = [];
  point(null);
}

const mark = (kind, [start, end]) => ({ kind, start, end });
const whole = ({ name, before }) => [(name ?? before)[0], before[1]]; // with its name

function tieStep(item, step, lost) {
  const body = [(step.name ?? step.field)[0], step.after[1]];
  places.set(item, { profile: lost ? whole(lost) : step.before, body, result: step.result });
  lead(item, lost ? "profile" : "body");
}

function tieWarning(item, warning, step) {
  places.set(item, { profile: step?.lost.length ? step.before : null, body: warning.span, result: step?.result, warning });
  if (!warning.fix) return;
  item.append(" ", button(warning.action, { class: "fix" }, ({ currentTarget }) => fix(places.get(itemOf(currentTarget)).warning)));
}

function fix({ fix, action }) {
  change("body", fix, action + ": done, in the body.");
}

/** The traps as the body's editor marks them: on the name, where it is about the property, with what makes the fix. */
export function traps({ steps, warnings }) {
  return warnings.map((warning) => {
    const step = steps[warning.step];
    const span = step?.name && step.pointer === warning.pointer ? step.name : warning.span;
    return { ...warning, span, act: warning.fix && (() => fix(warning)) };
  });
}

// lead makes of an item's pointer a button that goes to the place.
function lead(item, input) {
  const pointer = item.querySelector(":scope > .pointer");
  const go = button("", { class: "go", title: "Go to it in the " + input }, ({ currentTarget }) => {
    const [start, end] = places.get(itemOf(currentTarget))[input];
    editors[input].select(start, end, editors[input].value.slice(0, start).split("\n").length);
  });
  pointer.replaceWith(go);
  go.append(pointer);
}

// point marks what an item is about, or nothing.
function point(item) {
  const about = places.get(item);
  for (const input of inputs) {
    const marks = input === "profile" ? [...gone] : [];
    if (about?.[input]) marks.unshift(mark("here", about[input]));
    editors[input].highlight(marks);
  }
  here?.clear();
  const range = about?.result && rangeOf(code, ...about.result);
  if (range) here?.add(range);
}

// rangeOf returns what a span of a text covers where the text is shown, or null
// where it is shown in part.
function rangeOf(element, start, end) {
  if (element.querySelector(".gap")) return null;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    if (at <= start && start < at + length) range.setStart(walker.currentNode, start - at);
    if (at < end && end <= at + length) {
      range.setEnd(walker.currentNode, end - at);
      return range;
    }
    at += length;
  }
  return null;
}

// itemOf returns the innermost item that an element is in, and that is about
// something.
function itemOf(element) {
  const item = element?.closest?.("li");
  return item && report.contains(item) ? (places.has(item) ? item : itemOf(item.parentElement)) : null;
}

const follow = (event) => point(itemOf(event.target));
const leave = () => point(itemOf(document.activeElement));
report.addEventListener("pointerover", follow);
report.addEventListener("focusin", follow);
report.addEventListener("pointerleave", leave);
report.addEventListener("focusout", () => point(null));
