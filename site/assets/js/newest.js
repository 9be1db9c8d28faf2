// Asking the engine while somebody types.

/**
 * Makes of an asynchronous function one that runs once at a time; asked while it
 * runs, it runs again afterwards, once. The function gets isNewest, which says
 * whether nobody has asked meanwhile.
 */
export function newest(run) {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await run(() => !again);
    }
    busy = false;
  };
}
