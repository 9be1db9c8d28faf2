// The list of shortcuts. It is read from the page: what a control says of itself
// with aria-keyshortcuts is what works. It is loaded when somebody asks.

import { button, el } from "./dom.js";

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

const always = [
  ["Tab", "Go on to the next control, out of an editor too"],
  ["Escape", "Close a dialog"],
];

export function openKeys() {
  const dialog = el("dialog", { class: "dialog keys-dialog", "aria-labelledby": "keys-title" },
    el("div", { class: "dialog-head" }, el("h2", { id: "keys-title" }, "Keys"), button("Close", null, () => dialog.close())),
    el("dl", null, ...[...fromPage(), ...always].flatMap(([keys, what]) => [el("dt", null, ...written(keys)), el("dd", null, what)])));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function fromPage() {
  const found = new Map();
  for (const control of document.querySelectorAll("[aria-keyshortcuts]")) {
    if (!control.checkVisibility?.({ visibilityProperty: true })) continue;
    const all = control.getAttribute("aria-keyshortcuts").split(" ");
    const keys = all.find((keys) => keys.includes("Meta") === mac) ?? all[0];
    if (!found.has(keys)) found.set(keys, control.title.replace(/ \(.*\)$/, "") || control.textContent.trim());
  }
  return found;
}

const names = { Control: "Ctrl", Meta: "Cmd", Alt: mac ? "Option" : "Alt", Escape: "Esc" };

function written(keys) {
  return keys.split("+").flatMap((key, i) => [i > 0 ? " + " : null, el("kbd", null, names[key] ?? key)]);
}
