// The views of what comes of the texts, as tabs: one is seen at a time, and only
// that one is kept up to date.

import { el } from "./dom.js";
import { tablist } from "./tablist.js";

/**
 * Makes the views [{name, label, make}]. make(panel) fills a view when it is
 * first chosen, and returns what is to be called with each outcome and its
 * texts while the view is seen; its enter and leave, if any, are called when the
 * view is chosen and left. The first view is there already. Returns {update,
 * rename, choose}.
 */
export function makeViews(views) {
  const first = document.getElementById("report");
  const heading = document.getElementById("report-label");
  const panels = views.map(({ name }, i) => i === 0 ? first : el("div", { id: "view-" + name, class: "view", hidden: "" }));
  first.after(...panels.slice(1));
  let seen = first;
  let latest; // outcome and texts
  const made = new Map([[first, views[0].make(first)]]); // panel -> its update

  const choose = (panel) => {
    made.get(seen).leave?.();
    seen = panel;
    select(panel);
    if (!made.has(panel)) made.set(panel, views[panels.indexOf(panel)].make(panel));
    if (latest) made.get(panel)(...latest);
    made.get(panel).enter?.();
  };
  const { row, select } = tablist("Views", views.map(({ label }, i) => ({ label, panel: panels[i] })), choose);
  select(first);
  heading.classList.add("visually-hidden");
  heading.textContent = "Views";
  heading.after(row);

  return {
    /** Has the view that is seen show an outcome. */
    update(...outcome) {
      latest = outcome;
      made.get(seen)(...outcome);
    },

    /** Chooses a view. */
    choose: (name) => choose(panels[views.findIndex((view) => view.name === name)]),

    /** Gives the tab of a view another label. */
    rename(name, label) {
      row.children[views.findIndex((view) => view.name === name)].textContent = label;
      select(seen); // it may be wider, and out of sight
    },
  };
}
