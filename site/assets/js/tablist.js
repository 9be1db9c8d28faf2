// Tabs: a row of buttons, one a panel, of which one is chosen. Arrows, Home and
// End go along the row.

import { button, el } from "./dom.js";
import { roving } from "./roving.js";

/** Makes tabs of [{label, panel}]; choose(panel) is called when somebody chooses one. */
export function tablist(label, tabs, choose) {
  const row = el("div", { class: "tabs", role: "tablist", "aria-label": label });
  for (const { label, panel } of tabs) {
    const tab = button(label, { role: "tab", id: panel.id + "-tab", "aria-controls": panel.id }, () => choose(panel));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    row.append(tab);
  }
  roving(row, (i) => choose(tabs[i].panel));
  return {
    row,

    /** Shows a panel and hides the others. */
    select(chosen) {
      for (const [i, { panel }] of tabs.entries()) {
        const tab = row.children[i];
        const selected = panel === chosen;
        tab.setAttribute("aria-selected", selected);
        tab.tabIndex = selected ? 0 : -1;
        panel.hidden = !selected;
        if (selected && i > 0) reveal(tab);
      }
    },
  };
}

// reveal brings a tab into the middle of its row, which may be longer than the
// page is wide. The page itself must not move.
function reveal(tab) {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
