// While mergebook serve runs: an edit reloads the page, and findings are shown
// over it.

import { button, el } from "./dom.js";

let source;
let panel = null;

function listen() {
  // The server tells at once when this page is of an older build than its own.
  source = new EventSource("/-/live?build=" + document.documentElement.dataset.build);
  source.addEventListener("message", ({ data }) => {
    if (data === "reload") location.reload(); // browsers keep the scroll position
  });
  source.addEventListener("findings", ({ data }) => show(JSON.parse(data)));
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

// A page that the browser keeps for its Back button would hold its connection,
// of which there are six to a server.
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", listen);
