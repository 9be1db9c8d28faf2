// The instance of the program that all requests of this isolate share. A request is
// answered in one go: while it is, nothing else runs here.

import "./wasm_exec.js";
import program from "./sandbox.wasm";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let instance = null;
let database = null; // of the tenant whose request it is, or null for none
let left = new Uint8Array(0); // what the last query left

function start() {
  const go = new Go();
  const bytes = (at, size) => new Uint8Array(instance.exports.mem.buffer, at >>> 0, size);
  const sandbox = {
    query(at, size) {
      left = encoder.encode(JSON.stringify(ask(JSON.parse(decoder.decode(bytes(at, size))))));
      return left.length;
    },
    answer(at) {
      bytes(at, left.length).set(left);
    },
  };
  instance = new WebAssembly.Instance(program, { ...go.importObject, sandbox });
  go.exit = () => { throw new Error("the program ended"); };
  go.run(instance).catch(() => {}); // up to where main waits
}

function ask({ sql, args }) {
  if (!database) return { columns: [], rows: [], written: 0 };
  try {
    const cursor = database.exec(sql, ...args);
    const rows = [...cursor.raw()];
    return { columns: cursor.columnNames, rows, written: cursor.rowsWritten };
  } catch (error) {
    return { error: String(error) };
  }
}

// use calls something of the instance. One that breaks is not used again.
function use(sql, call) {
  database = sql;
  try {
    if (!instance) start();
    return call(instance.exports);
  } catch (error) {
    instance = null;
    throw error;
  } finally {
    database = null;
  }
}

/** Makes the tables of a new tenant. */
export function migrate(sql) {
  if (use(sql, (program) => program.migrate()) !== 0) throw new Error("the tables could not be made");
}

/** Answers a request whose body is there. Returns {status, header, links, body}. */
export function handle(sql, request, body) {
  return use(sql, (program) => {
    const head = encoder.encode(JSON.stringify(request));
    const at = program.input(head.length + body.length) >>> 0;
    const into = new Uint8Array(program.mem.buffer, at, head.length + body.length);
    into.set(head);
    into.set(body, head.length);
    const place = BigInt.asUintN(64, program.handle(head.length));
    const answer = new Uint8Array(program.mem.buffer, Number(place >> 32n), Number(place & 0xffffffffn));
    const size = new DataView(answer.buffer, answer.byteOffset).getUint32(0, true);
    return { ...JSON.parse(decoder.decode(answer.subarray(4, 4 + size))), body: answer.slice(4 + size) };
  });
}

const most = (1 << 20) + 1; // bytes of a body: one more than the program takes

/** Reads a request for the program: {method, url, header} and the body. */
export async function read(request) {
  const { method, url, headers, body } = request;
  const chunks = [];
  let size = 0;
  if (body) {
    for await (const chunk of body) {
      chunks.push(chunk);
      if ((size += chunk.length) >= most) break; // it is too long already
    }
  }
  const all = new Uint8Array(size);
  chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
  return [{ method, url, header: Object.fromEntries(headers) }, all.subarray(0, most)];
}

/** The answer as the browser gets it. */
export function responseOf({ status, header, body }) {
  const headers = new Headers();
  for (const [name, values] of Object.entries(header)) for (const value of values) headers.append(name, value);
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}

const text = encoder.encode(JSON.stringify({ statusCode: 500, error: "Internal Server Error", message: "This should not have happened. Nothing is known of what became of the request: read the user.", errorCode: "internal_error" }));

/** Notes that the program has broken, and returns what is answered then. */
export function broken(error) {
  console.error(JSON.stringify({ level: "ERROR", msg: "broken", error: String(error) }));
  return { status: 500, header: { "Content-Type": ["application/json"] }, body: text };
}
