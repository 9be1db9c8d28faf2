// What is to be done when a test is over. Node does such things in the order in
// which they were asked for; here the last one comes first, for a page must go
// before its server.

const stacks = new WeakMap(); // of a test

/** Has something done at the end of a test. All of it is done, then the first error counts. */
export function atEnd(test, end) {
  if (!stacks.has(test)) {
    stacks.set(test, []);
    test.after(() => run(stacks.get(test)));
  }
  stacks.get(test).push(end);
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
