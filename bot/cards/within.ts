import type { CardElement } from "./adaptive-card.ts";

/** How much a part of a card weighs on its way to Teams. */
export function bytesOf(part: object): number {
  return Buffer.byteLength(JSON.stringify(part));
}

/** As many of the elements as fit into `room` bytes; `goesOn` follows them where some did not, or more there is. */
export function within(
  room: number,
  elements: readonly CardElement[],
  { goesOn, isCut = false }: { readonly goesOn: CardElement; readonly isCut?: boolean },
): readonly CardElement[] {
  const shown: CardElement[] = [];
  let left = room - bytesOf(goesOn) - 1;
  for (const element of elements) {
    left -= bytesOf(element) + 1;
    if (left < 0) break;
    shown.push(element);
  }
  return shown.length === elements.length && !isCut ? shown : [...shown, goesOn];
}
