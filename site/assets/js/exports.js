// The engine's exports as functions of texts. Nothing here knows of the page or
// of workers: the benchmark calls the engine through the same lines.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Returns the functions of an engine that runs. */
export function functions(exports) {
  let bytes = new Uint8Array(0);
  let words = new Uint32Array(0);

  // look makes new views when the memory has grown: the old ones are empty then.
  function look() {
    if (bytes.length > 0) return;
    bytes = new Uint8Array(exports.mem.buffer);
    words = new Uint32Array(exports.mem.buffer);
  }

  // write puts texts into the engine's buffer and returns their lengths there.
  function write(texts) {
    let size = 64;
    for (const text of texts) size += text.length + (text.length >> 4); // most are nearly ASCII
    let at = exports.input(size) >>> 0;
    look();
    const end = at + size;
    const lengths = [];
    for (const text of texts) {
      const { read, written } = encoder.encodeInto(text, bytes.subarray(at, end));
      if (read < text.length) return writeLong(texts);
      lengths.push(written);
      at += written;
    }
    return lengths;
  }

  function writeLong(texts) {
    const all = texts.map((text) => encoder.encode(text));
    let at = exports.input(all.reduce((sum, text) => sum + text.length, 0)) >>> 0;
    look();
    for (const text of all) {
      bytes.set(text, at);
      at += text.length;
    }
    return all.map((text) => text.length);
  }

  function read(at, length) {
    look();
    return decoder.decode(bytes.subarray(at, at + length));
  }

  function answer(number) {
    const n = BigInt.asUintN(64, number);
    return read(Number(n >> 32n), Number(n & 0xffffffffn));
  }

  return {
    /** Calls an export that answers in JSON. */
    call(op, ...texts) {
      return answer(exports[op](...write(texts)));
    },

    /** Returns the new profile, or null if one of the texts is bad. */
    merge(profile, body) {
      const [profileLength, bodyLength] = write([profile, body]);
      const at = exports.merge(profileLength, bodyLength, profile.length) >>> 2;
      look();
      if (!words[at]) return null;
      const text = read(words[at + 4], words[at + 3]);
      const pieces = [];
      let kept = 0; // up to here the profile is in pieces
      let used = 0; // and the text
      for (let i = words[at + 2] >>> 2, end = i + words[at + 1]; i < end; i += 3) {
        pieces.push(profile.slice(kept, words[i]), text.slice(used, used + words[i + 2]));
        kept = words[i + 1];
        used += words[i + 2];
      }
      pieces.push(profile.slice(kept));
      return pieces.join("");
    },

    /** Explains the last merge, or its errors, in JSON. */
    explain() {
      return answer(exports.explain());
    },
  };
}
