// The dialog in which readers fill in their own values.

import { announce, button, el } from "./dom.js";
import { allowed, fill, keep, values } from "./slots.js";

const fields = [
  { slot: "domain", label: "Domain", hint: "The host of the API, with a port if it has one, and http:// before it if it is not https.", wrong: "Not a host, such as tenant.example.com or http://localhost:8080." },
  { slot: "token", label: "Access token", hint: "Masked on the page. What you copy has the real one.", wrong: "Not a token: it has only letters, digits and - . _ ~ + / =", type: "password" },
  { slot: "user", label: "User id", hint: "As the API writes it, such as auth0|507f1f77.", wrong: "Not a user id: here it has only letters, digits, blanks and | @ . _ + : ~ -" },
];

let dialog;

export function makeValues() {
  const main = document.getElementById("main");
  if (!main.querySelector("[data-slot]")) return;
  fill();
  if (!main.querySelector(".values")) { // there is no example
    main.querySelector(".content").append(el("p", null, el("button", { type: "button", class: "values" }, "Your values")));
  }
  for (const opener of main.querySelectorAll(".values")) opener.hidden = false;
  if (dialog) return;
  dialog = makeDialog();
  main.addEventListener("click", ({ target }) => {
    if (target.matches(".values")) return open();
    const slot = target.dataset.slot === "base" ? "domain" : target.dataset.slot;
    if (slot && getSelection().isCollapsed && !target.closest("a")) open(slot);
  });
}

function makeDialog() {
  const form = el("form", { novalidate: "" },
    el("h2", { id: "values-title" }, "Your values"),
    el("p", null, "All pages of this site show them. They are kept in this browser, until you clear them, and sent nowhere."),
    ...fields.map(makeField),
    el("p", { class: "buttons" },
      el("button", { class: "button-primary" }, "Use these"),
      button("Clear all", null, () => done({})),
      button("Cancel", null, () => made.close())));
  const made = el("dialog", { class: "values-dialog", "aria-labelledby": "values-title" }, form);
  const done = (all) => {
    keep(all);
    made.close();
    announce(said(all));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !check(field));
    if (wrong.length > 0) input(wrong[0].slot).focus();
    else done(Object.fromEntries(fields.map(({ slot }) => [slot, input(slot).value]).filter(([, value]) => value !== "")));
  });
  document.body.append(made);
  return made;
}

function makeField({ slot, label, hint, type }) {
  const id = "values-" + slot;
  return el("p", { class: "field" },
    el("label", { for: id }, label),
    el("input", { id, type: type ?? "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": id + "-hint" }),
    el("span", { class: "hint", id: id + "-hint" }, hint));
}

const input = (slot) => document.getElementById("values-" + slot);

function open(slot = "domain") {
  const all = values();
  for (const field of fields) {
    input(field.slot).value = all[field.slot] ?? "";
    check(field);
  }
  dialog.showModal();
  input(slot).select();
}

// check tidies a field as it is often pasted, says what is wrong with it, and
// reports whether it can be used.
function check({ slot, hint, wrong }) {
  const field = input(slot);
  field.value = field.value.trim().replace(slot === "domain" ? /^https:\/\/|\/(api\/.*)?$/g : slot === "token" ? /^Bearer\s+/i : "", "");
  const good = field.value === "" || allowed(slot, field.value);
  field.setAttribute("aria-invalid", !good);
  document.getElementById(field.id + "-hint").textContent = good ? hint : wrong;
  return good;
}

function said(all) {
  const names = fields.filter(({ slot }) => slot in all).map(({ label }) => label.toLowerCase());
  return names.length === 0 ? "The pages have their placeholders again" : "The pages now have your " + new Intl.ListFormat("en").format(names);
}
