// The dialog in which a link becomes what one sends: the link itself, Markdown,
// an embedded page, a command. It is loaded when somebody shares.

import { announce, button, el } from "./dom.js";
import { toClipboard } from "./copy.js";
import { curl } from "./curl.js";

const forms = {
  link: { label: "Link", make: ({ link }) => link },
  markdown: { label: "Markdown", make: markdown },
  embed: { label: "Embed code", make: embed },
  curl: { label: "curl command", make: ({ body }) => curl(body) },
};

let dialog, text, label, notes, shared;

/** Opens the dialog for a link and its two texts; copied says whether the link is in the clipboard. */
export function openSharing(next, copied) {
  dialog ??= makeDialog();
  shared = next;
  notes.replaceChildren(...advice(next.link).map((sentences) => el("p", null, sentences)));
  show("link");
  dialog.showModal();
  text.focus();
  text.select();
  say("link", copied);
}

function makeDialog() {
  label = el("label", { for: "share-text" });
  text = el("textarea", { id: "share-text", readonly: "", rows: "4", spellcheck: "false", "aria-describedby": "share-said" });
  notes = el("div", { class: "share-notes" });
  const made = el("dialog", { class: "dialog share-dialog", "aria-labelledby": "share-title" },
    el("h2", { id: "share-title" }, "Share"), notes,
    el("p", { class: "buttons" }, ...Object.entries(forms).map(([form, { label }]) =>
      button("Copy " + (form === "markdown" ? "as Markdown" : label[0].toLowerCase() + label.slice(1)), form === "link" ? { class: "button-primary" } : null, () => copy(form)))),
    el("p", { class: "field" }, label, text, el("span", { class: "hint", id: "share-said" })),
    el("p", { class: "buttons" }, button("Close", null, () => made.close())));
  document.body.append(made);
  return made;
}

function show(form) {
  label.textContent = forms[form].label;
  text.value = forms[form].make(shared);
}

async function copy(form) {
  show(form);
  say(form, await toClipboard(text.value));
}

function say(form, copied) {
  const said = copied ? forms[form].label + " copied." : "The browser does not allow copying: it is selected, press " + (mac ? "Cmd" : "Ctrl") + "+C.";
  if (!copied) {
    text.focus();
    text.select();
  }
  document.getElementById("share-said").textContent = said;
  announce(said);
}

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

// What to know before one sends a link.
function advice(link) {
  const { length } = link;
  const long = length > 2000
    ? "Many programs cut links longer than 2,000 characters. Send the Markdown, or make the texts shorter."
    : length > 1000 ? "Some mail and chat programs break links longer than 1,000 characters. Try whether it opens." : "";
  return [
    ["The link has " + length.toLocaleString("en") + " characters.", long && " ", el("strong", null, long)],
    ["It holds both texts, all of them: whoever has it can read them, and it cannot be taken back. No server sees them when it is opened. Look for tokens and names of real people first."],
  ].map(([first, ...rest]) => spread(first, rest));
}

function spread(first, rest) {
  const all = document.createDocumentFragment();
  all.append(first, ...rest.filter((part) => part !== "" && part.textContent !== ""));
  return all;
}

// Both texts as they are, for those who do not open links. A fence is longer
// than any in the text.
function markdown({ link, profile, body }) {
  const fence = (text) => {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const line = "`".repeat(longest + 1);
    return line + "json\n" + text + (text.endsWith("\n") ? "" : "\n") + line + "\n";
  };
  return "Profile:\n\n" + fence(profile) + "\nPATCH body:\n\n" + fence(body) + "\n[What comes of them](" + link + ")\n";
}

function embed({ link }) {
  const { hash } = new URL(link);
  const page = new URL(document.documentElement.dataset.root + "embed/" + hash, link);
  const source = page.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${source}" title="A PATCH and what becomes of the profile" width="100%" height="640" loading="lazy"></iframe>\n`;
}
