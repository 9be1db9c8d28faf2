// What is to be done when a test or a file of tests is over. Node does such
// things in the order in which they were asked for; here the last one comes
// first, for a page must go before its server. All of it is done, then the
// first error counts.

import { after } from "node:test";

const stacks = new WeakMap(); // of a test or file

/** Has something done at the end of a test, or of a file as wholeFile gave it. */
export function atEnd(test, end) {
  if (!stacks.has(test)) {
    stacks.set(test, []);
    test.after(() => run(stacks.get(test)));
  }
  stacks.get(test).push(end);
}

/**
 * Returns what stands for the file. What it needs is started in a before hook,
 * not as the file loads: where that fails, Node would end nothing.
 */
export function wholeFile() {
  const file = {};
  stacks.set(file, []);
  after(() => run(stacks.get(file)));
  return file;
}

async function run(stack) {
  const errors = [];
  while (stack.length > 0) {
    try {
      await stack.pop()();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
