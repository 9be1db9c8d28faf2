// CodeMirror in the place of a textarea. The page loads this when somebody is at
// it (takeover.js); until then, and without it, the textarea is the editor.
//
// The textarea goes on holding the text: what somebody writes here is put into
// it, with an input event, as if it had been written there.

import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldKeymap, indentOnInput } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { folds } from "./folds.js";
import { highlights, highlightsOf } from "./highlights.js";
import { hints } from "./hints.js";
import { look } from "./look.js";
import { marks, marksOf } from "./marks.js";

const byPage = Annotation.define(); // a change that the page makes, not somebody in the editor

// Control Enter sends, and Tab moves on, so there is no mode in which it does.
const others = defaultKeymap.filter(({ key }) => key !== "Mod-Enter" && key !== "Ctrl-m");

/**
 * Puts an editor in the place of a textarea: with its text, selection, scroll
 * position and focus. past is what the text was, and became while somebody typed
 * into the textarea, so that this can be undone. say announces something.
 */
export function create(area, past, say) {
  const label = area.labels[0];
  label.id ||= area.id + "-label";
  const view = new EditorView({
    state: EditorState.create({
      doc: past[0],
      extensions: [
        lineNumbers(), folds, highlightSpecialChars(), history(), json(), indentOnInput(), bracketMatching(),
        search({ top: true }), highlightSelectionMatches(), marks(say), highlights, hints(area.id + "-hints"), look,
        keymap.of([...others, ...historyKeymap, ...foldKeymap, ...searchKeymap]),
        EditorView.domEventHandlers({ paste: (event) => passOn(event, area), drop: (event) => passOn(event, area), blur: (_, view) => giveSelection(view, area) }),
        EditorView.editorAttributes.of({ class: "editor" }),
        EditorView.contentAttributes.of(() => described(area, label)),
        EditorView.updateListener.of((update) => {
          for (const { effects } of update.transactions) {
            for (const effect of effects) if (effect.is(EditorView.announce)) say(effect.value);
          }
          if (!update.docChanged || update.transactions.every((transaction) => transaction.annotation(byPage))) return;
          area.value = update.state.doc.toString();
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }),
      ],
    }),
  });
  view.dom.querySelector(".cm-announced").removeAttribute("aria-live"); // the page has one region that speaks

  const replace = (text, ...annotations) => {
    const changes = difference(view.state.doc.toString(), text);
    if (changes) view.dispatch({ changes, annotations: [byPage.of(true), ...annotations] });
  };
  for (const text of past.slice(1)) replace(text);
  takePlace(view, area);
  label.addEventListener("click", (event) => {
    if (!area.hidden) return;
    event.preventDefault();
    view.focus();
  });

  return {
    get selection() {
      const { from, to } = view.state.selection.main;
      return [from, to];
    },

    /** Has another text, with the one before it a step back. */
    replace: (text) => replace(text, isolateHistory.of("full")),

    /** Selects a span and brings it into view. */
    select(anchor, head) {
      view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },

    /** Marks what the engine says of the text, and highlights [{start, end, kind}], and nothing else. */
    show: (errors, warnings, list) => view.dispatch(marksOf(view.state, errors, warnings), highlightsOf(view.state, list)),

    /** Makes an edit, as if somebody had. */
    edit(from, to, insert) {
      view.focus();
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true, annotations: isolateHistory.of("full") });
    },

    focus: () => view.focus(),

    /** Gives the place back to the textarea, or takes it again. */
    set hidden(hidden) {
      view.dom.hidden = hidden;
      area.hidden = !hidden;
    },
  };
}

// What screen readers are told of the editor is what they are told of the textarea.
function described(area, label) {
  return {
    "aria-labelledby": label.id,
    "aria-describedby": area.getAttribute("aria-describedby") + " " + area.id + "-hints",
    "aria-invalid": area.getAttribute("aria-invalid") ?? "false",
    tabindex: "0", // it can have the focus anyway, which not every tool knows
  };
}

// passOn has the textarea's listeners say first whether something that is
// brought goes into the text.
function passOn(event, area) {
  const { clipboardData, dataTransfer } = event;
  const copy = Object.assign(new Event(event.type, { cancelable: true }), { clipboardData, dataTransfer }); // Firefox makes no event with a clipboard
  if (!area.dispatchEvent(copy)) event.preventDefault();
  return event.defaultPrevented;
}

// giveSelection keeps a selection in the textarea, where a reload finds it.
function giveSelection(view, area) {
  const { from, to } = view.state.selection.main;
  area.setSelectionRange(from, to);
}

function takePlace(view, area) {
  const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = area;
  const focused = document.activeElement === area;
  view.dom.style.height = area.style.height; // somebody may have pulled at its corner
  area.after(view.dom);
  area.hidden = true;
  const [anchor, head] = selectionDirection === "backward" ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
  view.dispatch({ selection: { anchor, head } });
  if (focused) view.focus();
  view.requestMeasure({ // the height of lines is known then
    read: () => {},
    write: () => view.scrollDOM.scrollTo(scrollLeft, scrollTop),
  });
}

// difference returns the one change that makes the next text of a text, or null.
function difference(text, next) {
  if (text === next) return null;
  const shorter = Math.min(text.length, next.length);
  let from = 0;
  while (from < shorter && text[from] === next[from]) from++;
  let same = 0; // at the end
  while (same < shorter - from && text.at(-1 - same) === next.at(-1 - same)) same++;
  return { from, to: text.length - same, insert: next.slice(from, next.length - same) };
}
