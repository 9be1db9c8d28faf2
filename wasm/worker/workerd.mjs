// Runs the Worker in workerd, by the configuration of wrangler but without its proxy,
// for tests and measuring: `node workerd.mjs PORT FOLDER LIMIT [SCRIPT]` keeps what is
// stored in a folder, lets each sender send so many requests a minute, and prints two
// addresses: that of the site, and that of the Worker alone, without the two scripts of
// Miniflare that stand before it in the place of Cloudflare's own servers. With a script
// of dist that one runs in the Worker's place.

import { Miniflare } from "miniflare";
import { fileURLToPath } from "node:url";
import { unstable_getMiniflareWorkerOptions } from "wrangler";

const [port, folder, limit, script] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const { workerOptions, main } = unstable_getMiniflareWorkerOptions(here + "wrangler.jsonc");
for (const rate of Object.values(workerOptions.ratelimits)) rate.simple.limit = Number(limit);

const miniflare = new Miniflare({
  workers: [{
    ...workerOptions,
    name: "worker",
    modules: true,
    scriptPath: script ? here + "dist/" + script : main,
    modulesRoot: here + "dist",
    modulesRules: [{ type: "ESModule", include: ["**/*.mjs", "**/*.js"] }, { type: "CompiledWasm", include: ["**/*.wasm"] }],
  }, {
    // A socket of a Worker that has files leads to those scripts. This one has none.
    name: "door",
    modules: true,
    script: "export default {}",
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0, serviceName: "worker" }],
  }],
  host: "127.0.0.1",
  port: Number(port),
  defaultPersistRoot: folder,
  cf: false,
});
const { origin } = await miniflare.ready;
console.log(origin);
console.log((await miniflare.unsafeGetDirectURL("door")).origin);
process.on("SIGTERM", async () => {
  await miniflare.dispose();
  process.exit();
});
