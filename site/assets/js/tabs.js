// The snippets of an example, which stand one below the other, as tabs. All
// examples of the page show the same language, which the browser remembers.

import { button, el, memory } from "./dom.js";

const remembered = memory("localStorage");
const groups = []; // one a set of snippets: language -> {tab, panel}

export function makeTabs() {
  for (const snippets of document.querySelectorAll(".snippets")) {
    const panels = [...snippets.querySelectorAll(".snippet")];
    if (panels.length > 1) groups.push(makeGroup(snippets, panels));
  }
  const language = remembered.get("language");
  for (const group of groups) select(group, group.has(language) ? language : group.keys().next().value);
}

function makeGroup(snippets, panels) {
  const group = new Map();
  const tablist = el("div", { class: "tabs", role: "tablist", "aria-label": "Language" });
  for (const panel of panels) {
    const { language } = panel.dataset;
    const label = panel.querySelector(".language").textContent;
    const tab = button(label, { role: "tab", id: panel.id + "-tab", "aria-controls": panel.id }, () => choose(language));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    group.set(language, { tab, panel });
    tablist.append(tab);
  }
  tablist.addEventListener("keydown", (event) => {
    const languages = [...group.keys()];
    const at = languages.findIndex((language) => group.get(language).tab === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to == null) return;
    event.preventDefault();
    const language = languages.at(to % languages.length);
    choose(language);
    group.get(language).tab.focus();
  });
  snippets.prepend(tablist);
  snippets.classList.add("tabbed");
  return group;
}

function choose(language) {
  remembered.set("language", language);
  for (const group of groups) if (group.has(language)) select(group, language);
}

function select(group, language) {
  for (const [key, { tab, panel }] of group) {
    const selected = key === language;
    tab.setAttribute("aria-selected", selected);
    tab.tabIndex = selected ? 0 : -1;
    panel.hidden = !selected;
    if (selected && tab.previousSibling) reveal(tab);
  }
}

// reveal brings a tab into the middle of its row, which may be longer than the
// page is wide. The page itself must not move.
function reveal(tab) {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
