// The playground: two texts, and what comes of them at each keystroke. This is
// where its parts are put together.

import { compute, onOutcome } from "./compute.js";
import { draft } from "./draft.js";
import { start } from "./engine.js";
import { arrive, share } from "./links.js";
import { makeOutcome, paint } from "./outcome.js";
import { makeSearch } from "./search.js";
import { fragment, onChange, reset, say, show } from "./texts.js";

const $ = (id) => document.getElementById(id);

$("share").addEventListener("click", share);
$("reset").addEventListener("click", reset);
window.addEventListener("hashchange", () => arrive(false));
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  event.preventDefault();
  share();
});
for (const id of ["share", "reset"]) $(id).hidden = false;
makeOutcome();
onOutcome(paint);
onChange(compute);
start();

// The page begins. The draft stands first, so that no link can touch it.
const kept = draft.get();
if (kept) {
  show(kept);
} else {
  compute();
}
say("");
arrive(draft.isUnder(kept, fragment()));

makeSearch();
