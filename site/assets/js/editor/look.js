// What the editor looks like: as the textarea, with the colours of code on the
// page. Its style sheets are made by script, for the page's policy allows no
// <style>; style-mod, which CodeMirror has them from, does so in shadow roots
// only, and is shown the document as one.

import { syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { StyleModule } from "style-mod";

const page = {
  ownerDocument: document,
  get adoptedStyleSheets() { return [...document.adoptedStyleSheets]; },
  set adoptedStyleSheets(sheets) { document.adoptedStyleSheets = sheets; },
};
const { mount } = StyleModule;
StyleModule.mount = (root, modules) => mount.call(StyleModule, page, modules);

// The classes of css/code.css.
const colours = tagHighlighter([
  { tag: tags.propertyName, class: "nt" },
  { tag: tags.string, class: "s2" },
  { tag: tags.number, class: "mi" },
  { tag: [tags.bool, tags.null], class: "kc" },
]);

const theme = EditorView.theme({
  "&": { fontSize: "0.875rem", color: "var(--ink)", background: "var(--card)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { padding: "0.9rem 0", caretColor: "var(--ink)", tabSize: "2" },
  ".cm-line": { padding: "0 1rem 0 0" },

  ".cm-gutters": { background: "var(--card)", color: "var(--soft)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.75rem", padding: "0 0.1rem 0 0" },
  ".cm-foldGutter .cm-gutterElement": { width: "1rem", textAlign: "center", cursor: "pointer" },
  ".cm-foldPlaceholder": { margin: "0 0.2em", padding: "0 0.3em", border: "1px solid var(--edge)", borderRadius: "3px", background: "var(--sunk)", color: "var(--soft)" },

  "&.cm-focused .cm-matchingBracket": { background: "var(--tint)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "var(--deleted-tint)", outline: "1px solid var(--deleted)" },
  ".cm-selectionMatch": { background: "var(--none-tint)" },
  ".cm-searchMatch": { background: "var(--lost-tint)", outline: "1px solid var(--edge)" },
  ".cm-searchMatch-selected": { background: "var(--lost-tint)", outline: "2px solid var(--lost)" },
  ".cm-specialChar": { color: "var(--deleted)" },

  // Of all marks, none has a text-decoration: Chromium keeps that when somebody types over it, in a style attribute, which the policy forbids.
  ".cm-lintRange": { backgroundImage: "none" },
  ".cm-lintRange-error": { borderBottom: "2px dotted var(--deleted)" },
  ".cm-lintRange-warning": { borderBottom: "2px dashed var(--lost)" },
  ".marked-gone": { background: "linear-gradient(var(--lost), var(--lost)) center / 100% 1.5px no-repeat, var(--lost-tint)", textDecoration: "none" },
  ".marked-here": { textDecoration: "none", borderBottom: "2px solid var(--accent)" },
  "@media (forced-colors: active)": { ".marked-gone": { outline: "1px dashed" } },
  ".cm-lintRange-active": { background: "var(--lost-tint)" },
  ".cm-diagnostic": { maxWidth: "min(34rem, 90vw)", padding: "0.4rem 0.6rem", font: "0.92rem/1.5 var(--sans)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--deleted)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--lost)" },
  ".cm-diagnosticAction": { minHeight: "1.6rem", padding: "0 0.6rem", border: "1px solid var(--edge)", borderRadius: "6px", background: "var(--card)", color: "var(--ink)" },
  ".cm-tooltip": { border: "1px solid var(--edge)", background: "var(--card)", color: "var(--ink)" },
  ".cm-tooltip ul": { margin: "0" },

  ".cm-panels": { background: "var(--sunk)", color: "var(--ink)", font: "0.92rem/1.5 var(--sans)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "0.3rem 2rem 0.3rem 0.5rem" },
  ".cm-panel.cm-search label, .cm-textfield, .cm-button": { fontSize: "0.85rem" },
  ".cm-textfield": { border: "1px solid var(--edge)", background: "var(--card)", color: "var(--ink)" },
  ".cm-button": { minHeight: "1.7rem", padding: "0 0.6rem", border: "1px solid var(--edge)", borderRadius: "6px", background: "var(--card)", color: "var(--ink)" },
  ".cm-panel [name=close], .cm-dialog-close": { minHeight: "0", width: "1.7rem", height: "1.7rem", fontSize: "1.1rem", color: "var(--ink)" },
  ".editor-hints": { margin: "0", padding: "0.1rem 1rem", color: "var(--soft)", fontSize: "0.8rem" },
  "&:has(.cm-search)": { minHeight: "24rem" }, // on a phone there would be no room for the text
  "&:has(.cm-search) .editor-hints": { display: "none" },
  "@media (pointer: coarse)": { ".editor-hints": { display: "none" } },
});

export const look = [theme, syntaxHighlighting(colours)];
