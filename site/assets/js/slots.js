// The places in snippets and texts that stand for something of the reader's own. What the
// reader fills in is kept in this browser.

import { memory } from "./dom.js";

const kept = memory("localStorage");

/** Whether this site has a sandbox: then it is at the root of its server. */
export const hasSandbox = document.documentElement.dataset.sandbox != null;

// What each takes. These characters stand for themselves in the literals of
// every language, so a value can be put where its placeholder is; nothing else
// is, wherever it comes from.
const takes = {
  domain: /^(https?:\/\/)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/t\/[a-z0-9]+)?$/i,
  token: /^[a-z0-9._~+/-]+=*$/i, // RFC 6750, section 2.1
  user: /^[a-z0-9|@._+:~-]([a-z0-9|@._+:~ -]*[a-z0-9|@._+:~-])?$/i,
};

const mask = "\u2022".repeat(8);
const placeholders = new WeakMap(); // span -> its text when it is empty

export const allowed = (slot, value) => takes[slot].test(value);

/** The reader's own values, by slot. */
export const values = () => checked(kept.get("values"));

/** The values of the reader's tenant of the sandbox, or null where there is none. */
export function tenant() {
  const all = checked(kept.get("tenant"));
  return hasSandbox && all.domain?.startsWith(location.origin + "/") && all.token && all.user ? all : null;
}

/** Keeps a tenant that the sandbox has made. */
export function keepTenant({ tenant, token, user_id: user }) {
  kept.set("tenant", { domain: location.origin + "/t/" + tenant, token, user });
}

/** Whether examples run in the sandbox; the places then hold the tenant's values. */
export const isLive = () => hasSandbox && kept.get("live") === true;

/** Chooses where examples run. */
export function setLive(live) {
  kept.set("live", live);
  fill();
}

const shown = () => (isLive() && tenant()) || values();

function checked(all) {
  all ??= {};
  return Object.fromEntries(Object.keys(takes).filter((slot) => typeof all[slot] === "string" && allowed(slot, all[slot])).map((slot) => [slot, all[slot]]));
}

/** Keeps values in the place of those that were, and shows them. */
export function keep(all) {
  kept.set("values", all);
  setLive(false);
}

/** Puts values into all places of the page; a token is masked. */
export function fill(all = shown()) {
  for (const span of document.querySelectorAll("[data-slot]")) {
    if (!placeholders.has(span)) placeholders.set(span, span.textContent);
    const { slot } = span.dataset;
    const filled = (slot === "base" ? "domain" : slot) in all;
    span.classList.toggle("filled", filled);
    const text = slot === "token" && filled ? mask : real(span, all);
    if (span.textContent !== text) span.textContent = text; // else nothing is laid out anew
  }
}

/** What a place holds, with a token as it is. */
function real(node, all = shown()) {
  const { slot, encoded } = node.dataset;
  const value = slot === "base" ? base(all) : slot === "domain" ? all.domain?.replace(scheme, "") : all[slot];
  if (value == null) return placeholders.get(node) ?? node.textContent;
  return encoded == null ? value : encodeURIComponent(value);
}

const scheme = /^https?:\/\//i;

/** What the paths of the API come behind. */
const base = ({ domain }) => domain && (scheme.test(domain) ? domain : "https://" + domain);

/** The text of code as it is copied. */
export const program = (code) => unmasked(code.cloneNode(true));

function unmasked(part) {
  for (const span of part.querySelectorAll("[data-slot=token]")) span.textContent = real(span);
  return part.textContent;
}

// Selecting and copying by hand gives the token, too.
addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.rangeCount !== 1 || !("token" in shown())) return;
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
