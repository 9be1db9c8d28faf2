// Whether a profile is the one that it should be, in words.

import { announce, el } from "./dom.js";
import { call } from "./engine.js";
import { list, problems } from "./view.js";

/** Says in a place whether somebody was right, and announces it. */
export function tell(place, right, sentence, parts = [], delay) {
  place.replaceChildren(el("p", { class: right ? "right" : "wrong" }, sentence), ...parts.filter((part) => part != null));
  announce(sentence, delay);
}

/** Compares a profile with the goal, and says so in a place; right is what to say if they are the same. */
export async function judge(place, profile, goal, right, delay) {
  const { ok, errors, differences, tooMany } = await call("diff", profile, goal);
  if (!ok) return tell(place, false, "This is not a profile.", problems(errors), delay);
  if (differences.length === 0 && !tooMany) return tell(place, true, right, [], delay);
  tell(place, false, differences.length === 1 ? "Not yet: one property is not what it should be." : `Not yet: ${differences.length || "many"} properties are not what they should be.`,
    [list("differences", differences, ({ kind, pointer }) => el("li", null, el("code", { class: "pointer" }, pointer), " ", said[kind]))], delay);
}

const said = { missing: "is missing", extra: "should not be there", "other-value": "has another value than it should" };
