// Asks a built program, as the page's worker does, and prints the answers.
// The questions come as JSON, [[export, text ...] ...].

import { readFileSync } from "node:fs";
import "./wasm_exec.js";
import { functions } from "./exports.js";

const go = new Go();
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), go.importObject);
go.run(instance);
const program = functions(instance.exports);

const answers = JSON.parse(readFileSync("questions.json", "utf8")).map(([name, ...texts]) => program.call(name, ...texts));
process.stdout.write(JSON.stringify(answers), () => process.exit(0)); // the program would wait for ever
