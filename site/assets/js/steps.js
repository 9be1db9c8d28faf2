// What happened, tied to the texts: what a step is about is marked in all three
// while it is pointed at or has the focus, and its pointer leads there. A trap
// has a button that does something about it.

import { button } from "./dom.js";
import { change, editors, inputs } from "./texts.js";
import { steps, warnings, whole } from "./view.js";

const here = CSS.highlights && new Highlight();
here && CSS.highlights.set("here", here);

const places = new WeakMap(); // item of a list -> {warning} or {step, lost}: which one of the outcome's it is about
const report = document.getElementById("report");
const code = document.querySelector("#result code");
let now; // the outcome
let gone = []; // marks of the profile that stay: what the body takes away

/** What an outcome consists of, as elements. */
export function tied(outcome) {
  return [...warnings(outcome, (item, n) => tieWarning(item, n, outcome.warnings[n])), ...steps(outcome, tieStep)];
}

/** What of an outcome these elements say: others would say the same. */
export const told = ({ steps, warnings }) => JSON.stringify([warnings, steps], ["text", "action", "op", "rule", "pointer", "lost"]);

/** An item of the list stays, and is about what another one would have been. */
export function stays(item, other) {
  if (places.has(other)) places.set(item, places.get(other));
}

/** Has the items of the list be about an outcome, and marks what is gone, unless that is not to be told. */
export function tieTo(outcome, covered) {
  now = outcome;
  gone = [];
  for (const { op, before, lost } of now.ok && !covered ? now.steps : []) {
    if (op === "deleted" || op === "cleared") gone.push(mark("gone", before));
    for (const value of lost) gone.push(mark("gone", whole(value)));
  }
  point(null);
}

const mark = (kind, [start, end]) => ({ kind, start, end });

function tieStep(item, step, lost) {
  places.set(item, { step, lost });
  lead(item, lost == null ? "body" : "profile");
}

function tieWarning(item, n, { fix: edits, action }) {
  places.set(item, { warning: n });
  if (edits) item.append(" ", button(action, { class: "fix" }, ({ currentTarget }) => fix(now.warnings[places.get(itemOf(currentTarget)).warning])));
}

// about returns the spans {profile, body, result} of what an item is about.
function about(item) {
  const place = places.get(item);
  if (place.warning != null) {
    const { span, step: n } = now.warnings[place.warning];
    const step = now.steps[n];
    return { profile: step?.lost.length ? step.before : null, body: span, result: step?.result };
  }
  const step = now.steps[place.step];
  const lost = step.lost[place.lost];
  return { profile: lost ? whole(lost) : step.before, body: [(step.name ?? step.field)[0], step.after[1]], result: step.result };
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
    const [start, end] = about(itemOf(currentTarget))[input];
    editors[input].select(start, end, editors[input].value.slice(0, start).split("\n").length);
  });
  pointer.replaceWith(go);
  go.append(pointer);
}

// point marks what an item is about, or nothing.
function point(item) {
  const spans = item ? about(item) : {};
  for (const input of inputs) {
    const marks = input === "profile" ? [...gone] : [];
    if (spans[input]) marks.unshift(mark("here", spans[input]));
    editors[input].highlight(marks);
  }
  here?.clear();
  const range = spans.result && rangeOf(code, ...spans.result);
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
