// Marks in a textarea, which can hold none itself: lines of a layer behind it,
// whose text is not seen and whose marks are.

import { el } from "./dom.js";

const most = 200; // marks
const longest = 5_000; // characters of a line

export class Mirror {
  #area;
  #layer = el("div", { class: "mirror-text" });

  constructor(area) {
    this.#area = area;
    area.before(el("div", { class: "mirror", "aria-hidden": "true" }, this.#layer));
    area.addEventListener("scroll", () => {
      this.#layer.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    }, { passive: true });
  }

  /** Shows marks [{start, end, kind}] and no others. */
  show(marks) {
    const { value } = this.#area;
    const lines = [];
    for (const { start, end, kind } of marks.slice(0, most)) {
      let from = value.lastIndexOf("\n", start - 1) + 1;
      let line = value.slice(0, from).split("\n").length - 1;
      for (; from <= end && from <= value.length && lines.length < most; line++) {
        let to = value.indexOf("\n", from);
        if (to < 0) to = value.length;
        const [first, last] = inLine(value, from, to, start, end);
        if (last > first && last - from < longest) {
          const shown = el("div", { class: "mirror-line" }, value.slice(from, first), el("span", { class: "marked-" + kind }, value.slice(first, last)));
          shown.style.top = line + "lh";
          lines.push(shown);
        }
        from = to + 1;
      }
    }
    this.#layer.replaceChildren(...lines);
  }
}

// inLine returns what a span covers of a line, without its indentation.
function inLine(text, from, to, start, end) {
  const indent = text.slice(from, to).search(/\S|$/);
  return [Math.max(start, from + indent), Math.min(end, to)];
}
