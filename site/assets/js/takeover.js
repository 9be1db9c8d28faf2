// CodeMirror takes the place of textareas once the page is there and has time.
// Where it does not load, the textareas go on working.

import { announce, idle } from "./dom.js";

const here = document.documentElement.dataset;
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
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  await idle();
  try {
    return await import(new URL(here.editor, document.baseURI).href);
  } catch {
    return null; // the browser says why, in its console
  }
}
