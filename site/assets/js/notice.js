// The line of the toolbar: what has happened to the texts, with one thing to do
// about it.

import { announce } from "./dom.js";

let said = [""]; // the message, and the action if there is one

document.getElementById("notice-action").addEventListener("click", () => said[1].act());

/** Says something, with an action {text, act} or none. */
export function notice(message, action) {
  const button = document.getElementById("notice-action");
  document.getElementById("notice-text").textContent = message;
  button.hidden = !action;
  button.textContent = action?.text ?? "";
  said = [message, action];
  if (message) announce(message);
}

/**
 * Says something for as long as it is true. Returns the function that brings back
 * what was said before, unless something else has been said meanwhile.
 */
export function passing(message, action) {
  const before = said;
  notice(message, action);
  const mine = said;
  return () => {
    if (said === mine) notice(...before);
  };
}
