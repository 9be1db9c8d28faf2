// The places in snippets and texts that stand for something of the reader's own. What the
// reader fills in is kept in this browser.

import { memory } from "./dom.js";

const kept = memory("localStorage");

// What each takes. These characters stand for themselves in the literals of
// every language, so a value can be put where its placeholder is; nothing else
// is, wherever it comes from.
const takes = {
  domain: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i,
  token: /^[a-z0-9._~+/-]+=*$/i, // RFC 6750, section 2.1
  user: /^[a-z0-9|@._+:~-]([a-z0-9|@._+:~ -]*[a-z0-9|@._+:~-])?$/i,
};

const mask = "\u2022".repeat(8);
const placeholders = new WeakMap(); // span -> its text when it is empty

export const allowed = (slot, value) => takes[slot].test(value);

/** The reader's values, by slot. */
export function values() {
  const all = kept.get("values") ?? {};
  return Object.fromEntries(Object.keys(takes).filter((slot) => typeof all[slot] === "string" && allowed(slot, all[slot])).map((slot) => [slot, all[slot]]));
}

/** Keeps values in the place of those that were, and shows them. */
export function keep(all) {
  kept.set("values", all);
  fill(all);
}

/** Puts values into all places of the page; a token is masked. */
export function fill(all = values()) {
  for (const span of document.querySelectorAll("[data-slot]")) {
    if (!placeholders.has(span)) placeholders.set(span, span.textContent);
    const { slot } = span.dataset;
    span.classList.toggle("filled", slot in all);
    span.textContent = slot === "token" && slot in all ? mask : real(span, all);
  }
}

/** What a place holds, with a token as it is. */
function real(node, all = values()) {
  const { slot, encoded } = node.dataset;
  if (!(slot in all)) return placeholders.get(node) ?? node.textContent;
  return encoded == null ? all[slot] : encodeURIComponent(all[slot]);
}

/** The text of code as it is copied. */
export const program = (code) => unmasked(code.cloneNode(true));

function unmasked(part) {
  for (const span of part.querySelectorAll("[data-slot=token]")) span.textContent = real(span);
  return part.textContent;
}

// Selecting and copying by hand gives the token, too.
addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.rangeCount !== 1 || !("token" in values())) return;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const element = around.closest ? around : around.parentElement;
  const within = element.closest("[data-slot=token]"); // then the range has text alone
  const part = range.cloneContents();
  if (!within && !(element.closest("code") && part.querySelector("[data-slot=token]"))) return;
  event.clipboardData.setData("text/plain", within ? real(within) : unmasked(part));
  event.preventDefault();
});

// Another tab has other values now.
addEventListener("storage", () => fill());
