/** What a text is recognised by among others: the smallest hashes of its word runs (MinHash). */
export type Fingerprint = readonly number[];

const hashes = 48;
const wordsPerRun = 4;
const fewestWords = 15;
const readCharacters = 20_000;
/** From here on two texts have one origin, with a name or a sentence changed. */
const nearlyTheSame = 0.55;

/**
 * The fingerprint of a mail's new text, so that a campaign is seen whatever its writers changed;
 * nothing for a text too short to tell.
 */
export function fingerprintOf(text: string): Fingerprint | undefined {
  const words =
    text
      .slice(0, readCharacters)
      .toLowerCase()
      .match(/[\p{L}\d']+/gu) ?? [];
  if (words.length < fewestWords) return undefined;
  let smallest = Array.from({ length: hashes }, () => 0xffff_ffff);
  for (let at = 0; at + wordsPerRun <= words.length; at += 1) {
    const run = hashOf(words.slice(at, at + wordsPerRun).join(" "));
    smallest = smallest.map((least, index) => Math.min(least, mixed(run, index)));
  }
  return smallest;
}

/**
 * The same in 96 characters, to be kept with a case: the lowest byte of each hash is enough to compare by,
 * since two unlike texts agree on one in 256 of them.
 */
export function shortFingerprint(text: string): string | undefined {
  return fingerprintOf(text)
    ?.map((hash) => (hash & 0xff).toString(16).padStart(2, "0"))
    .join("");
}

/** A kept fingerprint, to be compared with other kept ones. */
export function readFingerprint(kept: string): Fingerprint {
  return (kept.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
}

/** How much two texts share, from 0 to 1. */
export function similarity(a: Fingerprint, b: Fingerprint): number {
  const same = a.filter((hash, index) => hash === b[index]).length;
  return same / hashes;
}

/** Mails that one text was sent as: by one person to many officers, or by many people. */
export type Copies = {
  readonly kind: "scatter-gun" | "campaign";
  readonly id: string;
  readonly similarity: number;
};

export type Earlier = {
  readonly id: string;
  readonly writer: string;
  readonly fingerprint: Fingerprint;
};

/** The earlier mail that this one repeats, if any: the most alike of them. */
export function copiesOf(
  mail: { writer: string; fingerprint: Fingerprint },
  earlier: readonly Earlier[],
): Copies | undefined {
  return allCopiesOf(mail, earlier)[0];
}

/** Every other mail that says nearly the same, the most alike first. */
export function allCopiesOf(
  mail: { writer: string; fingerprint: Fingerprint },
  others: readonly Earlier[],
): Copies[] {
  const copies = others.flatMap(({ id, writer, fingerprint }): Copies[] => {
    const alike = similarity(mail.fingerprint, fingerprint);
    if (alike < nearlyTheSame) return [];
    const kind = writer.toLowerCase() === mail.writer.toLowerCase() ? "scatter-gun" : "campaign";
    return [{ kind, id, similarity: alike }];
  });
  return copies.sort((one, other) => other.similarity - one.similarity);
}

/** Keys under which a fingerprint can be looked up: two nearly equal texts share at least one. */
export function bandsOf(fingerprint: Fingerprint): string[] {
  return Array.from(
    { length: hashes / 3 },
    (_, band) => `${band}:${fingerprint.slice(band * 3, band * 3 + 3).join(":")}`,
  );
}

// FNV-1a: fast, and the same on every machine.
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  }
  return hash >>> 0;
}

function mixed(hash: number, seed: number): number {
  let mix = Math.imul(hash ^ Math.imul(seed + 1, 0x9e37_79b1), 0x85eb_ca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
