// While mergebook serve runs: an edit reloads the page, and findings are shown
// over it.

import { button, el, memory } from "./dom.js";

const kept = memory("sessionStorage");
let source;
let panel = null;

function listen() {
  // The server tells at once when this page is of an older build than its own.
  source = new EventSource("/-/live?build=" + document.documentElement.dataset.build);
  source.addEventListener("message", ({ data }) => {
    if (data === "reload") reload();
  });
  source.addEventListener("findings", ({ data }) => show(JSON.parse(data)));
}

// What a browser forgets when it loads a page anew is kept for that one time.
// Only what is in the page's text: a dialog may hold a token.
function reload() {
  const focused = document.activeElement;
  focused.blur(); // an editor in the place of a textarea gives that its selection
  kept.set("live", {
    page: location.pathname,
    scroll: scrollY,
    focus: wayTo(focused.closest(".editor")?.previousElementSibling ?? focused),
    open: [...document.querySelectorAll("#main details")].map((details) => [wayTo(details), details.open]),
    texts: [...document.querySelectorAll("#main textarea")].map((text) => [wayTo(text), text.value, text.selectionStart, text.selectionEnd]),
  });
  location.reload();
}

function restore() {
  const was = kept.get("live");
  kept.set("live", null);
  if (was?.page !== location.pathname) return;
  for (const [way, open] of was.open) {
    const details = document.querySelector(way);
    if (details) details.open = open;
  }
  for (const [way, value, start, end] of was.texts) {
    const text = document.querySelector(way);
    if (!text) continue;
    if (text.value !== value) {
      text.value = value;
      text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    text.setSelectionRange(start, end);
  }
  document.querySelector(was.focus)?.focus({ preventScroll: true });
  scrollTo({ top: was.scroll, behavior: "instant" });
}

// wayTo returns a selector of an element, from the nearest id on.
function wayTo(element) {
  if (element.id) return "#" + CSS.escape(element.id);
  if (element === document.documentElement) return ":root";
  const place = [...element.parentElement.children].indexOf(element) + 1;
  return wayTo(element.parentElement) + ` > :nth-child(${place})`;
}

function show(findings) {
  panel?.remove();
  panel = null;
  if (findings.length === 0) return;
  panel = el("section", { class: "findings", role: "alert", "aria-label": "Findings" },
    button("Dismiss", null, () => panel.remove()),
    el("ul", null, ...findings.map(({ text }) => el("li", null, el("pre", null, text)))));
  document.body.append(panel);
}

// What was there is there again when the page's scripts are done.
if ("made" in document.documentElement.dataset) restore();
else addEventListener("made", restore, { once: true });

// A page that the browser keeps for its Back button would hold its connection,
// of which there are six to a server.
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", listen);
