// What the engine answers, as elements: the same that templates/answer.html
// writes at build, class for class.

import { el } from "./dom.js";
import { coloured } from "./json.js";
import { withCopy } from "./copy.js";

const most = 200; // items of one list; a page with more helps nobody
const longest = 60; // characters of a value among words

const rules = document.documentElement.dataset.rules;

/** The outcome in a few words: "1 added, 2 lost". */
export function summary(outcome) {
  if (!outcome.ok) return count(outcome.errors.length, "error");
  const { counts } = outcome;
  const said = ["added", "replaced", "deleted", "cleared", "created", "unchanged", "no-op", "lost"].filter((op) => counts[op] > 0);
  return said.map((op) => counts[op] + " " + op).join(", ") || "nothing changed";
}

/** What marked marks in the new profile, and what of the stored profile was lost there. */
export function changes({ steps }, profile) {
  return steps.filter((step) => step.result && step.op !== "unchanged")
    .map(({ op, lost, result: [start, end] }) => ({ op, start, end, lost: losses(lost, profile) }));
}

function losses(lost, profile) {
  const said = lost.slice(0, 3).map((value) => {
    const [from, to] = whole(value);
    const end = Math.min(to, from + 5 * longest); // it may be megabytes
    return short(profile.slice(from, end).replace(/\s*\n\s*/g, " ") + (end < to ? "…" : ""));
  });
  if (lost.length > 3) said.push("and " + (lost.length - 3) + " more");
  return said.join(", ");
}

/** The span of a value of the profile, with its name. */
export const whole = ({ name, before }) => [(name ?? before)[0], before[1]];

/** A value, or its beginning. */
export const short = (text) => text.length > longest ? text.slice(0, longest) + "…" : text;

/** "1 error", "2 errors". */
export function count(n, noun, nouns = noun + "s") {
  return n + " " + (n === 1 ? noun : nouns);
}

export function headline(status, reason, outcome) {
  return [
    el("span", { class: "status status-" + (status < 400 ? "ok" : "error") }, status + " " + reason), " ",
    el("span", { class: "summary" }, summary(outcome)),
  ];
}

/** All of an answer of the engine's send. */
export function answer({ outcome, ...all }) {
  return [
    response(all),
    ...(outcome.ok ? [...steps(outcome), ...warnings(outcome)] : problems(outcome.errors)),
  ];
}

/** The body of a response. */
export function response({ status, response }) {
  return withCopy(el("figure", { class: "code" },
    el("figcaption", null, status < 400 ? "The profile afterwards" : "Response"),
    el("pre", { tabindex: "0" }, el("code", { class: "language-json" }, coloured(response)))));
}

/** What happened. tie is called with each item, which step it is about, and of what that lost which, if it is about such. */
export function steps({ steps }, tie) {
  return titled("What changed", list("steps", steps, (step, n) => {
    const { op, rule, pointer: where, text } = step;
    const item = el("li", { class: "step step-" + op },
      badge(op), " ", pointer(where), " ", el("span", { class: "step-text" }, text), " ", ruleLink(rule),
      list("lost", step.lost, (lost, k) => {
        const item = el("li", null, badge("lost"), " ", pointer(lost.pointer));
        tie?.(item, n, k);
        return item;
      }));
    tie?.(item, n);
    return item;
  }));
}

/** What may surprise. tie is called with each item and which warning it is about. */
export function warnings({ warnings }, tie) {
  return titled("Worth knowing", list("warnings", warnings, (warning, n) => {
    const item = el("li", null, warning.text);
    tie?.(item, n);
    return item;
  }));
}

/** The way to a rule, where the site explains it. */
export function ruleLink(rule) {
  return rules ? el("a", { class: "rule", href: rules + "#rule-" + rule }, "rule " + rule)
    : el("span", { class: "rule" }, "rule " + rule);
}

export function problems(errors) {
  return titled("What is wrong", list("problems", errors, (error) => el("li", null,
    el("span", { class: "place" }, (error.input === "profile" ? "Profile" : "PATCH body") + ", " + place(error) + ":"), " ",
    ...sentence(error))));
}

/** "line 3, column 7" */
export function place({ line, column }) {
  return "line " + line + ", column " + column;
}

/** What is wrong, and what helps. */
export function sentence({ text, hint }) {
  return hint ? [text, " ", el("span", { class: "hint" }, hint)] : [text];
}

/** A list of at most so many items, or null for none. */
export function list(name, items, make) {
  if (!items?.length) return null;
  const element = el("ul", { class: name }, ...items.slice(0, most).map(make));
  if (items.length > most) element.append(el("li", null, "and " + (items.length - most) + " more"));
  return element;
}

function titled(title, list) {
  return list ? [el("p", { class: "label" }, title), list] : [];
}

function badge(op) {
  return el("span", { class: "op op-" + op }, op);
}

export function pointer(text) {
  return el("code", { class: "pointer" }, text);
}
