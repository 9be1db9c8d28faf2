// A PATCH as a command for a POSIX shell. The body may come from a stranger's
// link, and the command goes into a terminal: nothing in it may be obeyed by
// either. wasm/snippet writes commands by the same rules.

const longest = 100_000; // bytes of an argument; Linux takes 128 kB

// What a terminal would drop or obey, or nobody would see: controls but for line
// feed and tab, marks of direction, blanks that are no space.
const hidden = /[^\P{C}\n\t]|[^\P{Z} ]/gu;

const quote = (text) => "'" + text.replaceAll("'", `'\\''`) + "'";
const bytes = (text) => new TextEncoder().encode(text);
const octal = (text) => [...bytes(text)].map((byte) => "\\" + byte.toString(8).padStart(3, "0")).join("");

// As the format of printf, which the shell has built in: without a limit.
const printed = (text) => quote(text.replace(/[\\%]/g, (c) => c + c).replace(/^-/, octal).replace(hidden, octal));

/** The command that sends a body. Domain, user and token are for the reader to fill in. */
export function curl(body) {
  const plain = text(body) && bytes(body).length <= longest;
  return [
    (plain ? "" : `printf ${printed(body)} | `) + "curl",
    "--request PATCH",
    "--url 'https://YOUR_DOMAIN/api/v2/users/USER_ID'",
    "--header 'Authorization: Bearer ACCESS_TOKEN'",
    "--header 'Content-Type: application/json'",
    plain ? "--data-raw " + quote(body) : "--data-binary @-",
  ].join(" \\\n  ") + "\n";
}

const text = (body) => body.search(hidden) < 0;
