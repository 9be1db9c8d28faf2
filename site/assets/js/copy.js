// Copy buttons: each block of code gets one.

import { announce, button } from "./dom.js";

/** Gives a figure.code its Copy button, and returns it. text gives what is copied. */
export function withCopy(figure, text = () => figure.querySelector("code").textContent) {
  const caption = figure.querySelector("figcaption");
  const name = "Copy " + (caption?.textContent.trim() || "code");
  const copy = button("Copy", { class: "copy", "aria-label": name }, async () => {
    const done = await toClipboard(text());
    if (!done) select(figure.querySelector("code"));
    const said = done ? "Copied" : "Press Ctrl+C";
    announce(done ? "Copied" : "The browser does not allow copying. The code is selected: press Control C.");
    copy.textContent = said;
    copy.removeAttribute("aria-label");
    setTimeout(() => {
      copy.textContent = "Copy";
      copy.setAttribute("aria-label", name);
    }, 2500);
  });
  (caption ?? figure).append(copy);
  return figure;
}

/** Puts a text into the clipboard; false where that is refused. */
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function select(element) {
  getSelection().selectAllChildren(element);
}
