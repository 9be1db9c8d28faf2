// Exercises: a reader finds a body, and the engine says whether it leads where
// it should. Any body that does is right.

import { announce, el } from "./dom.js";
import { call, start } from "./engine.js";
import { problems } from "./view.js";

export function makeExercises() {
  for (const exercise of document.querySelectorAll(".exercise")) {
    const text = exercise.querySelector("textarea");
    text.addEventListener("focus", start, { once: true });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) check(exercise, text);
    });
    exercise.querySelector(".check-answer").addEventListener("click", () => check(exercise, text));
    exercise.querySelector(".try").hidden = false;
  }
}

async function check(exercise, text) {
  const { runProfile: profile, goal } = exercise.dataset;
  const verdict = exercise.querySelector(".verdict");
  const say = (right, sentence, ...more) => {
    verdict.replaceChildren(el("p", { class: right ? "right" : "wrong" }, sentence), ...more);
    announce(sentence);
  };
  try {
    const outcome = await call("apply", profile, text.value);
    if (!outcome.ok) return say(false, "The API would refuse this body.", ...problems(outcome.errors));
    const left = await missing(outcome.result, goal);
    if (left.length === 0) return say(true, "Right: the profile is what it should be.");
    say(false, left.length === 1 ? "Not yet: one property is not what it should be." : `Not yet: ${left.length} properties are not what they should be.`,
      el("ul", null, ...left.map(([pointer, what]) => el("li", null, el("code", { class: "pointer" }, pointer), " ", what))));
  } catch (error) {
    say(false, error.message);
  }
}

// missing returns what still differs, as [pointer, what is wrong with it].
async function missing(result, goal) {
  const route = await call("inverse", result, goal);
  if (!route.ok) return route.obstacles?.map(({ pointer }) => [pointer, "is not what it should be"]) ?? [["", "is not what it should be"]];
  const { steps } = await call("apply", result, route.bodies[0]);
  const said = { added: "is missing", created: "is missing", deleted: "should not be there", cleared: "should be empty or not there", replaced: "has another value than it should" };
  return steps.filter(({ op }) => op in said).map(({ op, pointer }) => [pointer, said[op]]);
}
