// The playground as a frame in somebody else's page: the texts of the link,
// which can be changed, and what comes of them. Nothing is stored.

import { el, made } from "./dom.js";
import { call, start } from "./engine.js";
import { marked } from "./json.js";
import { isLong } from "./long.js";
import { newest } from "./newest.js";
import { headline, place, problems, steps, warnings } from "./view.js";

const $ = (id) => document.getElementById(id);
const inputs = ["profile", "body"];

const compute = newest(async (isNewest) => {
  const texts = inputs.map((input) => $(input).value);
  try {
    const outcome = await call("apply", ...texts);
    const link = await call("share", ...texts);
    if (!isNewest()) return;
    paint(outcome);
    $("to-playground").hash = link.ok ? link.fragment : "";
  } catch (error) {
    say(error.message);
  }
});

function paint(outcome) {
  for (const input of inputs) {
    const wrong = outcome.errors?.find((error) => error.input === input);
    $(input).setAttribute("aria-invalid", wrong !== undefined);
    $(input + "-problems").textContent = wrong ? place(wrong) : "";
  }
  $("report").replaceChildren(
    el("p", { class: "headline" }, ...headline(...(outcome.ok ? [200, "OK"] : [400, "Bad Request"]), outcome)),
    ...(outcome.ok ? [...warnings(outcome), ...steps(outcome)] : problems(outcome.errors)));
  $("result").classList.toggle("stale", !outcome.ok);
  if (!outcome.ok) return;
  const marks = outcome.steps.filter((step) => step.result && step.op !== "unchanged")
    .map(({ op, result: [start, end] }) => ({ op, start, end }));
  $("result").querySelector("code").replaceChildren(marked(outcome.result, marks));
}

function say(message) {
  $("report").replaceChildren(el("p", { class: "failure", role: "alert" }, message));
}

async function arrive() {
  const fragment = location.hash.slice(1);
  if (!fragment) return compute();
  try {
    const link = await call("open", fragment);
    if (!link.ok) return say(link.text + " " + link.hint);
    if (inputs.some((input) => isLong(link[input]))) return say("These texts are too long to be shown here. Open them in the playground.");
    for (const input of inputs) $(input).value = link[input];
    compute();
  } catch (error) {
    say(error.message);
  }
}

// The page around the frame may ask how high it is. It is told, then and
// whenever that changes, and nobody else is: the answer is for the origin that
// asked. The height is all that it learns.

let asked = null;

function tell() {
  if (asked) parent.postMessage({ mergebook: "height", height: Math.ceil(document.body.getBoundingClientRect().height) }, asked);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || source === window || data?.mergebook !== "height?" || !/^https?:/.test(origin)) return;
  asked = origin;
  tell();
});
new ResizeObserver(tell).observe(document.body);

for (const input of inputs) $(input).addEventListener("input", compute);
addEventListener("hashchange", arrive);
$("to-playground").hash = location.hash;
start();
arrive();
made();
