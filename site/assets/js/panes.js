// The panes: their widths and height can be changed, by pointer and by key, and
// the browser remembers them. Where there is room for one they become tabs.

import { button, el, memory } from "./dom.js";
import { roving } from "./roving.js";

const narrow = matchMedia("(max-width: 44.99rem)"); // as in playground.css
const remembered = memory("localStorage");
const least = 20, most = 80; // per cent that a pane has of itself and its neighbour
const lowest = 8, highest = 60; // rem

export function makePanes() {
  const panes = document.querySelector(".panes");
  makeSizes(panes);
  makeTabs(panes);
}

// Sizes.

function makeSizes(panes) {
  const list = [...panes.querySelectorAll(".pane")];
  const kept = remembered.get("panes");
  const fits = kept?.widths?.length === list.length && kept.widths.every((width) => width > 0 && width < list.length);
  const sizes = fits ? kept : { widths: list.map(() => 1), height: 24 };
  const show = () => {
    sizes.widths.forEach((width, i) => panes.style.setProperty("--width-" + (i + 1), width + "fr"));
    panes.style.setProperty("--pane-height", sizes.height + "rem");
  };
  const keep = () => {
    show();
    remembered.set("panes", sizes);
  };
  for (let i = 1; i < list.length; i++) {
    const both = () => sizes.widths[i - 1] + sizes.widths[i];
    list[i].prepend(divider({
      label: "Width of " + name(list[i - 1]) + " beside " + name(list[i]), controls: list[i - 1], orientation: "vertical", least, most, usual: 50,
      get: () => 100 * sizes.widths[i - 1] / both(),
      set: (part) => {
        const sum = both();
        sizes.widths[i - 1] = sum * part / 100;
        sizes.widths[i] = sum - sizes.widths[i - 1];
        keep();
      },
      at: ({ clientX }) => {
        const { left } = list[i - 1].getBoundingClientRect();
        return 100 * (clientX - left) / (list[i].getBoundingClientRect().right - left);
      },
    }));
  }
  panes.append(divider({
    label: "Height of the panes", controls: panes, orientation: "horizontal", least: lowest, most: highest, usual: 24,
    get: () => sizes.height,
    set: (height) => {
      sizes.height = height;
      keep();
    },
    at: ({ clientY }) => (clientY - list[0].querySelector(".field-layers").getBoundingClientRect().top) / parseFloat(getComputedStyle(document.documentElement).fontSize),
  }));
  show();
}

const name = (pane) => document.getElementById(pane.getAttribute("aria-labelledby")).textContent.trim();

// divider makes a separator that is moved: get and set its value, at is the
// value under a pointer.
function divider({ label, controls, orientation, least, most, usual, get, set, at }) {
  controls.id ||= "panes";
  const element = el("div", {
    class: "divider divider-" + orientation, role: "separator", tabindex: "0", "aria-orientation": orientation,
    "aria-label": label, "aria-controls": controls.id, "aria-valuemin": least, "aria-valuemax": most, "aria-valuenow": Math.round(get()),
  });
  const move = (value) => {
    set(Math.min(most, Math.max(least, value)));
    element.setAttribute("aria-valuenow", Math.round(get()));
  };
  const [less, more] = orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  element.addEventListener("keydown", (event) => {
    const to = { [less]: get() - 2, [more]: get() + 2, Home: least, End: most, Enter: usual }[event.key];
    if (to == null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(to);
  });
  element.addEventListener("dblclick", () => move(usual));
  element.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // no text is selected
    element.focus();
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (element.hasPointerCapture(event.pointerId)) move(at(event));
  });
  return element;
}

// Tabs.

function makeTabs(panes) {
  const list = [...panes.querySelectorAll(".pane")];
  const tablist = document.querySelector(".pane-tabs"); // it stands there empty, so that nothing moves
  tablist.setAttribute("role", "tablist");
  tablist.setAttribute("aria-label", "Panes");
  const tabs = list.map((pane, i) => {
    pane.id ||= "pane-" + (i + 1);
    const tab = button(name(pane), { role: "tab", id: pane.id + "-tab", "aria-controls": pane.id }, () => choose(i));
    new MutationObserver(() => mark(pane, tab)).observe(pane, { subtree: true, childList: true });
    return tab;
  });
  const choose = (chosen) => {
    for (const [i, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", i === chosen);
      tab.tabIndex = i === chosen ? 0 : -1;
      list[i].classList.toggle("shown", i === chosen);
    }
  };
  tablist.append(...tabs);
  roving(tablist, choose);
  choose(1); // the body: there most is done

  // Something that is not shown can be asked for all the same, by a link to a place in it.
  panes.addEventListener("reveal", ({ target }) => choose(list.findIndex((pane) => pane.contains(target))));
  const change = () => {
    for (const [i, pane] of list.entries()) {
      if (narrow.matches) pane.setAttribute("role", "tabpanel");
      else pane.removeAttribute("role");
      mark(pane, tabs[i]);
    }
  };
  narrow.addEventListener("change", change);
  change();
}

// mark tells at a tab that its pane, which may be hidden, has errors.
function mark(pane, tab) {
  const wrong = pane.querySelector(".problems") !== null;
  if (tab.classList.contains("wrong") === wrong) return;
  tab.classList.toggle("wrong", wrong);
  tab.textContent = name(pane) + (wrong ? ": error" : "");
}
