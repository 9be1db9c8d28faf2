// The search of the site: a dialog over the page, on the index that was made at
// build. site/search says what its files hold; words and fileOf do here what
// they do there.

import { announce, button, el } from "./dom.js";
import { picks } from "./picks.js";

const root = document.documentElement.dataset.root;
const most = 20; // results; who needs more, needs another word
const loaded = new Map(); // name -> promise of what it holds

function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, fetch(root + "search/" + name).then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).catch((error) => {
      loaded.delete(name); // the next key tries again
      throw error;
    }));
  }
  return loaded.get(name);
}

const words = (text) => text.toLowerCase().match(/[\p{L}\p{Nd}\p{M}_]+/gu)?.map((word) => word.replace(/^_+|_+$/g, "")).filter(Boolean) ?? [];

function fileOf(word) {
  const code = word.codePointAt(0);
  return (code < 128 ? word[0] : "u" + (code >> 8).toString(16)) + ".json";
}

/** The pages that have all words of a query, or words that begin with them, best first. */
async function find(query) {
  const asked = words(query);
  if (asked.length === 0) return [];
  const { files, pages } = await load("pages.json");
  const parts = await Promise.all(asked.map(fileOf).map((name) => files.includes(name) ? load(name) : {})); // else no word begins so
  let all = null;
  for (const [i, word] of asked.entries()) {
    const found = new Map();
    for (const [known, postings] of Object.entries(parts[i])) {
      if (!known.startsWith(word)) continue;
      const rare = Math.log(2 + (2 * pages.length) / postings.length) * (known === word ? 3 : 1);
      for (let j = 0; j < postings.length; j += 2) {
        found.set(postings[j], Math.max(found.get(postings[j]) ?? 0, postings[j + 1] * rare));
      }
    }
    if (all) for (const [page, weight] of found) all.has(page) ? found.set(page, weight + all.get(page)) : found.delete(page);
    all = found;
  }
  return [...all].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => at(pages[page], asked));
}

// at leads to the heading that has a word of the query, if there is one.
function at([title, url, description, headings], asked) {
  const heading = headings.find(([text]) => words(text).some((known) => asked.some((word) => known.startsWith(word))));
  return { title, href: root + url + (heading ? "#" + heading[1] : ""), text: heading ? heading[0] : description };
}

addEventListener("renewed", () => loaded.clear());

export function makeSearch() {
  const opener = document.querySelector(".search-button");
  let dialog;
  const open = () => {
    dialog ??= makeDialog();
    load("pages.json").catch(() => {}); // what is wrong is said at the first key
    dialog.showModal();
    dialog.querySelector("input").select();
  };
  opener.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  opener.hidden = false;
}

function makeDialog() {
  const list = el("ul", { "aria-label": "Pages found" });
  const input = el("input", { id: "search-input", type: "text", inputmode: "search", autocomplete: "off", spellcheck: "false", enterkeyhint: "go", "aria-describedby": "search-help" });
  const help = el("p", { id: "search-help", class: "search-status" }, "Enter opens the first page; the arrow keys lead to the others.");
  const dialog = el("dialog", { class: "search-dialog", "aria-label": "Search" },
    el("p", { class: "search-row" }, el("label", { for: input.id }, "Search"), input, button("Close", null, () => dialog.close())), list, help);
  const usual = help.textContent;
  let latest = 0; // answers may come in another order than questions

  const show = (results, said) => {
    list.replaceChildren(...results.slice(0, most).map(({ title, href, text }) =>
      el("li", null, el("a", { href }, el("b", null, title), " ", el("span", null, text)))));
    help.textContent = said || usual;
    if (said) announce(said, 500);
  };
  input.addEventListener("input", async () => {
    const mine = ++latest;
    const query = input.value;
    try {
      const results = await find(query);
      if (mine !== latest) return;
      const n = results.length;
      const said = n === 0 ? "No page has all of these words." : n === 1 ? "1 page" : n > most ? `The best ${most} of ${n} pages` : n + " pages";
      show(results, words(query).length === 0 ? "" : said);
    } catch {
      if (mine === latest) show([], "The index could not be loaded. Is there a connection?");
    }
  });
  picks(dialog, input, () => list.querySelectorAll("a"));
  list.addEventListener("click", ({ target }) => {
    if (target.closest("a")) dialog.close(); // it may lead to a heading of this page
  });
  document.body.append(dialog);
  return dialog;
}
