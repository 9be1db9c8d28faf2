// Format: a text laid out anew, as an edit that Undo takes back. Numbers,
// escapes and order stay as they were written.

import { announce, button } from "./dom.js";
import { call } from "./engine.js";
import { place } from "./view.js";

/** Gives each pane its button. Editors are by input; say tells the visitor something. */
export function makeFormat(editors, say) {
  for (const [input, editor] of Object.entries(editors)) {
    const label = document.getElementById(input + "-label");
    const act = () => format(input, editor, say);
    const made = button("Format", {
      class: "pane-action", "aria-keyshortcuts": "Alt+Shift+F",
      "aria-label": "Format the " + input, title: "Format the text that you are in",
    }, act);
    const head = label.closest("h2");
    head.after(made);
    head.parentElement.addEventListener("keydown", (event) => {
      if (event.code !== "KeyF" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act();
    });
  }
}

async function format(input, editor, say) {
  const before = editor.value;
  try {
    const laid = await call("format", before);
    if (editor.value !== before) return; // the visitor types on
    if (!laid.ok) {
      const [first] = laid.errors;
      say(first ? "The " + input + " has an error in " + place(first) + ". Mend it first." : "Laid out, the " + input + " would be too long.");
    } else if (laid.text === before) {
      announce("The " + input + " is formatted already.");
    } else {
      editor.edit({ start: 0, end: before.length, text: laid.text });
      announce("The " + input + " is formatted.");
    }
  } catch (error) {
    say(error.message);
  }
}
