// A tenant: a Durable Object with the tables of package sandbox in its own SQLite.

import { DurableObject } from "cloudflare:workers";
import { broken, handle, migrate, read, responseOf } from "./engine.mjs";

export class Tenant extends DurableObject {
  #made;

  constructor(context, env) {
    super(context, env);
    this.#made = [...context.storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'tokens'")].length > 0;
  }

  async fetch(request) {
    const { limited, name } = JSON.parse(request.headers.get("X-Sandbox"));
    const [head, body] = await read(request);
    delete head.header["x-sandbox"];
    const { storage } = this.ctx;
    try {
      if (name && !this.#made) {
        migrate(storage.sql);
        this.#made = true;
        await storage.setAlarm(Date.now() + 8 * 24 * 3600 * 1000); // a day after it has ended
      }
      return responseOf(handle(this.#made ? storage.sql : null, { ...head, limited, name, links: {} }, body));
    } catch (error) {
      console.error(JSON.stringify({ level: "ERROR", msg: "broken", error: String(error) }));
      return broken();
    }
  }

  async alarm() {
    await this.ctx.storage.deleteAll();
    this.#made = false;
  }
}
