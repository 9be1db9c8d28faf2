// A coloured text that somebody's typing changes a little at a time: it stands in
// chunks of lines, and those that are as they were stay. A browser then lays out
// and paints what has changed, not all of it.

import { el } from "./dom.js";
import { marked, outermost, shown } from "./json.js";

const lines = 8; // of a chunk
const many = 40; // chunks, from which those out of sight are not laid out

export class Chunks {
  #element;
  #chunks = []; // {text, marks, element}, of the whole text or of none

  constructor(element) {
    this.#element = element;
  }

  /** Shows a text with marks as marked does. */
  show(text, marks) {
    if (text.length > shown) {
      this.#element.replaceChildren(marked(text, marks));
      this.#chunks = [];
      return;
    }
    const list = outermost(marks);
    const old = this.#chunks;
    let start = 0, end = text.length; // between them is what is new
    let head = 0, tail = old.length; // and between them what is old
    while (head < tail && fits(old[head], text, start, list)) start += old[head++].text.length;
    while (tail > head && fits(old[tail - 1], text, end - old[tail - 1].text.length, list, start)) end -= old[--tail].text.length;
    const fresh = [...split(text, start, end, list)];
    const before = old[tail]?.element ?? null;
    for (const { element } of old.slice(head, tail)) element.remove();
    if (old.length === 0) this.#element.replaceChildren(); // what was there at first
    for (const { element } of fresh) this.#element.insertBefore(element, before);
    this.#chunks = [...old.slice(0, head), ...fresh, ...old.slice(tail)];
    this.#element.classList.toggle("many", this.#chunks.length > many);
  }
}

// fits says whether a chunk is what stands at a place of a text, whole lines of it.
function fits({ text: own, marks }, text, at, list, from = 0) {
  const end = at + own.length;
  return at >= from && text.startsWith(own, at)
    && (at === 0 || text[at - 1] === "\n") && (end === text.length || own.endsWith("\n"))
    && marks === JSON.stringify(within(list, at, end));
}

function* split(text, from, to, list) {
  for (let start = from, end; start < to; start = end) {
    end = start;
    for (let n = 0; n < lines && end < to; n++) end = text.indexOf("\n", end) + 1 || to;
    const marks = within(list, start, end);
    const own = text.slice(start, end);
    yield { text: own, marks: JSON.stringify(marks), element: el("span", { class: "chunk" }, marked(own, marks)) };
  }
}

// within returns what marks, which are in order, cover of a part, measured from its start.
function within(list, from, to) {
  let first = 0;
  for (let end = list.length; first < end;) {
    const middle = (first + end) >> 1;
    if (list[middle].end > from) end = middle;
    else first = middle + 1;
  }
  const part = [];
  for (let i = first; list[i]?.start < to; i++) {
    const { op, start, end, lost } = list[i];
    part.push({ op, start: Math.max(0, start - from), end: Math.min(end, to) - from, lost: start < from ? "" : lost }); // that is said once
  }
  return part;
}
