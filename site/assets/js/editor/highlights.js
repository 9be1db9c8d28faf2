// What the page points at in the text, as mirror.js shows it in a textarea.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

const set = StateEffect.define();

export const highlights = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) if (effect.is(set)) return effect.value;
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The transaction that highlights [{start, end, kind}] and nothing else. */
export function highlightsOf({ doc: { length } }, list) {
  const ranges = list.filter(({ start, end }) => start < end && end <= length)
    .map(({ start, end, kind }) => Decoration.mark({ class: "marked-" + kind }).range(start, end));
  return { effects: set.of(Decoration.set(ranges, true)) };
}
