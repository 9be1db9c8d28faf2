// Share links: the fragment of the page's address, made and opened.

import { toClipboard } from "./copy.js";
import { draft, same, setAside } from "./draft.js";
import { call } from "./engine.js";
import { fragment, replace, say, texts } from "./texts.js";
import { count } from "./view.js";

export async function share() {
  try {
    const { profile, body } = texts();
    const link = await call("share", profile, body);
    if (!link.ok) {
      say(link.text + " " + link.hint);
      return;
    }
    history.replaceState(null, "", "#" + link.fragment);
    draft.save(texts(), link.fragment);
    const copied = await toClipboard(location.href);
    const length = count(location.href.length, "character");
    say((copied ? "Link copied: " : "The link is in the address bar now: ") + length + ". It holds both texts, for whoever has it.");
    const { openSharing } = await import("./sharing.js");
    openSharing({ link: location.href, profile, body }, copied);
  } catch (error) {
    say(error.message);
  }
}

/** Opens the page's fragment; mine is the draft that was typed under it, if any. */
export async function arrive(mine) {
  const from = fragment();
  if (!from) return;
  try {
    const link = await call("open", from);
    if (from !== fragment()) return; // another one has arrived meanwhile
    if (!link.ok) {
      say([link.text, link.hint].filter(Boolean).join(" ") + " Your text is untouched.");
      return;
    }
    const shared = { name: "the shared text", profile: link.profile, body: link.body };
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
