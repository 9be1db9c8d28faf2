// What the visitor typed, kept in the tab: it survives a reload, and is never
// lost to a link or a reset. Texts are {name, profile, body}; the name says
// what they are: "my draft", "the shared text".

import { memory } from "./dom.js";

const stored = memory("sessionStorage");
const most = 20; // texts set aside; nobody has been seen to need more than two

export function same(a, b) {
  return a.profile === b.profile && a.body === b.body;
}

/** The draft, or null. from is the fragment of the page's URL it was typed under. */
export const draft = {
  get: () => stored.get("draft"),
  save: (texts, from) => stored.set("draft", { ...texts, from }),
};

let aside = stored.get("aside") ?? [];

/** Keeps texts that give way to others. */
export function setAside(texts) {
  keep([...aside.filter((other) => !same(other, texts)), texts]);
}

/** Takes out of what is kept the texts that are in the editors now. */
export function inEditors(texts) {
  keep(aside.filter((other) => !same(other, texts)));
}

/** The texts that gave way last, or undefined. */
export function lastAside() {
  return aside.at(-1);
}

/** Takes the last ones out, and keeps the present ones as the first in line. */
export function exchange(texts) {
  const last = aside.at(-1);
  keep([texts, ...aside.slice(0, -1)]);
  return last;
}

function keep(list) {
  aside = list.slice(-most);
  stored.set("aside", aside);
}
