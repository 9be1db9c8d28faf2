// What the tests do in a page, in words of a reader.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { inFirefox } from "./browser.js";

/** Waits until a function, called in the page, gives a true value, and returns that. */
export async function until(page, what, fn, ...args) {
  const end = Date.now() + 15_000;
  for (;;) {
    // A page that is just being left cannot answer.
    const value = await page.evaluate(fn, ...args).catch((error) => {
      if (!/context|detached|navigat/i.test(error.message)) throw error;
    });
    if (value) return value;
    assert.ok(Date.now() < end, "waited in vain until " + what);
    await setTimeout(10);
  }
}

/** The text of an element, white space and all. */
export const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

/** The text of an element as a reader sees it: what is hidden is left out. */
export const seen = (page, selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, " ").trim());

export const exists = (page, selector) => page.evaluate((selector) => document.querySelector(selector) !== null, selector);

/** Waits until an element's text is, or has in it, what is wanted. */
export async function says(page, selector, wanted) {
  try {
    await until(page, `${selector} says ${JSON.stringify(wanted)}`,
      (selector, wanted) => document.querySelector(selector)?.textContent.includes(wanted), selector, wanted);
  } catch (error) {
    const said = await text(page, selector).catch(() => null); // it may be gone, and the page with it
    throw new Error(error.message + (said === null ? "" : "; it says " + JSON.stringify(said)), { cause: error });
  }
}

/** Waits until the live region has said something with that in it. What it said before is not looked at again. */
export function hears(page, wanted) {
  return until(page, "the page announces " + JSON.stringify(wanted), (wanted) => {
    const at = announced.findIndex((text) => text.includes(wanted));
    return at >= 0 && announced.splice(0, at + 1).length > 0;
  }, wanted);
}

/**
 * Waits until the scripts of a page are at work, and the editors in the place of the
 * playground's textareas, which they take when somebody is there.
 */
export async function ready(page) {
  await until(page, "the page is ready", () => {
    dispatchEvent(new Event("pointermove"));
    return document.readyState === "complete"
      && "made" in document.documentElement.dataset
      && [...document.querySelectorAll("[data-editor] :is(#profile, #body)")].every((area) => area.hidden);
  });
}

/** Waits, as ready does, and until the playground shows what comes of its texts: that moves what is below. */
export async function computed(page) {
  await ready(page);
  await says(page, "#timing", "computed in");
}

/** Opens an address in the same tab and waits for its scripts. */
export async function visit(page, url) {
  await page.goto(url);
  await ready(page);
}

/** Presses a button by keyboard. */
export async function press(page, selector, key = "Enter") {
  await page.focus(selector);
  await page.keyboard.press(key);
}

/** Puts a text into an editor in the place of what is in it, as pasting does. */
export async function enter(page, selector, value) {
  await focus(page, selector);
  await chord(page, "Control", "a");
  if (value === "") await page.keyboard.press("Backspace");
  else if (inFirefox) await page.evaluate((value) => document.execCommand("insertText", false, value), value); // its driver sends single characters
  else await page.keyboard.sendCharacter(value);
  assert.equal(await editor(page, selector), value);
}

/** Focuses a textarea, or the editor that is in its place. */
export const focus = (page, selector) => page.$eval(selector, (area) => {
  (area.hidden ? area.nextElementSibling.querySelector("[contenteditable]") : area).focus();
});

/** Presses keys together. */
export async function chord(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

export const editor = (page, selector) => page.$eval(selector, (element) => element.value);

export const selected = (page, selector) => page.$eval(selector, (area) =>
  area.hidden ? getSelection().toString() : area.value.slice(area.selectionStart, area.selectionEnd));

/** The id of the textarea that has the focus, or in whose place an editor has it. */
export const focused = (page) => page.evaluate(() => {
  const editor = document.activeElement.closest(".editor");
  return editor ? editor.previousElementSibling.id : document.activeElement.id;
});

export const clipboard = async (page) => {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
};

