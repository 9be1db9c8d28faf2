// The view "RFC 7396": what JSON merge patch would make of the same texts, and why
// that is not what this API makes of them.

import { el } from "./dom.js";
import { withCopy } from "./copy.js";
import { call } from "./engine.js";
import { coloured } from "./json.js";
import { newest } from "./newest.js";
import { texts } from "./texts.js";
import { count, list, pointer, ruleLink, short } from "./view.js";

export function makeCompare(panel) {
  const title = el("h3");
  const code = el("code", { class: "language-json" });
  const differences = el("div");
  panel.append(
    el("p", { class: "lead" }, "Many APIs read a PATCH body by RFC 7396, JSON merge patch, which merges at every depth. This one does not."),
    el("div", { class: "two" },
      el("div", null, title, differences),
      withCopy(el("figure", { class: "code" }, el("figcaption", null, "The new profile by RFC 7396"), el("pre", { tabindex: "0" }, code)))));

  return newest(async (isNewest) => {
    const { profile, body } = texts();
    try {
      const answer = await call("compare", profile, body);
      const laid = answer.ok && await call("format", answer.theirs);
      if (!isNewest()) return;
      if (!answer.ok) {
        title.textContent = "Nothing to compare: " + count(answer.errors.length, "error");
        differences.replaceChildren(el("p", null, "The errors stand below the text they are in."));
        code.textContent = "";
        return;
      }
      code.replaceChildren(coloured(laid.text ?? answer.theirs));
      const n = answer.differences.length;
      title.textContent = answer.tooMany ? "Too many differences to show" : n === 0 ? "No difference: both give the same profile" : count(n, "difference");
      differences.replaceChildren(...n > 0 ? [list("differences", answer.differences, difference)] : []);
    } catch (error) {
      title.textContent = error.message;
    }
  });
}

function difference({ kind, rule, pointer: where, ours, theirs }) {
  return el("li", null, pointer(where), " ",
    ...kind === "only-theirs" ? ["is not there"] : ["is ", value(ours)], " here, by ", ruleLink(rule), ". By RFC 7396 it is ",
    ...kind === "only-ours" ? ["not there"] : [value(theirs)], ".");
}

function value(text) {
  return el("code", null, short(text));
}
