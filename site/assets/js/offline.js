// The service worker: what has been opened once goes on working without a
// network. A file of its own at the root of the site, where site/build writes it
// with the version and the list of files that the playground needs before it.
//
// Files whose name carries their hash come from the cache. All else comes from
// the network as long as there is one, so nobody sees an old page without need.

const { version, files } = self.mergebook;
const { scope } = self.registration;
const family = "mergebook " + scope + " "; // other sites of this origin have caches of their own
const name = family + version;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install() {
  const cache = await caches.open(name);
  await cache.addAll(files.map((file) => new URL(file, scope).href));
  await self.skipWaiting(); // pages of two versions can live side by side
}

async function activate() {
  for (const other of await caches.keys()) {
    if (other.startsWith(family) && other !== name) await caches.delete(other);
  }
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  event.respondWith(url.startsWith(scope + "assets/") ? fromCache(event) : fromNetwork(event));
});

async function fromCache(event) {
  return await caches.match(event.request, { cacheName: name }) ?? fromNetwork(event);
}

async function fromNetwork(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keep(event.request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(event.request, { cacheName: name, ignoreSearch: true });
    if (!kept) throw error;
    return kept;
  }
}

async function keep(request, response) {
  try {
    const cache = await caches.open(name);
    await cache.put(request, response);
  } catch {
    // There is no room. The page is shown all the same.
  }
}
