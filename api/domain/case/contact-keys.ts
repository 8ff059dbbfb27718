import { factsIn } from "../mail/facts-in-text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { Complainant } from "./vocabulary.ts";
import { untilFarDay, viewOf, type ViewKey } from "./view-keys.ts";

/** A way to reach somebody, written so that the same one is always written alike. */
export type ContactPoint = {
  readonly kind: "e-mail" | "phone" | "postcode";
  readonly value: string;
};

const fewestDigits = 7;

/** What tells that two cases may be of one person: their e-mail, their phone, their postcode. */
export function contactPointsOf(written: Omit<Complainant, "name">): ContactPoint[] {
  const { email = "", phone = "", address = "" } = written;
  const digits = phone.replaceAll(/\(0\)|\D/g, "").replace(/^(?:00)?44/, "0");
  const postcode = factsIn(address).postcode ?? "";
  return [
    ...(/\S@\S/.test(email)
      ? [{ kind: "e-mail", value: email.trim().toLowerCase() } as const]
      : []),
    ...(digits.length >= fewestDigits ? [{ kind: "phone", value: digits } as const] : []),
    ...(postcode === "" ? [] : [{ kind: "postcode", value: postcode.replace(" ", "") } as const]),
  ];
}

/**
 * The lists of everything that came from one address, number or postcode, newest first. `digest` keeps
 * the person out of the names of rows. A case that only some may know of is in none that others read.
 */
export function contactKeysOf(
  { id, receivedAt, complainant, access }: Case,
  policy: Policy,
  digest: (text: string) => string,
): ViewKey[] {
  if (access !== undefined) return [];
  return contactPointsOf(complainant).map((point) => {
    const partition = viewOf.person(digest(`${point.kind}\n${point.value}`));
    return {
      partition: policy.restricted ? viewOf.restricted(policy.procedure, partition) : partition,
      row: `${untilFarDay(receivedAt)}_${id}`,
    };
  });
}
