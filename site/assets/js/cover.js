// The cover over the new profile while somebody predicts it. What it covers is
// hidden from everybody; the marks in the texts, which would tell, are left out
// meanwhile (outcome.js).

import { button, el } from "./dom.js";

const result = document.getElementById("result");
let cover = null;

export const isCovered = () => cover !== null;

/** Covers the new profile. reveal is what the button on the cover does. */
export function putCover(reveal) {
  cover ??= el("div", { class: "cover" }, el("p", null, "Covered while you predict it"), button("Show what happens", null, reveal));
  result.before(cover);
  result.hidden = true;
}

export function takeCover() {
  cover?.remove();
  cover = null;
  result.hidden = false;
}
