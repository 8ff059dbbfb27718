import type { PersonCommand } from "../case/commands.ts";
import type { Complainant } from "../case/vocabulary.ts";
import { isReference } from "./case-reference.ts";
import type { FactsInText } from "./facts-in-text.ts";

/** Something a text says of its writer, and the command that makes it part of the case. */
export type OfferedFact = {
  readonly title: string;
  readonly value: string;
  /** What its button says. */
  readonly press: string;
  readonly action: PersonCommand;
};

/** What a text says that the case does not know yet, for a person to confirm one by one. */
export function offeredFacts(facts: FactsInText, known: Complainant): OfferedFact[] {
  const { name, phone, references = [] } = facts;
  const address = addressOf(facts);
  return [
    ...(name === undefined || says(known.name, name)
      ? []
      : [{ title: "Name", value: name, press: "Use this name", action: confirm({ name }) }]),
    ...(address === undefined || says(known.address, address)
      ? []
      : [
          {
            title: "Postal address",
            value: address,
            press: "Use this address",
            action: confirm({ address }),
          },
        ]),
    ...(phone === undefined || digits(known.phone) === digits(phone)
      ? []
      : [{ title: "Phone", value: phone, press: "Use this number", action: confirm({ phone }) }]),
    ...references
      .filter((reference) => !isReference(reference))
      .filter((reference) => known.references?.includes(reference) !== true)
      .map((reference) => ({
        title: "Reference",
        value: reference,
        press: "Keep this reference",
        action: confirm({ reference }),
      })),
  ];
}

type Detail = Omit<Extract<PersonCommand, { type: "confirm-details" }>, "type">;

function confirm(detail: Detail): PersonCommand {
  return { type: "confirm-details", ...detail };
}

function addressOf({ address, postcode }: FactsInText): string | undefined {
  if (address === undefined || postcode === undefined) return address ?? postcode;
  return says(address, postcode) ? address : `${address}, ${postcode}`;
}

function says(known: string | undefined, found: string): boolean {
  return known !== undefined && bare(known).includes(bare(found));
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, "");
}

// +44 (0)1632, 0044 1632 and 01632 are one number.
function digits(phone: string | undefined): string | undefined {
  return phone?.replaceAll(/\D/g, "").replace(/^(?:00)?440?/, "0");
}
