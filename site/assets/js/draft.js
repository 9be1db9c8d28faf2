// What the visitor typed, kept in the tab: it survives a reload, and is never
// lost to a link or a reset. Texts are {name, profile, body, sent}; the name says
// what they are: "my draft", "the shared text". sent lists the bodies that were
// sent, {profile, body, undone, counts, steps}; those that are undone stand last.

import { memory } from "./dom.js";
import { isLong } from "./long.js";

const stored = memory("sessionStorage");
const most = 20; // texts set aside; nobody has been seen to need more than two

const sameTexts = (a, b) => a.profile === b.profile && a.body === b.body;

export function same(a, b) {
  return sameTexts(a, b) && a.sent.length === b.sent.length
    && a.sent.every((entry, i) => sameTexts(entry, b.sent[i]) && entry.undone === b.sent[i].undone);
}

// What browsers keep of a tab is bounded, and trying takes as long as doing.
const kept = (texts) => !isLong(texts.profile) && !isLong(texts.body);
const keptSent = (sent) => sent.every(kept) ? sent : [];

// A fragment may be as long as the texts, and saving happens at each keystroke:
// what tells fragments apart is enough.
let digested = ["", ""];

function digest(fragment) {
  if (fragment.length < 100) return fragment;
  if (digested[0] !== fragment) {
    let hash = 0;
    for (let i = 0; i < fragment.length; i++) hash = Math.imul(hash ^ fragment.charCodeAt(i), 0x9e3779b1) + i | 0;
    digested = [fragment, fragment.length + "." + hash];
  }
  return digested[1];
}

/** The draft, or null. */
export const draft = {
  get() {
    const texts = stored.get("draft");
    return texts && { ...texts, sent: stored.get("sent") ?? [] };
  },

  /** Whether the draft was typed under that fragment of the page's URL. */
  isUnder: (draft, fragment) => draft?.from === digest(fragment),

  save(texts, fragment) {
    if (!kept(texts)) return;
    if (!unsaved) setTimeout(write, 50); // not before the keystroke is painted
    unsaved = { ...texts, from: digest(fragment) };
  },
};

let unsaved = null;
let sentBefore; // it changes seldom, and is long

function write() {
  if (!unsaved) return;
  const { sent, ...texts } = unsaved;
  stored.set("draft", texts);
  if (sent !== sentBefore) stored.set("sent", keptSent(sent)) || stored.set("sent", []);
  sentBefore = sent;
  unsaved = null;
}

addEventListener("pagehide", write);

let aside = (stored.get("aside") ?? []).map((texts) => ({ sent: [], ...texts }));

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
  const short = aside.filter(kept);
  stored.set("aside", short.map((texts) => ({ ...texts, sent: keptSent(texts.sent) }))) || stored.set("aside", short.map((texts) => ({ ...texts, sent: [] })));
}
