// The playground: two texts, and what comes of them at each keystroke. This is
// where its parts are put together.

import { made, whole } from "./dom.js";
import { makeCode } from "./code.js";
import { makeCompare } from "./compare.js";
import { compute, onOutcome } from "./compute.js";
import { draft } from "./draft.js";
import { hurry, start } from "./engine.js";
import { openExamples } from "./examples.js";
import { makeFormat } from "./format.js";
import { makeGoal } from "./goal.js";
import { makeHistory, sendBody } from "./history.js";
import { arrive, share } from "./links.js";
import { makeOutcome, paint } from "./outcome.js";
import { makePanes } from "./panes.js";
import { makePaper } from "./paper.js";
import { makePredict } from "./predict.js";
import { makeSearch } from "./search.js";
import { onSent } from "./sent.js";
import { editors, fragment, onChange, reset, say, sent, show } from "./texts.js";
import { offlineURL, trusted } from "./trusted.js";
import { makeViews } from "./views.js";

const $ = (id) => document.getElementById(id);

// The page begins. The draft stands first, so that nothing can touch it that
// comes later, be it a link or somebody's typing.
const kept = draft.get();
if (kept) show(kept);
start();
await new Promise((resolve) => setTimeout(resolve)); // a browser may paint between the two halves of this work

const keys = { s: share, enter: sendBody }; // with Control or Command

async function help() {
  const { openKeys } = await import("./keys.js");
  openKeys();
}

for (const [id, act] of Object.entries({ share, reset, send: sendBody, examples: () => openExamples(() => views.choose("predict")), keys: help })) {
  $(id).addEventListener("click", act);
  $(id).hidden = false;
}
window.addEventListener("hashchange", () => arrive(false));
document.addEventListener("keydown", (event) => {
  if (event.altKey) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const act = event.ctrlKey || event.metaKey ? !event.shiftKey && keys[event.key.toLowerCase()] : event.key === "?" && !typing && help;
  if (!act) return;
  event.preventDefault(); // in a dialog too, where the browser would save the page
  if (!document.querySelector("dialog[open]")) act();
});

makePanes();
makePaper();
makeFormat(editors, say);
makeOutcome();
const views = makeViews([
  { name: "steps", label: "What happened", make: () => () => {} }, // paint shows it, seen or not
  { name: "goal", label: "Goal", make: makeGoal },
  { name: "compare", label: "RFC 7396", make: makeCompare },
  { name: "code", label: "Code", make: makeCode },
  { name: "sent", label: "Sent", make: makeHistory },
  { name: "predict", label: "Predict", make: makePredict },
]);
const countSent = () => views.rename("sent", sent().length > 0 ? "Sent (" + sent().length + ")" : "Sent");
onSent(countSent);
countSent();
onOutcome(paint);
onOutcome(views.update);
onChange(compute);
compute();
say("");
arrive(draft.isUnder(kept, fragment()));

makeSearch();
made();
const hurries = ({ target }) => {
  if (!target.closest?.(".pane")) return; // nobody types there
  removeEventListener("focusin", hurries);
  hurry();
};
addEventListener("focusin", hurries);

// Once opened, the playground works offline; but not while somebody writes pages.
if (navigator.serviceWorker && !document.documentElement.dataset.build) {
  await whole();
  navigator.serviceWorker.register(trusted(offlineURL)).catch(() => {}); // then it needs the network
}
