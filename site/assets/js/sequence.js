// Bodies that were sent, one after the other: in a link, and out of one.

import { call, far } from "./engine.js";
import { place } from "./view.js";

const longest = 1_000_000; // characters of a profile; a link can hold a quarter of that

/** The link to a profile and a body. Bodies that were sent before, if any, are in it with the profile that the first one met. */
export function link(profile, body, sent) {
  return call("share", sent[0]?.profile ?? profile, body, sent.map(({ body }) => "\u001e" + body + "\n").join(""));
}

/** What a link holds, {profile, body, sent}; or why it does not open, {trouble}. */
export async function opened(fragment) {
  const link = await call("open", fragment);
  if (!link.ok) return { trouble: link.text + " " + link.hint };
  let profile = lines(link.profile);
  const sent = [];
  for (const body of link.sent.map(lines)) {
    const outcome = await far("apply", profile, body);
    if (!outcome.ok) return { trouble: refused(sent.length + 1, outcome.errors[0]) };
    sent.push(entryOf(profile, body, outcome));
    profile = outcome.result;
    if (profile.length > longest) return { trouble: "The bodies in this link make a profile that is too long. Ask for a link with fewer of them." };
  }
  return { profile, body: lines(link.body), sent };
}

/** What is kept of a body that was sent to a profile. */
export function entryOf(profile, body, { counts, steps }) {
  return { profile, body, undone: false, counts, steps: steps.map(({ op, rule, pointer, text, lost }) => ({ op, rule, pointer, text, lost: lost.map(({ pointer }) => ({ pointer })) })) };
}

// Line ends as editors have them.
const lines = (text) => text.replace(/\r\n?/g, "\n");

function refused(n, { input, text, ...where }) {
  const what = input === "profile" ? "its profile" : "body " + n + " of those that were sent";
  return "This link does not open: the API would refuse " + what + ", at " + place(where) + ". " + text + " Ask for the link again.";
}
