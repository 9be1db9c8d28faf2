// The dialog in which a link becomes what one sends: the link itself, Markdown,
// an embedded page, a command. It is loaded when somebody shares.

import { announce, button, el } from "./dom.js";
import { toClipboard } from "./copy.js";
import { call } from "./engine.js";
import { shorten } from "./sandbox.js";
import { hasSandbox } from "./slots.js";

const forms = {
  link: { label: "Link", make: ({ link }) => link },
  markdown: { label: "Markdown", make: markdown },
  embed: { label: "Embed code", make: embed },
  curl: { label: "curl command", make: () => command.text },
};

let dialog, text, label, notes, choice, shared;
let command = null; // {body, text}, the last one that was written

/**
 * Opens the dialog for links {fragment, profile, sent, body}: the first one is in
 * use, and a second one is the same without the bodies that were sent. left says
 * why some are in none; use makes a link the page's address. copied says whether
 * the link is in the clipboard.
 */
export function openSharing({ links, left, use }, copied) {
  dialog ??= makeDialog();
  const choose = (link) => {
    use(link);
    shared = { ...link, link: location.href };
    notes.replaceChildren(...advice(shared, left).map((sentences) => el("p", null, sentences)));
    show("link");
  };
  choice.replaceChildren(...links.length > 1 ? [without(links, choose)] : []);
  choose(links[0]);
  dialog.showModal();
  prepare(links[0].body);
  text.focus();
  text.select();
  say("link", copied);
}

function makeDialog() {
  label = el("label", { for: "share-text" });
  text = el("textarea", { id: "share-text", readonly: "", rows: "4", spellcheck: "false", "aria-describedby": "share-said" });
  notes = el("div", { class: "share-notes" });
  choice = el("p", { class: "share-choice" });
  const made = el("dialog", { class: "dialog share-dialog", "aria-labelledby": "share-title" },
    el("h2", { id: "share-title" }, "Share"),
    el("p", { class: "field" }, label, text, el("span", { class: "hint", id: "share-said" })), notes, choice,
    el("p", { class: "buttons" }, ...Object.entries(forms).map(([form, { label }]) =>
      button("Copy " + (form === "markdown" ? "as Markdown" : label[0].toLowerCase() + label.slice(1)), { class: form === "link" ? "button-primary" : null, "data-form": form }, () => copy(form)))),
    hasSandbox ? el("p", { class: "buttons" }, button("Make a short link", { "aria-describedby": "share-short" }, makeShort), " ",
      el("span", { class: "hint", id: "share-short" }, "This site's server then keeps the texts, for whoever has the short link, and for ever.")) : null,
    el("p", { class: "buttons" }, button("Close", null, () => made.close())));
  document.body.append(made);
  return made;
}

async function makeShort() {
  const { fragment } = shared;
  try {
    const short = await shorten(fragment);
    if (shared.fragment !== fragment) return; // the dialog is open for another one meanwhile
    label.textContent = "Short link";
    text.value = short;
    say("link", await toClipboard(short));
  } catch (error) {
    tell(error.message);
  }
}

// prepare has the command written, which needs a program that is loaded now: when
// somebody presses the button the text must be there, for a browser lets a click
// write into the clipboard, and not what comes long after one.
async function prepare(body) {
  const copier = dialog.querySelector("[data-form=curl]");
  copier.disabled = command?.body !== body;
  if (!copier.disabled) return;
  try {
    const { snippets } = await call("snippets", body);
    if (shared.body !== body) return; // the dialog is open for another one meanwhile
    command = { body, text: snippets.find(({ language }) => language === "curl").pieces.map(({ text }) => text).join("") };
    copier.disabled = false;
  } catch (error) {
    tell("There is no curl command. " + error.message);
  }
}

function tell(said) {
  document.getElementById("share-said").textContent = said;
  announce(said);
}

// The choice whether the bodies that were sent are in the link.
function without([all, plain], choose) {
  const box = el("input", { type: "checkbox", id: "share-sent" });
  box.checked = true;
  box.addEventListener("change", () => {
    choose(box.checked ? all : plain);
    tell("The link has changed: copy it again.");
  });
  return el("label", null, box, " With the " + (all.sent.length === 1 ? "sent body" : all.sent.length + " sent bodies"));
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
  tell(said);
}

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

// What to know before one sends a link.
function advice({ link: { length }, sent }, left) {
  const n = sent.length;
  const long = length > 2000
    ? "Many programs cut links longer than 2,000 characters. Send the Markdown, or make the texts shorter."
    : length > 1000 ? "Some mail and chat programs break links longer than 1,000 characters. Try whether it opens." : "";
  return [
    ["The link has " + length.toLocaleString("en") + " characters.", long && " ", el("strong", null, long)],
    [(n === 0 ? "It holds both texts, all of them" : "It holds the profile as it was before, " + (n === 1 ? "the body that was" : "the " + n + " bodies that were") + " sent since, and the body in the editor, all of them, with what was deleted on the way")
      + ": whoever has it can read them, and it cannot be taken back. No server sees them when it is opened. Look for tokens and names of real people first."],
    ...left ? [[left]] : [],
  ].map(([first, ...rest]) => spread(first, rest));
}

function spread(first, rest) {
  const all = document.createDocumentFragment();
  all.append(first, ...rest.filter((part) => part !== "" && part.textContent !== ""));
  return all;
}

// All texts as they are, for those who do not open links. A fence is longer
// than any in the text.
function markdown({ link, profile, sent, body }) {
  const fence = (text) => {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const line = "`".repeat(longest + 1);
    return line + "json\n" + text + (text.endsWith("\n") ? "" : "\n") + line + "\n";
  };
  const bodies = sent.map((body, i) => "\nPATCH body " + (i + 1) + ", sent:\n\n" + fence(body)).join("");
  return "Profile:\n\n" + fence(profile) + bodies + "\nPATCH body:\n\n" + fence(body) + "\n[What comes of them](" + link + ")\n";
}

function embed({ link }) {
  const { hash } = new URL(link);
  const page = new URL(document.documentElement.dataset.root + "embed/" + hash, link);
  const source = page.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${source}" title="A PATCH and what becomes of the profile" width="100%" height="640" loading="lazy"></iframe>\n`;
}
