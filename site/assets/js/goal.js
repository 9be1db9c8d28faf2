// The view "Goal": the profile that somebody wants, and the body that leads there.

import { announce, button, el } from "./dom.js";
import { withCopy } from "./copy.js";
import { call } from "./engine.js";
import { coloured } from "./json.js";
import { Editor } from "./long.js";
import { newest } from "./newest.js";
import { change, editors, texts } from "./texts.js";
import { count, list, place, pointer, sentence } from "./view.js";

export function makeGoal(panel) {
  const area = el("textarea", { id: "goal", "aria-describedby": "goal-problems", rows: "14", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off" });
  const note = el("p", { class: "long", hidden: "" });
  const problems = el("div", { class: "pane-problems", id: "goal-problems" });
  const route = el("div", { class: "route" });
  panel.append(
    el("p", { class: "lead" }, "Write the profile that you want. Beside it stands the smallest body that leads there from the stored profile."),
    el("div", { class: "two" },
      el("div", { class: "pane" }, el("h3", null, el("label", { for: "goal" }, "Goal")), el("div", { class: "field-layers" }, area), note, problems,
        el("p", { class: "buttons" }, "Begin with ",
          button("the stored profile", null, () => begin(texts().profile)), " ",
          button("the new profile", null, () => begin(newProfile)))),
      route));
  const goal = new Editor(area, note, () => begin(""));

  let newProfile = "";
  let mine = false; // somebody has written into the goal
  const begin = (text) => {
    goal.value = text;
    mine = true;
    find();
    goal.focus();
  };
  area.addEventListener("input", () => {
    mine = true;
    find();
  });

  const find = newest(async (isNewest) => {
    try {
      const answer = await call("inverse", texts().profile, goal.value);
      const bodies = await Promise.all((answer.bodies ?? []).map(laidOut));
      if (isNewest()) show(answer, bodies);
    } catch (error) {
      route.replaceChildren(el("p", { class: "wrong" }, error.message));
    }
  });

  function show({ errors = [], obstacles = [] }, bodies) {
    const wrong = errors.filter(({ input }) => input === "goal");
    problems.replaceChildren(...items(list("problems", wrong, (error) => el("li", null,
      button(place(error), { class: "place" }, () => goal.select(error.span[0], Math.max(error.span[1], error.span[0] + 1), error.line)), " ", ...sentence(error)))));
    goal.mark(wrong, []);
    goal.highlight(obstacles.filter((obstacle) => obstacle.goal).map(({ goal: [start, end] }) => ({ start, end, kind: "gone" })));
    const [said, ...parts] = errors.length > 0 ? refused(errors, wrong) : obstacles.length > 0 ? impossible(obstacles, goal) : found(bodies);
    route.replaceChildren(el("h3", null, said), ...parts);
    if (mine) announce(said, 800);
  }

  return (outcome) => {
    if (outcome.ok) {
      newProfile = outcome.result;
      if (!mine) goal.value = newProfile;
    }
    find();
  };
}

const items = (list) => list ? [list] : [];

function refused(errors, wrong) {
  const where = wrong.length > 0 ? "The goal is no profile yet: " : "The stored profile has errors: ";
  return [where + count(errors.length, "error"), el("p", null, "They stand below the text that they are in.")];
}

function impossible(obstacles, goal) {
  return ["No body leads there: " + count(obstacles.length, "obstacle"), list("warnings", obstacles, (obstacle) => {
    const [editor, span] = obstacle.goal ? [goal, obstacle.goal] : [editors.profile, obstacle.profile];
    const go = button("", { class: "go", title: "Go to it" }, () => editor.select(...span, editor.value.slice(0, span[0]).split("\n").length));
    go.append(pointer(obstacle.pointer));
    return el("li", null, go, " ", obstacle.text);
  })];
}

function found(bodies) {
  const use = (body) => button("Use this body", { class: "button-primary" }, () =>
    change("body", [{ span: [0, editors.body.value.length], text: body }], "The body that leads to the goal is in the editor."));
  const parts = bodies.flatMap((body, i) => [
    withCopy(el("figure", { class: "code" },
      el("figcaption", null, bodies.length === 1 ? "The smallest body" : i === 0 ? "First body" : "Second body"),
      el("pre", { tabindex: "0" }, el("code", { class: "language-json" }, coloured(body))))),
    el("p", { class: "buttons" }, use(body))]);
  if (bodies.length === 1) return [bodies[0] === "{}" ? "The stored profile is the goal already" : "One body leads there", ...parts];
  return ["Two bodies lead there, one after the other",
    el("p", null, "One PATCH cannot do it. Use the first body and send it; what is left to do is then found here."), ...parts];
}

async function laidOut(text) {
  const { ok, text: laid } = await call("format", text);
  return ok ? laid : text;
}
