// Puts what another build of a page says in the place of what is shown. All else
// stays as it is, with what its reader has done to it.

let source; // the body as it came, before any script changed it
let loaded; // what the page loads
const shown = new WeakMap(); // its nodes -> those of the page

/** Keeps the page as it came. */
export function keep() {
  source = document.body.cloneNode(true);
  loaded = loads(document);
  pair(source, document.body);
}

function pair(node, of) {
  shown.set(node, of);
  for (let a = node.firstChild, b = of.firstChild; a; a = a.nextSibling, b = b.nextSibling) pair(a, b);
}

/** The page as it is now on the server, or null. No script of it runs. */
export function fetchPage() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch gives a text, which no policy lets become a page
    request.responseType = "document";
    request.addEventListener("load", () => resolve(request.status === 200 ? request.response : null));
    request.addEventListener("error", () => resolve(null));
    request.open("GET", location.pathname);
    request.send();
  });
}

/** Shows another build of the page, and reports whether that can be done so. */
export function show(fresh) {
  if (loads(fresh) !== loaded || !source.cloneNode().isEqualNode(fresh.body.cloneNode())) return false;
  try {
    patch(source, fresh.body);
  } catch (error) {
    if (error === stuck) return false;
    throw error;
  }
  document.title = fresh.title;
  document.documentElement.dataset.build = fresh.documentElement.dataset.build;
  return true;
}

const stuck = new Error("a script has moved this, or is in it");

// loads tells what a page loads, and what its scripts are told.
function loads({ documentElement, head }) {
  const { build, ...told } = documentElement.dataset;
  return JSON.stringify([told, [...head.querySelectorAll("script[src], link[rel=stylesheet]")].map((part) => part.src ?? part.href)]);
}

function patch(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (!divides(old) || !old.cloneNode().isEqualNode(fresh.cloneNode())) return put(old.parentNode, [old], [fresh], old.nextSibling);
  const a = [...old.childNodes];
  const b = [...fresh.childNodes];
  let first = 0;
  let rest = 0;
  const most = Math.min(a.length, b.length);
  while (first < most && a[first].isEqualNode(b[first])) first++;
  while (rest < most - first && a.at(-1 - rest).isEqualNode(b.at(-1 - rest))) rest++;
  const from = a.slice(first, a.length - rest);
  const to = b.slice(first, b.length - rest);
  if (from.length === to.length) from.forEach((node, i) => patch(node, to[i]));
  else put(old, from, to, a[first + from.length] ?? null);
}

// divides tells whether a part of a node may change and the rest stay: not where
// scripts have made more of it.
const divides = (node) => node.nodeType === Node.ELEMENT_NODE && !node.matches(".example, figure.code, [data-slot]");

function put(parent, from, to, next) {
  const place = shown.get(parent);
  const gone = from.map((node) => shown.get(node));
  const behind = next ? shown.get(next) : null;
  if ([...gone, behind].some((node) => node && node.parentNode !== place)) throw stuck;
  if (to.some((node) => node.localName === "script" || node.querySelector?.("script"))) throw stuck;
  const made = to.map((node) => document.importNode(node, true));
  const before = gone.length > 0 ? gone.at(-1).nextSibling : behind; // what scripts have put behind it stays there
  for (const node of made) place.insertBefore(node, before);
  for (const node of to) parent.insertBefore(node, next);
  for (const node of [...gone, ...from]) node.remove();
  to.forEach((node, i) => pair(node, made[i]));
}
