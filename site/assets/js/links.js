// Share links: the fragment of the page's address, made and opened.

import { toClipboard } from "./copy.js";
import { draft, same, setAside } from "./draft.js";
import { leading } from "./sent.js";
import { link, opened } from "./sequence.js";
import { fragment, replace, say, sent, texts } from "./texts.js";
import { count } from "./view.js";

export async function share() {
  try {
    const { profile, body } = texts();
    const bodies = await leading();
    const links = [];
    let last;
    for (const sent of bodies.length > 0 ? [bodies, []] : [[]]) {
      last = await link(profile, body, sent);
      if (last.ok) links.push({ fragment: last.fragment, profile: sent[0]?.profile ?? profile, sent: sent.map(({ body }) => body), body });
    }
    if (links.length === 0) {
      say(last.text + " " + last.hint);
      return;
    }
    use(links[0]);
    const copied = await toClipboard(location.href);
    const length = count(location.href.length, "character");
    say((copied ? "Link copied: " : "The link is in the address bar now: ") + length + ". It holds " + held(links[0]) + ", for whoever has it.");
    const { openSharing } = await import("./sharing.js");
    openSharing({ links, left: leftOut(links[0], bodies), use }, copied);
  } catch (error) {
    say(error.message);
  }
}

/** Makes a link the page's address. */
function use(link) {
  history.replaceState(null, "", "#" + link.fragment);
  draft.save(texts(), link.fragment);
}

const held = ({ sent }) => sent.length > 0 ? "the first profile, " + count(sent.length, "sent body", "sent bodies") + " and the body in the editor" : "both texts";

// Why bodies that were sent, and are not undone, are not in the link.
function leftOut(link, bodies) {
  if (link.sent.length < bodies.length) return "With the sent bodies it would be too long: it holds none of them.";
  const left = sent().filter((entry) => !entry.undone).length - bodies.length;
  return left > 0 ? "The profile was changed by hand after " + count(left, "body was", "bodies were") + " sent: the link does not hold these." : "";
}

/** Opens the page's fragment; mine is whether the draft was typed under it. */
export async function arrive(mine) {
  const from = fragment();
  if (!from) return;
  try {
    const { trouble, ...held } = await opened(from);
    if (from !== fragment()) return; // another one has arrived meanwhile
    if (trouble) {
      say(trouble + " Your text is untouched.");
      return;
    }
    const shared = { name: "the shared text", ...held };
    if (!mine) {
      replace(shared, "This is a shared text. Your draft is kept.");
    } else if (!same(texts(), shared)) {
      setAside(shared);
      say("This is what you had here last.");
    }
  } catch (error) {
    say(error.message);
  }
}
