export type UuencodedFile = { readonly name: string; readonly bytes: Buffer };

/** Takes the uuencoded files of old mail programs out of a text. */
export function takeUuencoded(text: string): { text: string; files: UuencodedFile[] } {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return { text, files: [] };
  const kept: string[] = [];
  const files: UuencodedFile[] = [];
  let file: { name: string; lines: string[]; heading: string } | undefined;
  for (const line of text.split("\n")) {
    const name = /^begin [0-7]{3,4} (\S.{0,254}?)\s*$/.exec(line)?.[1];
    if (file === undefined && name !== undefined) {
      file = { name, lines: [], heading: line };
    } else if (file === undefined) {
      kept.push(line);
    } else if (/^end\s*$/.test(line)) {
      files.push({ name: file.name, bytes: Buffer.concat(file.lines.map(decodedLine)) });
      file = undefined;
    } else if (/^[\x20-\x60]{1,62}\s*$/.test(line) || line.trim() === "") {
      file.lines.push(line);
    } else {
      // Somebody only wrote “begin 644 …”: it stays text.
      kept.push([file.heading, ...file.lines, line].join("\n"));
      file = undefined;
    }
  }
  if (file !== undefined) kept.push([file.heading, ...file.lines].join("\n"));
  return { text: kept.join("\n"), files };
}

function decodedLine(line: string): Buffer {
  const length = ((line.codePointAt(0) ?? 32) - 32) & 63;
  const sextets = Array.from(Buffer.from(line.slice(1), "latin1"), (code) => (code - 32) & 63);
  const bytes: number[] = [];
  for (let at = 0; at < sextets.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = sextets.slice(at, at + 4);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, length));
}
