// Long texts. A browser lays out every line that a page holds, seen or not: a
// textarea of 16 MB stops it for minutes. So the page never gets more of a long
// text than somebody can look at; the engine gets all of it.

import { button, el } from "./dom.js";
import { Mirror } from "./mirror.js";
import { takeOver } from "./takeover.js";

const editable = 300_000; // characters; what is longer is shown in part
const mostSteps = 50; // of what was typed into the textarea before the other editor came
const around = 4_000; // characters that are shown on either side of a place

/**
 * A textarea whose value may be longer than what it shows. Another editor can
 * take its place (takeover.js), which shows what is not too long.
 */
export class Editor {
  #area;
  #note;
  #mirror;
  #whole = null; // the text, when it is too long for the textarea
  #start = 0; // where in it the shown part begins
  #other = null; // the editor in the textarea's place
  #past; // what the text was, and became as somebody typed into the textarea
  #marks = [[], []]; // errors and warnings
  #highlights = [];
  #telling = false; // soon
  #any = false; // marks in the other editor

  constructor(area, note, clear) {
    this.#area = area;
    this.#note = note;
    this.#mirror = new Mirror(area);
    this.#note.append(el("span"), " ", button("Clear", null, clear));
    this.#past = [area.value];
    area.addEventListener("input", () => this.#remember());
    takeOver(area, (create) => this.#adopt(create));
  }

  get value() {
    return this.#whole ?? this.#area.value;
  }

  set value(text) {
    if (text === this.value) return;
    this.#marks = [[], []]; // those of the text before may be about to be told
    this.#highlights = [];
    const long = text.length > editable;
    this.#whole = long ? text : null;
    this.#area.readOnly = long;
    this.#note.hidden = !long;
    if (long) {
      this.#past = [""];
      this.#note.firstChild.textContent = size(text) + ", too long to edit here: you see a part, all of it is used. It is forgotten when this tab reloads.";
      this.#show(0);
    } else {
      this.#area.value = text;
      this.#other?.replace(this.#area.value);
      this.#past = [this.#area.value];
    }
    if (this.#other) this.#other.hidden = long;
  }

  /** What the text would be with another one in place of what is selected. */
  with(text) {
    if (this.#whole !== null) return text;
    const { value, selectionStart, selectionEnd } = this.#area;
    const [start, end] = this.#other?.selection ?? [selectionStart, selectionEnd];
    return value.slice(0, start) + text + value.slice(end);
  }

  /** Selects a span and brings it into view. line is the span's, from 1. */
  select(start, end, line) {
    this.#area.dispatchEvent(new Event("reveal", { bubbles: true })); // it may stand behind a tab
    if (this.#whole === null && this.#other) {
      this.#other.select(start, end);
      return;
    }
    if (this.#whole !== null) {
      this.#show(start);
      line = this.#area.value.slice(0, start - this.#start).split("\n").length;
    }
    this.#area.focus();
    this.#area.setSelectionRange(start - this.#start, end - this.#start);
    const height = parseFloat(getComputedStyle(this.#area).lineHeight);
    this.#area.scrollTop = Math.max(0, (line - 4) * height); // a browser need not scroll to a selection
  }

  /** Makes an edit of the text as if somebody had typed it: undo takes it back. */
  edit({ start, end, text }) {
    if (this.#whole !== null) {
      this.value = this.#whole.slice(0, start) + text + this.#whole.slice(end);
      this.#area.dispatchEvent(new Event("input"));
      return;
    }
    if (this.#other) {
      this.#other.edit(start, end, text);
      return;
    }
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
    document.execCommand(text === "" ? "delete" : "insertText", false, text); // nothing else leaves undo to the browser
  }

  /** Marks [{start, end, kind}] and nothing else. */
  highlight(marks) {
    this.#highlights = marks;
    if (this.#whole === null && this.#other) {
      this.#tell();
      return;
    }
    const start = this.#start;
    this.#mirror.show(marks.filter((mark) => mark.start >= start).map(({ start: from, end, kind }) => ({ start: from - start, end: end - start, kind })));
  }

  focus() {
    (this.#whole === null && this.#other ? this.#other : this.#area).focus();
  }

  /** Says what the engine finds in the text that is here now. */
  mark(errors, warnings) {
    this.#marks = [errors, warnings];
    if (errors.length > 0) {
      this.#area.setAttribute("aria-invalid", "true");
    } else {
      this.#area.removeAttribute("aria-invalid");
    }
    if (this.#whole === null && this.#other) this.#tell();
  }

  #adopt(create) {
    this.#other = create(this.#area, this.#past);
    this.#past = [];
    this.#other.hidden = this.#whole !== null;
    this.#mirror.show([]);
    this.mark(...this.#marks);
    this.highlight(this.#highlights);
  }

  // What is to be marked comes in pieces; the other editor is told of it once, and
  // not that there is still nothing.
  #tell() {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      const all = [...this.#marks, this.#highlights];
      const any = all.some((list) => list.length > 0);
      if (any || this.#any) this.#other.show(...all);
      this.#any = any;
    });
  }

  #remember() {
    if (this.#other) return;
    this.#past = [...this.#past, this.#area.value].slice(-mostSteps);
  }

  #show(at) {
    const [start, end] = bounds(this.#whole, at, at, 100);
    this.#start = start;
    this.#area.value = this.#whole.slice(start, end);
  }
}

/** Whether a text is too long for a textarea. */
export const isLong = (text) => text.length > editable;

/** "16.2 million characters" */
function size(text) {
  return (text.length / 1e6).toFixed(1) + " million characters";
}

/**
 * The parts of a long text that are worth showing: what the marks [{start,
 * end}], which are in order, cover of it with some lines around, or else the
 * beginning. Yields [start, end, the marks in it].
 */
export function* parts(text, marks) {
  const most = 50; // nobody reads on
  if (marks.length === 0) yield [...bounds(text, 0, 0, 100), []];
  let open = null;
  for (const mark of marks.slice(0, most)) {
    const [start, end] = bounds(text, mark.start, mark.end, 3);
    if (open && start <= open[1]) {
      open[1] = Math.max(open[1], end);
    } else {
      if (open) yield open;
      open = [start, end, []];
    }
    open[2].push(mark);
  }
  if (open) yield open;
}

// bounds returns the bounds of what to show around a span: some lines before
// and after, where they are not too long.
function bounds(text, start, end, lines) {
  let from = start;
  let to = Math.min(end, start + around);
  for (let n = lines; n >= 0 && from > 0; n--) from = text.lastIndexOf("\n", from - 1);
  for (let n = lines; n >= 0 && to >= 0; n--) to = text.indexOf("\n", to + 1);
  from = from > 0 ? from + 1 : 0;
  if (to < 0) to = text.length;
  return [Math.max(from, start - around), Math.min(to, end + around)];
}
