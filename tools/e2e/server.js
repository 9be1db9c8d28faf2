// Servers for the tests: the real command, and a plain one for what it builds.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { atEnd } from "./ends.js";

/** The project's folder, in which the command runs. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const content = join(root, "content");
export const fixture = fileURLToPath(new URL("fixture", import.meta.url));

/** An exercise, to put behind the text of a page. */
export const exercise = `
## A task

\`\`\`json role=profile
{"email": "a@example.com", "user_metadata": {"theme": "dark"}}
\`\`\`

\`\`\`har role=exercise
{"method": "PATCH", "url": "https://x.example/api/v2/users/1", "postData": {"text": "{\\"user_metadata\\": {\\"theme\\": null}}"}}
\`\`\`
`;

/** Makes a folder that is gone when the test or file is over, with a copy of another in it. */
export async function temporary(context, from) {
  const dir = await mkdtemp(join(tmpdir(), "mergebook-e2e-"));
  atEnd(context, () => rm(dir, { recursive: true }));
  if (from) await cp(from, join(dir, "content"), { recursive: true });
  return dir;
}

/** Runs the command to its end. */
export async function mergebook(...args) {
  const child = spawn("bin/mergebook", args, { cwd: root });
  let stdout = "", stderr = "";
  child.stdout.on("data", (data) => { stdout += data; });
  child.stderr.on("data", (data) => { stderr += data; });
  const [status] = await once(child, "close");
  return { status, stdout, stderr };
}

/** Serves a content folder with the command, until the test or the file is over. Returns the address. */
export async function serve(context, folder) {
  const child = spawn("bin/mergebook", ["serve", "--content", folder, "--port", "0", "--sandbox", join(await temporary(context), "sandbox.db")], { cwd: root });
  const closed = once(child, "close");
  atEnd(context, async () => {
    child.kill("SIGTERM");
    await closed;
  });
  let said = "";
  child.stderr.on("data", (data) => { said += data; });
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith("http://")) {
      child.stdout.resume(); // what it says later is not read
      return line;
    }
    said += line + "\n";
  }
  throw new Error("mergebook serve has ended:\n" + said);
}

const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** Serves a built site below /some/where/, as a web server does that knows nothing of it. */
export async function serveFiles(context, folder) {
  const prefix = "/some/where/";
  const server = createServer(async (request, response) => {
    let path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path.endsWith("/")) path += "index.html";
    try {
      if (!path.startsWith(prefix)) throw new Error("outside");
      const data = await readFile(join(folder, path.slice(prefix.length)));
      response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(data);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(context, () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}${prefix}`;
}
