// The button Send, and the view "Sent": the bodies that were sent, with what each changed.

import { button, el } from "./dom.js";
import { coloured } from "./json.js";
import { notice } from "./notice.js";
import { onSent, replay, send, undo } from "./sent.js";
import { sent } from "./texts.js";
import { steps, summary } from "./view.js";

/** Sends the body, and says what has come of it. */
export async function sendBody() {
  await said(send);
}

async function said(act) {
  try {
    const outcome = await act();
    if (!outcome.ok) return notice("The API would refuse this body: nothing was sent.");
    const last = sent().findLastIndex((entry) => !entry.undone);
    notice("Sent: " + summary(outcome) + ". The new profile is the stored one now.", { text: "Undo", act: () => back(last) });
  } catch (error) {
    notice(error.message);
  }
}

function back(i) {
  undo(i);
  notice("The profile is as it was before body " + (i + 1) + ".");
}

export function makeHistory(panel) {
  const show = () => {
    const all = sent();
    panel.replaceChildren(...all.length > 0 ? [el("ol", { class: "sent" }, ...all.map(item))]
      : [el("p", { class: "lead" }, "Nothing was sent yet. Send makes the new profile the stored one, and lists the body here.")]);
  };
  onSent(() => {
    const focused = panel.contains(document.activeElement) && document.activeElement.dataset.entry;
    show();
    if (focused) panel.querySelector(`button[data-entry="${focused}"]`)?.focus();
  });
  show();
  return () => {};
}

function item(entry, i) {
  const n = i + 1;
  return el("li", { class: entry.undone ? "undone" : null },
    el("details", null,
      el("summary", null, "Body " + n + ": ", el("span", { class: "summary" }, summary({ ok: true, ...entry })), entry.undone ? " (undone)" : ""),
      el("figure", { class: "code" }, el("pre", { tabindex: "0", "aria-label": "Body " + n }, el("code", { class: "language-json" }, coloured(entry.body)))),
      ...steps(entry)),
    entry.undone
      ? button("Send again", { "data-entry": n, "aria-label": "Send again, down to body " + n }, () => said(() => replay(i)))
      : button("Undo", { "data-entry": n, "aria-label": "Undo body " + n + " and what came after it" }, () => back(i)));
}
