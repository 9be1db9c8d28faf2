// JSON as coloured text, in the classes that the site's highlighter gives it.

import { parts } from "./long.js";

// A name, a string, a number, a word; what is between them has no class.
const token = /("[^"\\]*(?:\\[^][^"\\]*)*"?)(?=(\s*:)?)|-?\d[\d.eE+-]*|true|false|null/g;

/** How many characters are shown in colours; longer text stays plain, or is shown in part. */
export const shown = 100_000;

/** Yields [class, start, end] of pieces that cover the whole text. */
function* pieces(text, plain) {
  let at = 0;
  if (!plain && text.length <= shown) {
    for (const match of text.matchAll(token)) {
      const [word, string, colon] = match;
      if (at < match.index) yield ["", at, match.index];
      at = match.index + word.length;
      yield [string ? (colon ? "nt" : "s2") : kind(word), match.index, at];
    }
  }
  if (at < text.length) yield ["", at, text.length];
}

function kind(word) {
  if (/^[tfn]/.test(word)) return "kc";
  return /[.eE]/.test(word) ? "mf" : "mi";
}

function piece(text, name) {
  if (name === "") return text;
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

/** Returns the text coloured. */
export function coloured(text) {
  const all = document.createDocumentFragment();
  for (const [name, start, end] of pieces(text)) all.append(piece(text.slice(start, end), name));
  return all;
}

/**
 * Returns the text coloured, with the marks [{start, end, op, lost}] in it: each
 * line that a mark touches is a span.line, in which a mark element holds what
 * the mark covers, and its data-lost what was lost there. The text is the same
 * as without; of a long one it is only what the marks are in.
 */
export function marked(text, marks) {
  const all = document.createDocumentFragment();
  const list = outermost(marks);
  if (text.length <= shown) {
    appendMarked(all, text, list, false);
    return all;
  }
  let done = 0;
  for (const [start, end, inPart] of parts(text, list)) {
    if (start > done) gap(all, marks.length > 0);
    const moved = inPart.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
    appendMarked(all, text.slice(start, end), moved, start > 0 && text[start - 1] !== "\n");
    done = end;
  }
  if (done < text.length) gap(all, marks.length > 0);
  return all;
}

function gap(all, changes) {
  if (all.lastChild && !all.textContent.endsWith("\n")) all.append("\n");
  inside(all, "span", "gap").textContent = changes ? "⋯ as before ⋯" : "⋯";
  all.append("\n");
}

function appendMarked(all, text, list, plain) {
  let next = 0; // the first mark that is not over
  let lineEnd = -1; // the current line's \n
  let line, mark; // the elements that text goes into
  for (const [name, start, end] of pieces(text, plain)) {
    for (let at = start; at < end;) {
      while (list[next]?.end <= at) {
        next++;
        mark = null;
      }
      const now = list[next];
      if (at > lineEnd) {
        lineEnd = text.indexOf("\n", at);
        if (lineEnd < 0) lineEnd = text.length;
        line = now?.start < lineEnd ? inside(all, "span", "line line-" + now.op) : all;
        mark = null;
      }
      const covered = now?.start <= at;
      let cut = text.slice(at, Math.min(end, lineEnd + 1, (covered ? now.end : now?.start) ?? end));
      const indent = cut.length - cut.trimStart().length;
      if (covered && !mark && indent > 0) {
        cut = cut.slice(0, indent); // the mark begins behind it
      } else if (covered && !mark) {
        mark = inside(line, "mark", "mark-" + now.op);
        if (now.lost && at === now.start) line.dataset.lost = line.dataset.lost ? line.dataset.lost + ", " + now.lost : now.lost;
      }
      (mark ?? line).append(piece(cut, name));
      at += cut.length;
    }
  }
}

function inside(parent, tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
}

/** Sorts marks and drops those that lie in others. */
export function outermost(marks) {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((mark) => mark.start >= end && ((end = mark.end), true));
}
