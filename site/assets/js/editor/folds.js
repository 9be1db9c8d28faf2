// Folding. CodeMirror unfolds at a click on the sign for what is folded. But the
// press of that click may give the editor the focus, and the sign's line is made
// anew with its brackets marked: then no click follows. So the press unfolds.

import { codeFolding, foldGutter } from "@codemirror/language";

function placeholderDOM(view, unfold) {
  const sign = document.createElement("span");
  sign.className = "cm-foldPlaceholder";
  sign.textContent = "…";
  sign.title = "Unfold";
  sign.setAttribute("aria-label", "folded code");
  sign.addEventListener("mousedown", (event) => {
    if (event.button === 0) unfold(event);
  });
  return sign;
}

export const folds = [codeFolding({ placeholderDOM }), foldGutter()];
