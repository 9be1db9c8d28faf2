// Tasks for readers, checked by the engine: to find a body, of which any is right
// that leads where it should, or to predict what becomes of the profile.

import { call, start } from "./engine.js";
import { judge, tell } from "./verdict.js";
import { problems } from "./view.js";

export function makeExercises() {
  for (const place of document.querySelectorAll(".try[hidden]")) {
    const exercise = place.closest(".exercise");
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
    place.hidden = false;
  }
}

async function check(exercise, text, delay) {
  const { runProfile: profile, goal } = exercise.dataset;
  const verdict = exercise.querySelector(".verdict");
  try {
    if (exercise.matches(".predict")) return await judge(verdict, text.value, goal, "Right: this is what happens.", delay);
    const outcome = await call("apply", profile, text.value);
    if (!outcome.ok) return tell(verdict, false, "The API would refuse this body.", problems(outcome.errors));
    await judge(verdict, outcome.result, goal, "Right: the profile is what it should be.");
  } catch (error) {
    tell(verdict, false, error.message, [], delay);
  }
}
