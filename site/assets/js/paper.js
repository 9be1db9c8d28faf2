// Paper. An editor holds only what is in view of a text: all of it is printed in
// the editor's place.

import { el } from "./dom.js";

/** Has texts printed whole. */
export function makePaper() {
  addEventListener("beforeprint", () => {
    for (const layers of document.querySelectorAll(".field-layers")) {
      layers.append(el("pre", { class: "paper" }, layers.querySelector("textarea").value));
    }
  });
  addEventListener("afterprint", () => {
    for (const copy of document.querySelectorAll(".paper")) copy.remove();
  });
}
