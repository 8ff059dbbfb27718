import { decode, encodingExists } from "iconv-lite";

/** Labels that say nothing, or say it wrongly so often that the bytes are asked first. */
const unreliable =
  /^(|us-ascii|ascii|ansi_x3\.4-1968|7bit|8bit|unknown(-8bit)?|x-unknown|default(_charset)?|utf-?8|iso-?8859-?1|latin1?|windows-1252|cp1252)$/;
const westernSuperset = "windows-1252";
/** Fewer than these cannot tell a script. */
const fewestHighBytes = 6;
const sampleBytes = 16_384;

/** What iconv-lite calls by another name, or reads more strictly than mail programs write. */
const betterReadAs: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  "gb_2312-80": "gb18030",
  gbk: "gb18030",
  "x-gbk": "gb18030",
  "ks_c_5601-1987": "euc-kr",
  "iso-8859-8-i": "iso-8859-8",
  "iso-8859-8-e": "iso-8859-8",
  "unicode-1-1-utf-7": "utf-7",
};

/** Encodings in seven bits that no decoder knows any more: the same characters with their high bits missing. */
const sevenBit: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "iso-2022-kr": (bytes) => raised(bytes, /\x0e([^\x0f\n]*)(?:\x0f|(?=\n)|$)/g, "euc-kr"),
  "hz-gb-2312": (bytes) => raised(bytes, /~\{([^~\n]*)(?:~\}|(?=\n)|$)/g, "gb18030"),
};

/**
 * Reads bytes as a careful person would: as their label says, unless the label is missing, unknown,
 * or plainly contradicted by the bytes.
 */
export function textOf(bytes: Uint8Array, label = ""): string {
  const named = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "");
  if (hasJapaneseShifts(bytes) && (unreliable.test(named) || named.startsWith("iso-2022-jp"))) {
    return new TextDecoder("iso-2022-jp").decode(withoutIdleShifts(bytes));
  }
  const old = sevenBit[named]?.(bytes);
  if (old !== undefined) return old;
  if (unreliable.test(named)) return utf8(bytes) ?? damagedUtf8(bytes) ?? guessed(bytes, named);
  return labelled(bytes, named) ?? utf8(bytes) ?? guessed(bytes, named);
}

function raised(bytes: Uint8Array, shifted: RegExp, label: string): string {
  const text = Buffer.from(bytes).toString("latin1").replace("\x1b$)C", "");
  const eightBit = text.replace(shifted, (_found, inside: string) =>
    Array.from(inside, (each) => String.fromCharCode(each.charCodeAt(0) | 0x80)).join(""),
  );
  return new TextDecoder(label).decode(Buffer.from(eightBit, "latin1"));
}

/** The bytes as UTF-8, or nothing when they are not. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes as UTF-8 when they are, but for a few that were cut off or damaged on the way. */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const read = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return read > 4 * damaged ? text : undefined;
}

// A shift straight after another says nothing, but a strict decoder calls it an error.
function withoutIdleShifts(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  return Buffer.from(text.replace(/(?:\x1b[($][@BJI])+(?=\x1b[($][@BJI])/g, ""), "latin1");
}

function labelled(bytes: Uint8Array, named: string): string | undefined {
  const label = betterReadAs[named] ?? named.replace(/^x-(?!mac|sjis|euc|user)|^cs(?=iso)/, "");
  try {
    if (label !== "utf-7") return new TextDecoder(label).decode(bytes);
  } catch {
    // Node knows the encodings of the Web; iconv-lite those of old mail programs too.
  }
  return encodingExists(label) ? decode(Buffer.from(bytes), label) : undefined;
}

function hasJapaneseShifts(bytes: Uint8Array): boolean {
  const escape = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("\x1b$");
  return escape >= 0 && /[@B(]/.test(String.fromCharCode(bytes[escape + 2] ?? 0));
}

type Guess = {
  readonly label: string;
  readonly usual: RegExp;
  readonly odd: RegExp;
  /** Above 1 for scripts whose bytes are those of common Chinese characters too. */
  readonly weight?: number;
};

/** Scripts whose undeclared bytes are all above ASCII, with what their letters look like when read rightly. */
const guesses: readonly Guess[] = [
  { label: "windows-1251", usual: /[а-яё]/g, odd: /[А-ЯЁ\u0080-\u00ff\u0402-\u040f]/g },
  { label: "koi8-r", usual: /[а-яё]/g, odd: /[А-ЯЁ\u2500-\u25ff\u0080-\u00ff]/g },
  { label: "shift_jis", usual: /[\u3040-\u30ff]/g, odd: /[\uff61-\uff9f]/g, weight: 2 },
  { label: "euc-jp", usual: /[\u3040-\u30ff]/g, odd: /[\uff61-\uff9f]/g, weight: 2 },
  { label: "euc-kr", usual: /[\uac00-\ud7a3]/g, odd: /[\u4e00-\u9fff]/g, weight: 1.1 },
  { label: "gb18030", usual: /[\u4e00-\u9fff]/g, odd: /[\ue000-\uf8ff\u3400-\u4dbf]/g },
];

/** Undeclared bytes: Western letters, unless most of the letters lie above ASCII. */
function guessed(bytes: Uint8Array, named: string): string {
  const label = guessedLabel(bytes.subarray(0, sampleBytes), named);
  return new TextDecoder(label).decode(bytes);
}

function guessedLabel(sample: Uint8Array, named: string): string {
  const high = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  const western = new TextDecoder(westernSuperset).decode(sample);
  const letters = western.match(/[A-Za-z]/g)?.length ?? 0;
  if (high < fewestHighBytes || high < letters || /8859|latin|1252/.test(named)) {
    return westernSuperset;
  }
  const scored = guesses.map(({ label, usual, odd, weight = 1 }) => {
    const text = readStrictly(sample, label) ?? "";
    const score = (text.match(usual)?.length ?? 0) - 2 * (text.match(odd)?.length ?? 0);
    return { label, score: (weight * score) / Math.max(1, text.length) };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score > 0.3 ? best.label : westernSuperset;
}

// A sample may end in the middle of a character, which is no fault of the guess.
function readStrictly(sample: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}
