import {
  bandsOf,
  copiesOf,
  fingerprintOf,
  type Copies,
  type Earlier,
} from "#api/domain/mail/campaign.ts";

type Seen = { readonly id: string; readonly writer: string; readonly text: string };

/** The earlier mail a text repeats, and why that is thought. */
export type SeenCopy = Copies & { readonly why: string };

/** A popular text would otherwise be compared with each of its thousands of copies. */
const mostCompared = 20;

/** The texts of a run so far, found again by what they share. */
export class SeenTexts {
  readonly #byBand = new Map<string, Earlier[]>();

  /** Whether an earlier text says nearly the same; then remembers this one. */
  see({ id, writer, text }: Seen): SeenCopy | undefined {
    const fingerprint = fingerprintOf(text);
    if (fingerprint === undefined) return undefined;
    const bands = bandsOf(fingerprint);
    const near = new Set(bands.flatMap((band) => this.#byBand.get(band) ?? []));
    const copies = copiesOf({ writer, fingerprint }, [...near]);
    for (const band of bands) {
      const held = this.#byBand.get(band) ?? [];
      if (held.length < mostCompared)
        this.#byBand.set(band, [...held, { id, writer, fingerprint }]);
    }
    return (
      copies && {
        ...copies,
        why: `It shares ${Math.round(copies.similarity * 100)} % of its words with ${copies.id}.`,
      }
    );
  }
}
