import { sampleIndex } from "../sample-mails/sample-index.ts";
import type { Citizen } from "../teams-shell/api.ts";

/** Somebody who has not written yet, to complain as. */
const newcomer: Citizen = { name: "Joan Whitfield", address: "joan.whitfield@example.com" };

/** Everybody outside the council whose mailbox the estate can show: the newcomer first, then the writers of the sample mails by name. */
export const citizens: readonly Citizen[] = [
  newcomer,
  ...[
    ...new Map(
      sampleIndex
        .filter(({ kind }) => kind !== "machine")
        .map(({ from: { name, address } }) => [address, { name: name || address, address }]),
    ).values(),
  ].sort((a, b) => a.name.localeCompare(b.name)),
];
