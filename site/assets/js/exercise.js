// Tasks for readers, checked by the engine: to find a body, of which any is right
// that leads where it should, or to predict what becomes of the profile.

import { announce, el } from "./dom.js";
import { call, start } from "./engine.js";
import { list, problems } from "./view.js";

export function makeExercises() {
  for (const exercise of document.querySelectorAll(".exercise")) {
    const text = exercise.querySelector("textarea");
    text.addEventListener("focus", start, { once: true });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check(exercise, text);
    });
    exercise.querySelector(".check-answer").addEventListener("click", () => check(exercise, text));
    // Who sees what happens hears then how far off the prediction was, if there is one.
    exercise.querySelector(".run")?.addEventListener("click", () => {
      if (text.value !== text.defaultValue) check(exercise, text, 2000);
    });
    exercise.querySelector(".try").hidden = false;
  }
}

async function check(exercise, text, delay) {
  const { runProfile: profile, goal } = exercise.dataset;
  const predicts = exercise.matches(".predict");
  const verdict = exercise.querySelector(".verdict");
  const say = (right, sentence, ...more) => {
    verdict.replaceChildren(el("p", { class: right ? "right" : "wrong" }, sentence), ...more.filter((part) => part != null));
    announce(sentence, delay);
  };
  try {
    const outcome = predicts ? { ok: true, result: text.value } : await call("apply", profile, text.value);
    if (!outcome.ok) return say(false, "The API would refuse this body.", ...problems(outcome.errors));
    const { ok, errors, differences, tooMany } = await call("diff", outcome.result, goal);
    if (!ok) return say(false, "This is not a profile.", ...problems(errors));
    if (differences.length === 0 && !tooMany) return say(true, predicts ? "Right: this is what happens." : "Right: the profile is what it should be.");
    say(false, differences.length === 1 ? "Not yet: one property is not what it should be." : `Not yet: ${differences.length || "many"} properties are not what they should be.`,
      list("differences", differences, ({ kind, pointer }) => el("li", null, el("code", { class: "pointer" }, pointer), " ", said[kind])));
  } catch (error) {
    say(false, error.message);
  }
}

const said = { missing: "is missing", extra: "should not be there", "other-value": "has another value than it should" };
