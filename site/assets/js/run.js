// Run: the example's request on the engine in the page. Its answer takes the
// place of the one that was written at build.

import { announce, el } from "./dom.js";
import { call, start } from "./engine.js";
import { answer, headline, summary } from "./view.js";

export function makeRun() {
  for (const example of document.querySelectorAll(".example")) {
    const button = example.querySelector(".run");
    if (!button) continue;
    for (const sign of ["pointerenter", "focus", "touchstart"]) {
      button.addEventListener(sign, start, { once: true, passive: true });
    }
    button.addEventListener("click", () => run(example));
    button.hidden = false;
  }
}

async function run(example) {
  const { runProfile, runMethod, runAddress, runBody } = example.dataset;
  const details = example.querySelector(".answer");
  const body = details.querySelector(".answer-body");
  details.open = true;
  try {
    const live = await call("send", runProfile, runMethod, runAddress, runBody);
    details.querySelector("summary").replaceChildren(
      ...headline(live.status, live.reason, live.outcome), " ",
      el("span", { class: "live" }, "Run in your browser in " + time(live.ms)));
    body.replaceChildren(...answer(live));
    announce(live.status + " " + live.reason + ": " + summary(live.outcome));
  } catch (error) {
    body.querySelector(".failure")?.remove();
    body.prepend(el("p", { class: "failure" }, error.message));
    announce(error.message);
  }
}

/** "0.4 ms": browsers do not tell the time more exactly. */
export function time(ms) {
  return ms < 0.1 ? "less than 0.1 ms" : ms.toFixed(1) + " ms";
}
