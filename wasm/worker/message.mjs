// A request as the program takes it, and its answer as a browser gets it. In between both
// are bytes, in the order that main.go says.

import { Reader, Writer } from "./wire.mjs";

const most = (1 << 20) + 1; // bytes of a body: one more than the program takes

/** Reads a request: {method, url, header, body}. */
export async function read(request) {
  const { method, url, headers } = request;
  return { method, url, header: [...headers], body: await bodyOf(request) };
}

async function bodyOf(request) {
  const length = request.headers.get("Content-Length");
  if (length !== null && length < most) return new Uint8Array(await request.arrayBuffer()); // it waits once, not for each chunk
  const chunks = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    chunks.push(chunk);
    if ((size += chunk.length) >= most) break; // it is too long already
  }
  const all = new Uint8Array(size);
  chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
  return all.subarray(0, most);
}

/** Packs a request that was read, with links that were: pairs of an id and a fragment. */
export function pack({ method, url, limited, name, header, body }, links) {
  const to = new Writer((1 << 11) + body.length);
  to.text(method);
  to.text(url);
  to.number(limited);
  to.text(name);
  to.pairs(header);
  to.pairs(links);
  to.bytes(body);
  return to.written.slice(); // who sends a part of a buffer sends all of it
}

/** Unpacks an answer: {status, header, wanted, made, body}. */
export function unpack(bytes) {
  const from = new Reader(bytes);
  return { status: from.number(), header: from.pairs(), wanted: from.text(), made: from.pairs(), body: from.rest() };
}

/** The answer as the browser gets it; null is none, for the program has broken. */
export function responseOf(answer) {
  if (!answer) return Response.json(broken, { status: 500 });
  const { status, header, body } = answer;
  return new Response(status === 204 || status === 304 ? null : body, { status, headers: header });
}

const broken = { statusCode: 500, error: "Internal Server Error", message: "This should not have happened. Nothing is known of what became of the request: read the user.", errorCode: "internal_error" };
