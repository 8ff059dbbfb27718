import { describe, expect, it } from "vitest";
import { senderDirectoryOf, senderRole } from "#api/domain/mail/sender-role.ts";
import { understandMail } from "#api/domain/mail/understand-mail.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { mailOf } from "./mail.ts";

const person = (given: Partial<Person>): Person => ({
  id: "1",
  name: "Tom Okafor",
  jobTitle: "Officer",
  mail: "tom.okafor@wexcombe.gov.uk",
  roles: ["case-officer"],
  services: [],
  ...given,
});

const people = [
  person({}),
  person({ name: "Cllr Shah", mail: "Cllr.Shah@Wexcombe.gov.uk", roles: ["councillor"] }),
  person({ mail: "Repairs@Harbour-Homes.example", organisation: "Harbour Homes" }),
];

describe("the offices of the people the council knows", () => {
  it("are its councillors and its partners, and nobody else", () => {
    expect(senderDirectoryOf(people)).toEqual({
      councillor: ["cllr.shah@wexcombe.gov.uk"],
      partner: ["repairs@harbour-homes.example"],
    });
  });
});

describe("the office somebody writes in", () => {
  it.each([
    ["cllr.shah@wexcombe.gov.uk", "councillor", "cllr.shah@wexcombe.gov.uk"],
    ["REPAIRS@harbour-homes.example", "partner", "repairs@harbour-homes.example"],
    ["eleanor.vasey.mp@parliament.uk", "mp", "parliament.uk"],
    ["caseworker@vasey.office.parliament.uk", "mp", "parliament.uk"],
    ["intake@lgo.org.uk", "ombudsman", "lgo.org.uk"],
    ["j.smith@lgsco.org.uk", "ombudsman", "lgsco.org.uk"],
    ["disrepair@housing-ombudsman.org.uk", "ombudsman", "housing-ombudsman.org.uk"],
    ["phso@mail.ombudsman.org.uk", "ombudsman", "ombudsman.org.uk"],
  ])("of %s is told by the address: %s", (email, id, entry) => {
    expect(senderRole(email, senderDirectoryOf(people))).toEqual({
      id,
      why: `The directory lists ${entry}.`,
    });
  });

  it.each([
    ["a resident", "joan.whitfield@example.com"],
    ["an officer", "tom.okafor@wexcombe.gov.uk"],
    ["a colleague of the partner's whom nobody listed", "accounts@harbour-homes.example"],
    ["an address that only ends alike", "mp@notparliament.uk"],
    ["an address that only begins alike", "mp@parliament.uk.example"],
    ["a councillor's address within another", "x.cllr.shah@wexcombe.gov.uk"],
    ["an ombudsman of another trade", "help@financial-ombudsman.example"],
    ["nobody", ""],
  ])("is none for %s", (_who, email) => {
    expect(senderRole(email, senderDirectoryOf(people))).toBeUndefined();
  });

  it("is shown with the mail, and left out when there is none", () => {
    const directory = senderDirectoryOf(people);
    const senderOf = (from: string) =>
      understandMail(mailOf({ from }), { services: [], directory }).suggested;
    expect(senderOf("Eleanor.Vasey.mp@parliament.uk").sender?.id).toBe("mp");
    expect(senderOf("joan@example.com")).not.toHaveProperty("sender");
  });
});
