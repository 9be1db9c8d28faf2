// What every page but the playground loads.

import { makeTabs } from "./tabs.js";
import { makeRun } from "./run.js";
import { withCopy } from "./copy.js";
import { program } from "./slots.js";
import { makeValues } from "./values.js";
import { makeExercises } from "./exercise.js";
import { makeSearch } from "./search.js";

makeTabs();
document.querySelectorAll("figure.code").forEach((figure) => withCopy(figure, () => program(figure.querySelector("code"))));
makeValues();
makeSearch();
makeExercises();
makeRun();

// Where the table of contents is a sheet over the page, following a link closes it.
document.getElementById("toc")?.addEventListener("click", (event) => {
  if (event.target.closest("a")) event.currentTarget.hidePopover();
});
