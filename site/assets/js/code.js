// The view "Code": the request that sends the body, in all languages, with the
// reader's values.

import { el } from "./dom.js";
import { withCopy } from "./copy.js";
import { call } from "./engine.js";
import { isLong } from "./long.js";
import { newest } from "./newest.js";
import { fill, program } from "./slots.js";
import { addTabs } from "./tabs.js";
import { texts } from "./texts.js";
import { makeValues } from "./values.js";

export function makeCode(panel) {
  const said = el("p", { class: "lead" }, "The program that writes code is loading.");
  const snippets = el("div", { class: "snippets" });
  const values = el("p", null, el("button", { class: "values", type: "button", hidden: "" }, "Your values"));
  panel.append(said, snippets, values);

  return newest(async (isNewest) => {
    const { body } = texts();
    if (isLong(body)) {
      said.textContent = "This body is too long for code that somebody reads.";
      snippets.hidden = true;
      return;
    }
    try {
      const answer = await call("snippets", body);
      if (!isNewest()) return;
      said.textContent = "The request that sends this body, as a program.";
      snippets.hidden = false;
      if (snippets.children.length === 0) {
        snippets.append(...answer.snippets.map(frame));
        addTabs(snippets);
      }
      for (const { language, pieces } of answer.snippets) snippets.querySelector(".language-" + language).replaceChildren(...pieces.map(piece));
      if (values.firstChild.hidden) makeValues();
      fill();
    } catch (error) {
      if (!isNewest()) return;
      said.textContent = error.message;
      snippets.hidden = true;
    }
  });
}

function frame({ language, label }) {
  const code = el("code", { class: "language-" + language });
  return el("div", { class: "snippet", id: "code-" + language, "data-language": language },
    withCopy(el("figure", { class: "code" }, el("figcaption", null, el("span", { class: "language" }, label)), el("pre", { tabindex: "0" }, code)), () => program(code)));
}

function piece({ kind, slot, encoded, text }) {
  if (!kind && !slot) return text;
  return el("span", { class: kind, "data-slot": slot || null, "data-encoded": encoded ? "" : null }, text);
}
