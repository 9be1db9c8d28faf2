// The Worker: all that is not a file of the site comes here.

import { handle, note } from "./engine.mjs";
import { pack, read, responseOf, unpack } from "./message.mjs";

export { Tenant } from "./tenant.mjs";

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const { success } = await env.RATE.limit({ key: request.headers.get("CF-Connecting-IP") ?? "" });
    const name = pathname === "/api/tenants" && request.method === "POST" ? newName() : "";
    const tenant = name || pathname.match(/^\/t\/([^/]+)\/api\//)?.[1];
    const asked = { ...await read(request), limited: !success, name };
    if (!tenant) return responseOf(await withLinks(asked, env.LINKS));
    const answer = await env.TENANT.getByName(tenant).answer(pack(asked, []), name !== "");
    return responseOf(answer && unpack(answer));
  },
};

// The handler cannot wait for a link. It says which one it wants, that one is read,
// and it is called again.
async function withLinks(asked, store) {
  const known = [];
  try {
    for (;;) {
      const answer = unpack(handle(null, pack(asked, known)));
      const { wanted, made } = answer;
      if (!wanted) {
        for (const [id, fragment] of made) await store.put(id, fragment);
        return answer;
      }
      known.push([wanted, await store.get(wanted) ?? ""]);
    }
  } catch (error) {
    note(error);
    return null;
  }
}

// As package sandbox names tenants: nobody can guess one.
function newName() {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return [...crypto.getRandomValues(new Uint8Array(14))].map((byte) => letters[byte % 32]).join("");
}
