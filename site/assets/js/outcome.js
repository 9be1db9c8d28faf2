// What comes of the two texts, on the page: the new profile with marks, what
// happened, and the errors below the text that they are in.

import { announce, button, el, renew } from "./dom.js";
import { Chunks } from "./chunks.js";
import { withCopy } from "./copy.js";
import { time } from "./run.js";
import { markGone, stays, tied, traps } from "./steps.js";
import { editors, inputs, isExample } from "./texts.js";
import { count, headline, list, place, sentence, summary } from "./view.js";

const $ = (id) => document.getElementById(id);
const result = $("result");

const shown = new Chunks(result.querySelector("code"));

let newProfile = result.querySelector("code").textContent; // the last one

export function makeOutcome() {
  withCopy(result, () => newProfile);
}

export function paint(outcome) {
  const errors = outcome.errors ?? [];
  for (const input of inputs) {
    showErrors(input, errors.filter((error) => error.input === input), input === "body" && outcome.ok ? traps(outcome) : []);
  }
  $("timing").textContent = "computed in " + time(outcome.ms);
  result.classList.toggle("stale", !outcome.ok);
  const [status, reason] = outcome.ok ? [200, "OK"] : [400, "Bad Request"];
  renew($("report"), el("div", null,
    el("p", { class: "headline" }, ...headline(status, reason, outcome)),
    ...(outcome.ok ? tied(outcome) : [el("p", null, "The errors stand below the text they are in. Until they are gone, the new profile is that of the last texts without errors.")])), stays);
  if (outcome.ok) {
    const marks = outcome.steps.filter((step) => step.result && step.op !== "unchanged")
      .map(({ op, result: [start, end] }) => ({ op, start, end }));
    newProfile = outcome.result;
    shown.show(newProfile, marks);
  }
  markGone(outcome);
  if (!isExample()) announce(outcome.ok ? summary(outcome) : spoken(errors), 800); // when the typing pauses
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
