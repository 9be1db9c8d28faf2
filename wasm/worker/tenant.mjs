// A tenant: a Durable Object with the tables of package sandbox in its own SQLite.

import { DurableObject } from "cloudflare:workers";
import { handle, migrate, note } from "./engine.mjs";

export class Tenant extends DurableObject {
  #made;

  constructor(context, env) {
    super(context, env);
    this.#made = [...context.storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'tokens'")].length > 0;
  }

  /** Answers a packed request, which may make the tenant or not; null is no answer. */
  async answer(request, mayMake) {
    const { storage } = this.ctx;
    try {
      if (mayMake && !this.#made) {
        migrate(storage.sql);
        this.#made = true;
        await storage.setAlarm(Date.now() + 8 * 24 * 3600 * 1000); // a day after it has ended
      }
      return handle(this.#made ? storage.sql : null, request);
    } catch (error) {
      note(error);
      return null;
    }
  }

  async alarm() {
    await this.ctx.storage.deleteAll();
    this.#made = false;
  }
}
