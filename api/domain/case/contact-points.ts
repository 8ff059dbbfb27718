import { factsIn } from "../mail/facts-in-text.ts";
import type { Complainant } from "./vocabulary.ts";

/** A way to reach somebody, written so that the same one is always written alike. */
export type ContactPoint = {
  readonly kind: "e-mail" | "phone" | "postcode";
  readonly value: string;
};

const fewestDigits = 7;

const houseNumber = /\b\d{1,4}[a-z]?\b/gi;

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

/** Whether two addresses of one postcode name the same house or flat, as far as their numbers tell. */
export function isSameHouse(one = "", other = ""): boolean {
  const [these, those] = [one, other].map((address) =>
    (address.match(houseNumber) ?? []).join(" ").toLowerCase(),
  );
  return these !== "" && these === those;
}
