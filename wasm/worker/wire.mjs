// What goes between the program and the scripts: numbers and texts, one after the other,
// in an order that both sides know. wire.go says how they look.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // which keeps it: it is a character of its text

// What goes before a value of the database, as driver.go has it.
const kindNull = 0;
const kindNumber = 1;
const kindText = 2;

/** Writes what goes to the program. */
export class Writer {
  #bytes;
  #view;
  #size = 0;

  /** A room of so many bytes is there at first. */
  constructor(room = 1 << 10) {
    this.#bytes = new Uint8Array(room);
    this.#view = new DataView(this.#bytes.buffer);
  }

  number(value) {
    this.#need(8);
    this.#view.setFloat64(this.#size, value, true);
    this.#size += 8;
  }

  text(value) {
    this.#need(8 + 3 * value.length); // a UTF-16 unit takes at most three bytes
    const { written } = encoder.encodeInto(value, this.#bytes.subarray(this.#size + 8));
    this.number(written);
    this.#size += written;
  }

  value(value) {
    if (value === null) return this.number(kindNull);
    const isNumber = typeof value === "number";
    this.number(isNumber ? kindNumber : kindText);
    if (isNumber) this.number(value);
    else this.text(value);
  }

  /** Pairs of texts, with their number before them. */
  pairs(list) {
    this.number(list.length);
    for (const [first, second] of list) {
      this.text(first);
      this.text(second);
    }
  }

  bytes(value) {
    this.#need(value.length);
    this.#bytes.set(value, this.#size);
    this.#size += value.length;
  }

  /** What is written, in its place. */
  get written() {
    return this.#bytes.subarray(0, this.#size);
  }

  clear() {
    this.#size = 0;
  }

  #need(room) {
    if (this.#size + room <= this.#bytes.length) return;
    const more = new Uint8Array(2 * (this.#size + room));
    more.set(this.#bytes);
    this.#bytes = more;
    this.#view = new DataView(more.buffer);
  }
}

/** Reads what comes from the program. */
export class Reader {
  #bytes;
  #view;
  #at = 0;

  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  number() {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  text() {
    const size = this.number();
    this.#at += size;
    return decoder.decode(this.#bytes.subarray(this.#at - size, this.#at));
  }

  value() {
    const kind = this.number();
    if (kind === kindNull) return null;
    return kind === kindNumber ? this.number() : this.text();
  }

  pairs() {
    return this.list(() => [this.text(), this.text()]);
  }

  /** As many of something as the number before them says. */
  list(one) {
    const all = [];
    for (let n = this.number(); n > 0; n--) all.push(one());
    return all;
  }

  /** What is left, in its place. */
  rest() {
    return this.#bytes.subarray(this.#at);
  }
}
