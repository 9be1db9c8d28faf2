// The instance of the program that all requests of this isolate share. A request is
// answered in one go: while it is, nothing else runs here.

import "./wasm_exec.js";
import program from "./sandbox.wasm";
import { Reader, Writer } from "./wire.mjs";

let instance = null;
let database = null; // of the tenant whose request it is, or null for none
const said = new Writer(); // what the last query left

function start() {
  const go = new Go();
  const bytes = (at, size) => new Uint8Array(instance.exports.mem.buffer, at >>> 0, size);
  const sandbox = {
    query(at, size) {
      ask(new Reader(bytes(at, size)));
      return said.written.length;
    },
    answer(at) {
      bytes(at, said.written.length).set(said.written);
    },
  };
  instance = new WebAssembly.Instance(program, { ...go.importObject, sandbox });
  go.exit = () => { throw new Error("the program ended"); };
  go.run(instance).catch(() => {}); // up to where main waits
}

// ask runs a statement. What is asked and said is in driver.go.
function ask(question) {
  said.clear();
  try {
    const sql = question.text();
    const args = question.list(() => question.value());
    const cursor = database?.exec(sql, ...args);
    const columns = cursor?.columnNames.length ?? 0;
    const rows = columns > 0 ? [...cursor.raw()] : [];
    said.text("");
    said.number(cursor?.rowsWritten ?? 0);
    said.number(columns);
    said.number(rows.length);
    for (const row of rows) for (const value of row) said.value(value);
  } catch (error) {
    said.clear();
    said.text(String(error));
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

/** Answers a packed request. */
export function handle(sql, request) {
  return use(sql, (program) => {
    const at = program.input(request.length) >>> 0;
    new Uint8Array(program.mem.buffer, at, request.length).set(request);
    const place = BigInt.asUintN(64, program.handle());
    return new Uint8Array(program.mem.buffer, Number(place >> 32n), Number(place & 0xffffffffn)).slice();
  });
}

/** Notes that the program has broken. */
export function note(error) {
  console.error(JSON.stringify({ level: "ERROR", msg: "broken", error: String(error) }));
}
