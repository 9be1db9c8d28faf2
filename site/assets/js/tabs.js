// The snippets of an example, which stand one below the other, as tabs. All
// examples of the page show the same language, which the browser remembers.

import { memory } from "./dom.js";
import { tablist } from "./tablist.js";

const remembered = memory("localStorage");
const groups = []; // one a set of snippets

/** Makes tabs of the snippets in an element. */
export function addTabs(snippets) {
  const panels = [...snippets.querySelectorAll(".snippet")];
  if (panels.length < 2) return;
  const tabs = panels.map((panel) => ({ panel, label: panel.querySelector(".language").textContent }));
  const { row, select } = tablist("Language", tabs, (panel) => choose(panel.dataset.language));
  snippets.prepend(row);
  snippets.classList.add("tabbed");
  const group = (language) => select(panels.find((panel) => panel.dataset.language === language) ?? panels[0]);
  groups.push(group);
  group(remembered.get("language"));
}

function choose(language) {
  remembered.set("language", language);
  for (const group of groups) group(language);
}
