// What every page but the playground loads.

import { made } from "./dom.js";
import { addTabs } from "./tabs.js";
import { makeRun } from "./run.js";
import { withCopy } from "./copy.js";
import { program } from "./slots.js";
import { makeValues } from "./values.js";
import { makeExercises } from "./exercise.js";
import { makeSearch } from "./search.js";

// A link into a page whose # a mail program has escaped leads to an address that
// no page has, and so to the page that says so.
const escaped = location.pathname.search(/%(25)*23/);
if (escaped >= 0) location.replace(location.pathname.slice(0, escaped) + location.pathname.slice(escaped).replace(/%(25)*23/, "#"));

function makeCopies() {
  document.querySelectorAll("figure.code:not(:has(.copy))").forEach((figure) => withCopy(figure, () => program(figure.querySelector("code"))));
}

// One after another, with room for the reader between them: a phone takes a
// while for each.
async function make() {
  const examples = [...document.querySelectorAll(".snippets:not(.tabbed)")];
  for (const step of [...examples.map((snippets) => () => addTabs(snippets)), makeCopies, makeRun, makeExercises, makeValues]) {
    step();
    await new Promise((go) => setTimeout(go));
  }
  made();
}

addEventListener("renewed", make); // what an edit has brought
makeSearch();
await make();

// Where the table of contents is a sheet over the page, following a link closes it.
document.addEventListener("click", ({ target }) => {
  if (target.closest("#toc a")) document.getElementById("toc").hidePopover();
});
