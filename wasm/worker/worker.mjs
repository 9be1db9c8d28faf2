// The Worker: all that is not a file of the site comes here.

import { broken, handle, read, responseOf } from "./engine.mjs";

export { Tenant } from "./tenant.mjs";

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const { success } = await env.RATE.limit({ key: request.headers.get("CF-Connecting-IP") ?? "" });
    const name = pathname === "/api/tenants" && request.method === "POST" ? newName() : "";
    const tenant = name || pathname.match(/^\/t\/([^/]+)\/api\//)?.[1];
    const [head, body] = await read(request);
    const asked = { ...head, limited: !success, name };
    return responseOf(tenant ? await env.TENANT.getByName(tenant).answer(asked, body) : await withLinks(asked, body, env.LINKS));
  },
};

// The handler cannot wait for a link. It says which one it wants, that one is read,
// and it is called again.
async function withLinks(request, body, store) {
  const known = {};
  try {
    for (;;) {
      const answer = handle(null, { ...request, links: { read: known } }, body);
      const { wanted, made } = answer.links;
      if (!wanted) {
        for (const [id, fragment] of Object.entries(made ?? {})) await store.put(id, fragment);
        return answer;
      }
      known[wanted] = await store.get(wanted) ?? "";
    }
  } catch (error) {
    return broken(error);
  }
}

// As package sandbox names tenants: nobody can guess one.
function newName() {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return [...crypto.getRandomValues(new Uint8Array(14))].map((byte) => letters[byte % 32]).join("");
}
