// Tabs are one stop of the Tab key; the arrow keys lead from one to the next.

/** Has the arrow keys, Home and End move through the tabs of a row. choose is called with the number of a tab. */
export function roving(tablist, choose) {
  tablist.addEventListener("keydown", (event) => {
    const tabs = [...tablist.querySelectorAll('[role="tab"]')];
    const at = tabs.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to == null) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    choose(next);
    tabs[next].focus();
  });
}
