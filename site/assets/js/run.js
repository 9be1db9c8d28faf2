// Run: the example's request on the engine in the page, or in the live sandbox. Its
// answer takes the place of the one that was written at build.

import { announce, button, el } from "./dom.js";
import { call, loaded, start, warm } from "./engine.js";
import { goLive, sendLive } from "./sandbox.js";
import { hasSandbox, isLive, setLive } from "./slots.js";
import { answer, headline, response, summary } from "./view.js";

export function makeRun() {
  for (const opener of document.querySelectorAll(".run[hidden]")) {
    const example = opener.closest(".example");
    for (const sign of ["pointerenter", "focus", "touchstart"]) {
      opener.addEventListener(sign, start, { once: true, passive: true });
    }
    opener.addEventListener("click", () => run(example));
    opener.hidden = false;
    if (hasSandbox && example.querySelector(".snippets")) opener.after(makeSwitch());
  }
  showSwitches();
  warm();
}

const switches = [];

// makeSwitch makes the choice of where to run, which is one for all examples.
function makeSwitch() {
  const live = button("Live sandbox", { class: "live-switch", "aria-pressed": "false" }, choose);
  switches.push(live);
  return live;
}

function showSwitches() {
  for (const live of switches) live.setAttribute("aria-pressed", isLive());
}

async function choose() {
  try {
    if (isLive()) setLive(false);
    else await goLive();
    announce(isLive() ? "Run sends to the live sandbox now. The snippets have the address and the token of your own tenant there." : "Run uses the engine in this page again. The snippets have your own values.");
  } catch (error) {
    announce(error.message);
  }
  showSwitches();
}

async function run(example) {
  const { runProfile, runMethod, runAddress, runBody } = example.dataset;
  const details = example.querySelector(".answer");
  const body = details.querySelector(".answer-body");
  details.open = true;
  try {
    const here = await call("send", runProfile, runMethod, runAddress, runBody);
    loaded();
    const live = isLive() ? await sendLive(example.dataset) : null;
    const all = { ...here, ...live };
    // The engine in the page explains what the API did; it lets more bodies pass.
    const explained = all.status === here.status;
    details.querySelector("summary").replaceChildren(
      ...(explained ? headline(all.status, all.reason, all.outcome) : [el("span", { class: "status status-error" }, all.status + " " + all.reason)]), " ",
      el("span", { class: "live" }, (live ? "Answered by the sandbox in " : "Run in your browser in ") + time(all.ms)));
    body.replaceChildren(...(explained ? answer(all) : [response(all)]));
    announce(all.status + " " + all.reason + (explained ? ": " + summary(all.outcome) : ""));
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
