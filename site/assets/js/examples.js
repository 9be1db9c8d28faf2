// The menu of examples: those that the pages of the site prove. A list from the
// build names the pages; the examples of one are taken from the page itself.

import { announce, button, el } from "./dom.js";
import { picks } from "./picks.js";
import { offer } from "./texts.js";
import { count } from "./view.js";

const { root } = document.documentElement.dataset;
let dialog, predict;

/** Opens the menu. toPredict shows the view in which one predicts. */
export function openExamples(toPredict) {
  predict = toPredict;
  dialog ??= makeDialog();
  dialog.showModal();
  dialog.querySelector("input").select();
}

function makeDialog() {
  const input = el("input", { id: "examples-input", type: "text", inputmode: "search", autocomplete: "off", spellcheck: "false", "aria-describedby": "examples-help" });
  const list = el("ul", { "aria-label": "Pages with examples" });
  const help = el("p", { id: "examples-help", class: "search-status" }, "The arrow keys lead to the pages, Enter shows the examples of one.");
  const made = el("dialog", { class: "search-dialog examples-dialog", "aria-label": "Examples" },
    el("p", { class: "search-row" }, el("label", { for: input.id }, "Examples"), input, button("Close", null, () => made.close())), list, help);
  const tell = (text) => {
    help.textContent = text;
    announce(text, 500);
  };

  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const item of list.children) item.hidden = !words.every((word) => item.dataset.words.includes(word));
    tell(count([...list.children].filter((item) => !item.hidden).length, "page"));
  });
  picks(made, input, () => [...list.querySelectorAll("button")].filter((stop) => stop.offsetParent));
  fetch(root + "examples.json").then((response) => response.json()).then((pages) => {
    list.replaceChildren(...pages.map((page) => pageItem(page, tell)));
  }).catch(() => tell("The list could not be loaded. Is there a connection?"));
  document.body.append(made);
  return made;
}

function pageItem({ title, url, description }, tell) {
  const examples = el("ul", { hidden: "", "aria-label": "Examples of " + title });
  const opener = button("", { "aria-expanded": "false" }, async () => {
    const opens = examples.hidden;
    try {
      if (opens && examples.children.length === 0) examples.append(...(await examplesOf(url)).map(exampleItem));
    } catch {
      return tell("The page could not be loaded. Is there a connection?");
    }
    examples.hidden = !opens;
    opener.setAttribute("aria-expanded", opens);
    if (opens) examples.querySelector("button")?.focus();
  });
  opener.append(el("b", null, title), " ", el("span", null, description));
  return el("li", { "data-words": (title + " " + description).toLowerCase() }, opener, examples);
}

function exampleItem({ heading, body, predicts, example }) {
  const opener = button("", null, () => {
    dialog.close();
    if (predicts) predict(); // first, or the result would be seen
    offer(example, "This is an example. Your draft is kept.");
  });
  opener.append(el("b", null, heading), " ", predicts ? el("span", null, "Say what happens ") : "", el("code", null, body));
  return el("li", null, opener);
}

// examplesOf reads a page for its examples that can be run, with the heading
// that each stands below. The page is only read: no script of it runs.
async function examplesOf(url) {
  const page = await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", root + url);
    request.responseType = "document";
    request.onload = () => request.status === 200 && request.response ? resolve(request.response) : reject(new Error(request.statusText));
    request.onerror = reject;
    request.send();
  });
  let heading = "";
  const all = [];
  for (const part of page.querySelectorAll("#main :is(h1, h2, h3, .example)")) {
    const { runProfile: profile, runBody: body } = part.dataset;
    const predicts = part.matches(".predict");
    if (!part.matches(".example")) heading = part.textContent.replace(/#$/, "").trim();
    else if (profile != null && body && (predicts || part.querySelector(".to-playground"))) all.push({ heading, body, predicts, example: { name: "the example", profile, body, sent: [] } });
  }
  return all;
}
