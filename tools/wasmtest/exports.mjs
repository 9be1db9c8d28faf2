// Asks the built engine, as the page's worker does, and prints the answers.
// The questions come as JSON, [[export, text ...] ...].

import { readFileSync } from "node:fs";
import "./wasm_exec.js";
import { functions } from "./exports.js";

const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync("engine.wasm"), go.importObject);
go.run(instance);
const engine = functions(instance.exports);

const answers = JSON.parse(readFileSync("questions.json", "utf8")).map(([name, ...texts]) => engine.call(name, ...texts));
process.stdout.write(JSON.stringify(answers), () => process.exit(0)); // the engine would wait for ever
