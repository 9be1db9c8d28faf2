// The line below the text that says which keys there are. Tab is not among
// those of the editor: it moves on, as everywhere on the page.

import { showPanel } from "@codemirror/view";

const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
const control = mac ? "⌘" : "Ctrl+";

/** Shows the line, as the element with that id. */
export function hints(id) {
  return showPanel.of(() => {
    const dom = document.createElement("p");
    dom.id = id;
    dom.className = "editor-hints";
    dom.textContent = `Tab moves on, ${control}] indents, ${control}F finds, F8 goes to the next problem, ${control}. fixes it`;
    return { dom };
  });
}
