// CodeMirror takes the place of textareas once the page is there and somebody is
// at it, or has looked at it for a while: to start it takes as long as all else
// of the page. Where it does not load, the textareas go on working.

import { announce, el, idle, whole } from "./dom.js";

const here = document.documentElement.dataset;
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"]; // of somebody
const patience = 5000; // ms without one
let loading;

/** Gives adopt the function that makes an editor of a textarea, and its text so far, when the time has come. */
export async function takeOver(area, adopt) {
  let composing = false; // a word, by an input method
  area.addEventListener("compositionstart", () => { composing = true; });
  area.addEventListener("compositionend", () => { composing = false; });
  loading ??= load();
  const editor = await loading;
  if (!editor) return;
  do await idle(); while (composing || area.matches(":active")); // what is under way would be cut off
  adopt((area, past) => editor.create(area, past, announce));
}

async function load() {
  const somebody = sign();
  await whole();
  await idle();
  const url = new URL(here.editor, document.baseURI).href;
  document.head.append(el("link", { rel: "modulepreload", href: url }));
  await somebody;
  await idle();
  try {
    return await import(url);
  } catch {
    return null; // the browser says why, in its console
  }
}

// sign waits for somebody, but not for ever.
function sign() {
  return new Promise((resolve) => {
    const seen = () => {
      clearTimeout(enough);
      for (const name of signs) removeEventListener(name, seen, true);
      resolve();
    };
    const enough = setTimeout(seen, patience);
    for (const name of signs) addEventListener(name, seen, { capture: true, passive: true });
  });
}
