// Small helpers. Everything that the scripts show is made by el: text is only
// ever text.

/** Makes an element. Attributes that are null are left out, as are children. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/**
 * Has an element contain what another one does; what is the same in both stays,
 * with the focus and the listeners that it has. kept is called with each element
 * that stays and the one that it would have given way to.
 */
export function renew(element, fresh, kept) {
  const now = [...element.childNodes];
  const next = [...fresh.childNodes];
  for (const [i, node] of next.entries()) {
    const old = now[i];
    if (old?.nodeType === Node.ELEMENT_NODE && old.cloneNode().isEqualNode(node.cloneNode())) {
      kept(old, node);
      renew(old, node, kept);
    } else if (old && !old.isEqualNode(node)) {
      old.replaceWith(node);
    } else if (!old) {
      element.append(node);
    }
  }
  for (const node of now.slice(next.length)) node.remove();
}

/** Makes a button that does something. */
export function button(text, attributes, click) {
  const element = el("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", click);
  return element;
}

const saying = new Map(); // delay -> timer

/** Has the page's one live region say something; of those with one delay, the last. */
export function announce(text, delay = 50) {
  const region = document.getElementById("announcer");
  const place = document.querySelector("dialog[open]") ?? document.body; // what is behind a dialog is not heard
  if (region.parentElement !== place) place.append(region);
  region.textContent = ""; // the same sentence twice is news twice
  clearTimeout(saying.get(delay));
  saying.set(delay, setTimeout(() => { region.textContent = text; }, delay));
}

/** Waits until the page has time. */
export function idle() {
  return new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 50); // Safari has no idle callbacks
  });
}

/** Waits until the page is there with all that it is made of. */
export async function whole() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

/** A place to keep values under a prefix; it may be full, or forbidden. */
export function memory(storage) {
  return {
    get(name) {
      try {
        return JSON.parse(globalThis[storage].getItem("mergebook." + name));
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        globalThis[storage].setItem("mergebook." + name, JSON.stringify(value));
        return true;
      } catch {
        return false; // the page works without; it only forgets
      }
    },
  };
}

/** Tells other scripts that the page's own have made what they make. */
export function made() {
  document.documentElement.dataset.made = "";
  dispatchEvent(new Event("made"));
}
