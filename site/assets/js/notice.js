// The line of the toolbar: what has happened to the texts, with one thing to do
// about it.

import { announce } from "./dom.js";

let act; // what the button does

document.getElementById("notice-action").addEventListener("click", () => act());

/** Says something, with an action {text, act} or none. */
export function notice(message, action) {
  const button = document.getElementById("notice-action");
  document.getElementById("notice-text").textContent = message;
  button.hidden = !action;
  button.textContent = action?.text ?? "";
  act = action?.act;
  if (message) announce(message);
}
