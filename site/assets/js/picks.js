// A dialog with a field and what it finds below: the arrow keys lead from one
// to the other, and Enter in the field takes the first.

/** Gives such a dialog its keys. found returns the elements that can be picked, in order. */
export function picks(dialog, input, found) {
  dialog.addEventListener("keydown", (event) => {
    const stops = [input, ...found()];
    const now = stops.indexOf(document.activeElement);
    if (event.key === "Enter" && now === 0 && !event.isComposing) {
      event.preventDefault();
      stops[1]?.click();
    } else if (now >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      stops[(now + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
    }
  });
}
