// What comes of the two texts, on the page: the new profile with marks, what
// happened, and the errors below the text that they are in.

import { announce, button, el, renew } from "./dom.js";
import { Chunks } from "./chunks.js";
import { isCovered } from "./cover.js";
import { withCopy } from "./copy.js";
import { time } from "./run.js";
import { stays, tied, tieTo, told, traps } from "./steps.js";
import { editors, inputs, isExample } from "./texts.js";
import { changes, count, headline, list, place, sentence, summary } from "./view.js";

const $ = (id) => document.getElementById(id);
const result = $("result");

const shown = new Chunks(result.querySelector("code"));

let last; // outcome, and the texts that it is of
let report; // what is said of it, as a text
let newProfile = result.querySelector("code").textContent; // the last one

export function makeOutcome() {
  withCopy(result, () => newProfile);
}

/** Whether the API refuses the body for what it asks, and not for how it is written. */
export const refuses = ({ errors }) => errors?.every(({ code }) => code === "bad-metadata-field");

/** Shows an outcome of some texts, and says it when the typing pauses. */
export function paint(outcome, texts) {
  last = [outcome, texts];
  show(outcome, texts);
  const errors = seen(outcome);
  if (isCovered() ? errors.length > 0 : !isExample()) announce(outcome.ok ? summary(outcome) : spoken(errors), 800);
}

/** Shows the last outcome again: it is covered now, or no longer. */
export function repaint() {
  if (last) show(...last);
}

// The errors that do not tell what somebody is to predict.
const seen = (outcome) => isCovered() && refuses(outcome) ? [] : outcome.errors ?? [];

function show(outcome, { profile }) {
  const covered = isCovered();
  const errors = seen(outcome);
  for (const input of inputs) {
    showErrors(input, errors.filter((error) => error.input === input), input === "body" && outcome.ok && !covered ? traps(outcome) : []);
  }
  $("timing").textContent = "computed in " + time(outcome.ms);
  result.classList.toggle("stale", !outcome.ok);
  showReport(outcome);
  if (outcome.ok) {
    newProfile = outcome.result;
    shown.show(newProfile, changes(outcome, profile));
  }
  tieTo(outcome, covered);
}

function showReport(outcome) {
  const now = summary(outcome) + (outcome.ok ? told(outcome) : "");
  if (now === report) return; // mostly somebody is typing a value
  report = now;
  const [status, reason] = outcome.ok ? [200, "OK"] : [400, "Bad Request"];
  renew($("report"), el("div", null,
    el("p", { class: "headline" }, ...headline(status, reason, outcome)),
    ...(outcome.ok ? tied(outcome) : [el("p", null, "The errors stand below the text they are in. Until they are gone, the new profile is that of the last texts without errors.")])), stays);
}

function spoken(errors) {
  const [first] = errors;
  const where = first.input === "profile" ? "profile" : "body";
  return count(errors.length, "error") + ", the first in the " + where + ", " + place(first);
}

function showErrors(input, errors, warnings) {
  editors[input].mark(errors, warnings);
  const problems = list("problems", errors, (error) => el("li", null,
    button(place(error), { class: "place" }, () => goTo(editors[input], error)), " ", ...sentence(error)));
  $(input + "-problems").replaceChildren(...(problems ? [problems] : []));
}

function goTo(editor, { span: [start, end], line }) {
  editor.select(start, Math.max(end, start + 1), line);
}
