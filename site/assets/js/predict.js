// The view "Predict": somebody writes the profile that they expect, while what
// comes of the texts is covered, and the engine says how far off they are.

import { announce, button, el } from "./dom.js";
import { isCovered, putCover, takeCover } from "./cover.js";
import { Editor } from "./long.js";
import { refuses, repaint } from "./outcome.js";
import { texts } from "./texts.js";
import { judge, tell } from "./verdict.js";
import { headline, problems, steps, summary, warnings } from "./view.js";

export function makePredict(panel) {
  const area = el("textarea", { id: "prediction", rows: "14", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off" });
  const note = el("p", { class: "long", hidden: "" });
  const verdict = el("div", { class: "verdict" });
  const happened = el("div");
  const turn = button("", null, () => isCovered() ? reveal() : enter());
  panel.append(
    el("p", { class: "lead" }, "Write the profile as you expect it after the body was sent. What happens is covered meanwhile."),
    el("div", { class: "two" },
      el("div", { class: "pane" }, el("h3", null, el("label", { for: "prediction" }, "The new profile, as you expect it")), el("div", { class: "field-layers" }, area), note,
        el("p", { class: "buttons" }, button("Check", { class: "button-primary" }, () => check()), turn, button("Begin with the stored profile", null, () => begin(texts().profile)))),
      el("div", null, verdict, happened)));
  const prediction = new Editor(area, note, () => begin(""));

  let outcome;
  let come;
  const hasCome = new Promise((resolve) => { come = resolve; }); // with the engine, which may be later than a reader
  let now = texts(); // that the outcome is of, and the prediction for
  let mine = false; // somebody has written into the prediction

  prediction.value = now.profile;
  const begin = (text) => {
    prediction.value = text;
    verdict.replaceChildren();
    mine = true;
    prediction.focus();
  };
  area.addEventListener("input", () => {
    mine = true;
    verdict.replaceChildren();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation(); // elsewhere it sends the body
    check();
  });

  async function check(delay) {
    await hasCome;
    try {
      if (!outcome.ok && !refuses(outcome)) return tell(verdict, false, "There is nothing to predict yet: the texts have errors, which stand below them.", [], delay);
      // Who is refused changes nothing.
      await judge(verdict, prediction.value, outcome.ok ? outcome.result : now.profile, "Right: this is what happens.", delay);
    } catch (error) {
      tell(verdict, false, error.message);
    }
  }

  async function reveal() {
    await hasCome;
    const onCover = document.activeElement.closest(".cover");
    takeCover();
    repaint();
    paint();
    if (onCover) document.querySelector("#result pre").focus();
    announce((outcome.ok ? "200 OK: " : "400 Bad Request: ") + summary(outcome));
    if (mine) check(2000);
  }

  function enter() {
    putCover(reveal);
    repaint();
    paint();
    verdict.replaceChildren();
    announce("The new profile is covered while you predict it.", 800); // and not what else was to be said then
  }

  function paint() {
    turn.textContent = isCovered() ? "Show what happens" : "Cover it again";
    happened.replaceChildren(...isCovered() ? [] : [
      el("p", { class: "headline" }, ...headline(...outcome.ok ? [200, "OK"] : [400, "Bad Request"], outcome)),
      ...outcome.ok ? [...steps(outcome), ...warnings(outcome)] : problems(outcome.errors)]);
  }

  const update = (newOutcome, newTexts) => {
    const other = ["profile", "body"].filter((input) => newTexts[input] !== now[input]).length;
    [outcome, now] = [newOutcome, newTexts];
    if (other === 2) mine = false; // these are not the texts that the prediction was for
    if (!mine) prediction.value = now.profile;
    if (other > 0) verdict.replaceChildren();
    paint();
    come();
  };
  const leave = () => {
    takeCover();
    repaint();
  };
  return Object.assign(update, { enter, leave });
}
