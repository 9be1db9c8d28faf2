// What the engine says of the text, as marks in it: errors, and warnings with
// the change that helps. F8 goes from one to the next, Control . makes the change.
// CodeMirror's own list of them is not here: buttons in its options are out of
// reach for screen readers, and the page has lists below.

import { forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { keymap } from "@codemirror/view";

/** The keys for marks. say announces what stands at the mark. */
export function marks(say) {
  const told = (command) => (view) => {
    const went = command(view);
    if (went) say(here(view)?.message);
    return went;
  };
  const fix = (view) => {
    const action = here(view)?.actions?.[0];
    action?.apply(view);
    return action !== undefined;
  };
  return keymap.of([{ key: "F8", run: told(nextDiagnostic), shift: told(previousDiagnostic) }, { key: "Mod-.", run: fix }]);
}

/** The transaction that shows the engine's errors and warnings of a state's text. */
export function marksOf(state, errors, warnings) {
  const { doc } = state;
  const mark = ({ span, text, hint, action, act }, severity) => {
    const [from, end] = span ?? [0, 0];
    const to = Math.min(end, doc.lineAt(from).to); // lines of marks would hide the text
    return {
      from, to: Math.max(to, Math.min(from + 1, doc.length)), severity, // what has no width is not seen
      message: hint ? text + " " + hint : text,
      actions: act ? [{ name: action, apply: (view) => view.state.doc.eq(doc) && act() }] : [],
    };
  };
  return setDiagnostics(state, [
    ...errors.map((error) => mark(error, "error")), ...warnings.map((warning) => mark(warning, "warning")),
  ]);
}

// here returns what is marked where the selection is; of several, the narrowest.
function here(view) {
  const { from, to } = view.state.selection.main;
  let found;
  forEachDiagnostic(view.state, (diagnostic, start, end) => {
    if (start <= from && to <= end && !(found && found.width <= end - start)) found = { diagnostic, width: end - start };
  });
  return found?.diagnostic;
}
