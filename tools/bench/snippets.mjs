// Times httpsnippet: how long one request takes in all of the given languages.
// It reads {"request", "targets": [[target, client]], "rounds"} from standard
// input and prints [{"name", "rounds": [nanoseconds]}].

import { readFileSync } from "node:fs";
import { HTTPSnippet } from "@readme/httpsnippet";

const { request, targets, rounds } = JSON.parse(readFileSync(0, "utf8"));

// A snippet is made anew each time, as for one page after another.
function all() {
  const snippet = new HTTPSnippet(request);
  return targets.map(([target, client]) => snippet.convert(target, client)[0].length);
}

function timed(n) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < n; i++) all();
  return Number(process.hrtime.bigint() - start) / n;
}

if (!all().every((length) => length > 0)) throw new Error("httpsnippet writes nothing");
timed(2000); // compilers want to see it run
const repeat = Math.max(1, Math.round(2e7 / timed(10)));
console.log(JSON.stringify([{ name: "@readme/httpsnippet", rounds: Array.from({ length: rounds }, () => Math.round(timed(repeat))) }]));
