// The playground as a frame in somebody else's page: the texts of the link,
// which can be changed, and what comes of them. Nothing is stored.

import { el, made } from "./dom.js";
import { call, start } from "./engine.js";
import { marked } from "./json.js";
import { isLong } from "./long.js";
import { newest } from "./newest.js";
import { link, opened } from "./sequence.js";
import { changes, count, headline, place, problems, steps, warnings } from "./view.js";

const $ = (id) => document.getElementById(id);
const inputs = ["profile", "body"];
const foot = el("span", { id: "sent-before" });
$("to-playground").before(foot);

// What was sent before, and the profile that came of it. Who changes that begins anew.
let before = { sent: [], profile: "" };
const sent = () => $("profile").value === before.profile ? before.sent : [];

const compute = newest(async (isNewest) => {
  const texts = inputs.map((input) => $(input).value);
  try {
    const outcome = await call("apply", ...texts);
    const to = await link(...texts, sent());
    if (!isNewest()) return;
    paint(outcome, texts[0]);
    $("to-playground").hash = to.ok ? to.fragment : "";
  } catch (error) {
    say(error.message);
  }
});

function paint(outcome, profile) {
  for (const input of inputs) {
    const wrong = outcome.errors?.find((error) => error.input === input);
    $(input).setAttribute("aria-invalid", wrong !== undefined);
    $(input + "-problems").textContent = wrong ? place(wrong) : "";
  }
  $("report").replaceChildren(
    el("p", { class: "headline" }, ...headline(...(outcome.ok ? [200, "OK"] : [400, "Bad Request"]), outcome)),
    ...(outcome.ok ? [...warnings(outcome), ...steps(outcome)] : problems(outcome.errors)));
  const n = sent().length;
  foot.textContent = n === 0 ? "" : count(n, "body was", "bodies were") + " sent before. ";
  $("result").classList.toggle("stale", !outcome.ok);
  if (!outcome.ok) return;
  $("result").querySelector("code").replaceChildren(marked(outcome.result, changes(outcome, profile)));
}

function say(message) {
  $("report").replaceChildren(el("p", { class: "failure", role: "alert" }, message));
}

async function arrive() {
  const fragment = location.hash.slice(1);
  if (!fragment) return compute();
  try {
    const { trouble, ...held } = await opened(fragment);
    if (trouble) return say(trouble);
    if (inputs.some((input) => isLong(held[input]))) return say("These texts are too long to be shown here. Open them in the playground.");
    for (const input of inputs) $(input).value = held[input];
    before = held;
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
