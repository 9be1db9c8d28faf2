// The live sandbox: the API that the pages are about, at the root of this site's
// server. A reader's tenant there is made when they first ask for it.

import { keepTenant, setLive, tenant } from "./slots.js";

const api = (path, options) => fetch(new URL(path, location.origin), { credentials: "omit", referrerPolicy: "no-referrer", ...options });

/** Has the server keep a link's fragment, and returns the short link. */
export async function shorten(fragment) {
  const answer = await api("/api/links", { method: "POST", body: JSON.stringify({ fragment }), headers: { "Content-Type": "application/json" } });
  const { path, message } = await answer.json();
  if (!answer.ok) throw new Error("There is no short link: " + message);
  return location.origin + path;
}

async function makeTenant() {
  const answer = await api("/api/tenants", { method: "POST" });
  const made = await answer.json();
  if (!answer.ok) throw new Error("The sandbox made no tenant: " + made.message);
  keepTenant(made);
}

/** Has examples run in the sandbox from now on, with a tenant of the reader's own. */
export async function goLive() {
  if (!tenant()) await makeTenant();
  setLive(true);
}

/**
 * Sends an example's request to the sandbox, whose user has the example's profile
 * before that. Returns {status, reason, response, ms}.
 */
export async function sendLive({ runProfile, runMethod, runBody }) {
  let stored = await put(runProfile);
  if (stored.status === 401) { // tenants end
    await makeTenant();
    stored = await put(runProfile);
  }
  if (!stored.ok) throw new Error("The sandbox did not take the stored profile: " + (await stored.json()).message);
  const start = performance.now();
  const answer = await ask(runMethod, runBody);
  const response = await answer.text();
  return { status: answer.status, reason: reasons[answer.status] ?? answer.statusText, response, ms: performance.now() - start };
}

const put = (profile) => ask("PUT", profile);

function ask(method, body) {
  const { domain, token, user } = tenant();
  return api(new URL(domain).pathname + "/api/v2/users/" + encodeURIComponent(user), {
    method, body, headers: { Authorization: "Bearer " + token, "Content-Type": "application/json" },
  });
}

// HTTP/2 has no words for its statuses.
const reasons = { 200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict", 413: "Content Too Large", 415: "Unsupported Media Type", 429: "Too Many Requests", 500: "Internal Server Error" };
