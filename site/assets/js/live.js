// While mergebook serve runs: an edit shows up in the page, and findings are shown
// over it.

import { button, el, memory } from "./dom.js";
import { fetchPage, keep, show as showPage } from "./inplace.js";

const here = document.documentElement.dataset;
const kept = memory("sessionStorage");
let source;
let panel = null;
let turn = Promise.resolve(); // of what the server has asked for

function listen() {
  // The server tells at once when this page is of an older build than its own.
  source = new EventSource("/-/live?build=" + here.build);
  source.addEventListener("message", ({ data }) => {
    turn = turn.catch(() => {}).then(data === "reload" || here.editor ? reload : renew);
  });
  source.addEventListener("findings", ({ data }) => show(JSON.parse(data)));
}

// renew has the page say what its file says now. The editors of the playground
// have a page loaded anew.
async function renew() {
  const fresh = await fetchPage();
  await made;
  const { focused, focus, parts } = state();
  if (!fresh || !showPage(fresh)) return reload();
  const again = isMade();
  dispatchEvent(new Event("renewed"));
  await again;
  restore({ parts: parts.filter(({ part }) => !part.isConnected), focus: focused.isConnected ? null : focus });
}

// What a browser forgets when it loads a page anew is kept for that one time.
function reload() {
  const { focused, focus } = state();
  focused.blur(); // an editor in the place of a textarea gives that its selection
  kept.set("live", { focus, parts: state().parts.map(({ part, ...is }) => is), page: location.pathname, scroll: scrollY });
  location.reload();
}

// Only what is in the page's text: a dialog may hold a token.
function state() {
  const focused = document.activeElement;
  return {
    focused,
    focus: wayTo(focused.closest(".editor")?.previousElementSibling ?? focused),
    parts: [...document.querySelectorAll("#main details, #main textarea")].map((part) => (
      { part, way: wayTo(part), open: part.open, value: part.value, start: part.selectionStart, end: part.selectionEnd })),
  };
}

function restore({ parts, focus }) {
  for (const { way, open, value, start, end } of parts) {
    const part = document.querySelector(way);
    if (part?.localName === "details") part.open = open;
    if (part?.localName !== "textarea") continue;
    if (part.value !== value) {
      part.value = value;
      part.dispatchEvent(new Event("input", { bubbles: true }));
    }
    part.setSelectionRange(start, end);
  }
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
}

function restoreReloaded() {
  const was = kept.get("live");
  kept.set("live", null);
  if (was?.page !== location.pathname) return;
  restore(was);
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

// isMade waits until the page's scripts have made what they make.
const isMade = () => new Promise((resolve) => addEventListener("made", resolve, { once: true }));

keep();
const made = isMade();
made.then(restoreReloaded);

// A page that the browser keeps for its Back button would hold its connection,
// of which there are six to a server.
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", listen);
