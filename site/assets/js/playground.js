// The playground: two texts, and what comes of them at each keystroke.

import { announce, button, el } from "./dom.js";
import { call, start } from "./engine.js";
import { toClipboard, withCopy } from "./copy.js";
import { draft, exchange, inEditors, lastAside, same, setAside } from "./draft.js";
import { marked } from "./json.js";
import { Editor, isLong } from "./long.js";
import { count, headline, list, place, report, sentence, summary } from "./view.js";
import { time } from "./run.js";
import { makeSearch } from "./search.js";

const $ = (id) => document.getElementById(id);
const editors = Object.fromEntries(["profile", "body"].map((input) =>
  [input, new Editor($(input), $(input + "-long"), () => clear(input))]));
const result = $("result");

const example = { name: "the example", profile: $("profile").defaultValue, body: $("body").defaultValue };
let name = example.name; // what the texts in the editors are

const texts = () => ({ name, profile: editors.profile.value, body: editors.body.value });
const fragment = () => location.hash.slice(1);

// The editors.

function show(next) {
  name = next.name;
  for (const [input, editor] of Object.entries(editors)) {
    editor.value = next[input];
  }
  inEditors(next);
  compute();
}

function typed() {
  name = "my draft";
  draft.save(texts(), fragment());
  compute();
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

function clear(input) {
  replace({ ...texts(), name: "my draft", [input]: "" }, "What was here is kept.");
  $(input).focus();
}

// What the line of the toolbar says, with the way back to what gave way.
function say(message) {
  const other = lastAside();
  $("notice-text").textContent = message;
  $("notice-action").hidden = !other;
  $("notice-action").textContent = other ? "Back to " + other.name : "";
  if (message) announce(message);
}

// replace shows other texts; what the visitor typed is kept.
function replace(next, message) {
  const now = texts();
  show(next);
  const keep = now.name === "my draft" && !same(now, next);
  if (keep) setAside(now);
  say(keep ? message : "");
}

function reset() {
  replace(example, "The editors hold the example again. Your draft is kept.");
  draft.save(example, fragment());
}

function back() {
  const next = exchange(texts());
  show(next);
  draft.save(texts(), fragment());
  say("This is " + next.name + ".");
}

// Computing: one call at a time, and then the newest texts only.

let newProfile = result.querySelector("code").textContent; // the last one
let busy = false;
let newer = false;

async function compute() {
  newer = true;
  if (busy) return;
  busy = true;
  while (newer) {
    newer = false;
    const { profile, body } = texts();
    try {
      const outcome = await call("apply", profile, body);
      if (!newer) paint(outcome);
    } catch (error) {
      say(error.message);
    }
  }
  busy = false;
}

function paint(outcome) {
  const errors = outcome.errors ?? [];
  for (const input of Object.keys(editors)) showErrors(input, errors.filter((error) => error.input === input));
  $("timing").textContent = "computed in " + time(outcome.ms);
  result.classList.toggle("stale", !outcome.ok);
  const [status, reason] = outcome.ok ? [200, "OK"] : [400, "Bad Request"];
  $("report").replaceChildren(
    el("p", { class: "headline" }, ...headline(status, reason, outcome)),
    ...(outcome.ok ? report(outcome) : [el("p", null, "The errors stand below the text they are in. Until they are gone, the new profile is that of the last texts without errors.")]));
  if (outcome.ok) {
    const marks = outcome.steps.filter((step) => step.result && step.op !== "unchanged")
      .map(({ op, result: [start, end] }) => ({ op, start, end }));
    newProfile = outcome.result;
    result.querySelector("code").replaceChildren(marked(newProfile, marks));
  }
  if (name !== example.name) announce(outcome.ok ? summary(outcome) : spoken(errors), 800); // when the typing pauses
}

function spoken(errors) {
  const [first] = errors;
  const where = first.input === "profile" ? "profile" : "body";
  return count(errors.length, "error") + ", the first in the " + where + ", " + place(first);
}

function showErrors(input, errors) {
  if (errors.length > 0) {
    $(input).setAttribute("aria-invalid", "true");
  } else {
    $(input).removeAttribute("aria-invalid");
  }
  const problems = list("problems", errors, (error) => el("li", null,
    button(place(error), { class: "place" }, () => goTo(editors[input], error)), " ", ...sentence(error)));
  $(input + "-problems").replaceChildren(...(problems ? [problems] : []));
}

function goTo(editor, { span: [start, end], line }) {
  editor.select(start, Math.max(end, start + 1), line);
}

// Links.

async function share() {
  try {
    const link = await call("share", editors.profile.value, editors.body.value);
    if (!link.ok) {
      say(link.text + " " + link.hint);
      return;
    }
    const { fragment } = link;
    history.replaceState(null, "", "#" + fragment);
    draft.save(texts(), fragment);
    const length = count(location.href.length, "character");
    say(await toClipboard(location.href)
      ? "Link copied: " + length + ". It holds both texts, for whoever has it."
      : "The link is in the address bar now, " + length + ": copy it from there. It holds both texts.");
  } catch (error) {
    say(error.message);
  }
}

/** Opens the page's fragment; mine is the draft that was typed under it, if any. */
async function arrive(mine) {
  const from = fragment();
  if (!from) return;
  try {
    const link = await call("open", from);
    if (from !== fragment()) return; // another one has arrived meanwhile
    if (!link.ok) {
      say([link.text, link.hint].filter(Boolean).join(" ") + " Your text is untouched.");
      return;
    }
    const shared = { name: "the shared text", profile: link.profile, body: link.body };
    if (!mine) {
      replace(shared, "This is a shared text. Your draft is kept.");
    } else if (!same(texts(), shared)) {
      setAside(shared);
      say("This is what you had here last.");
    }
  } catch (error) {
    say(error.message);
  }
}

// The page begins. The draft stands first, so that no link can touch it.

for (const input of Object.keys(editors)) {
  $(input).addEventListener("input", typed);
  $(input).addEventListener("paste", (event) => brought(event, input, event.clipboardData.getData("text/plain")));
  $(input).addEventListener("drop", (event) => dropped(event, input));
}
$("share").addEventListener("click", share);
$("reset").addEventListener("click", reset);
$("notice-action").addEventListener("click", back);
window.addEventListener("hashchange", () => arrive(false));
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  event.preventDefault();
  share();
});
for (const id of ["share", "reset"]) $(id).hidden = false;
withCopy(result, () => newProfile);
start();
const kept = draft.get();
if (kept) {
  show(kept);
} else {
  compute();
}
say("");
arrive(draft.isUnder(kept, fragment()));

makeSearch();
