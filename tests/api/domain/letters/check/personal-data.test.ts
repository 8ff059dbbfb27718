import { describe, expect, it } from "vitest";
import type { Case } from "#api/domain/case/case.ts";
import { readWords } from "#api/domain/letters/check/letter-words.ts";
import { personalDataFindings } from "#api/domain/letters/check/personal-data.ts";
import { policyOf } from "#api/domain/policy/catalogue.ts";
import { everybody } from "#tests/api/domain/case/people.ts";
import { inHand, joans } from "./checked.ts";

const { email: _mail, ...nameless } = joans.complainant;
const reachable = (more: object): Case => ({ ...joans, complainant: { ...nameless, ...more } });
const private_ = (words: string, facts = inHand()) =>
  personalDataFindings(readWords(`Dear Joan\n\n${words}`), facts, everybody).map(
    ({ where, words: advice }) => [where, advice],
  );

const mail = "An e-mail address that is not this person’s. Take it out if it is private.";
const phone = "A mobile number that is not this person’s. Take it out if it is private.";
const insurance = "A National Insurance number. Take it out.";
const birth = "A date of birth. Take it out.";
const bank = "Bank details. Take them out.";

describe("what may be private", () => {
  it.each([
    [mail, "Write to peter.jones@example.com.", "peter.jones@example.com"],
    [mail, "He is Zoë_9+x@mail.example-2.co.uk now.", "Zoë_9+x@mail.example-2.co.uk"],
    [mail, "Write to peter@gov.uk.example.com.", "peter@gov.uk.example.com"],
    [phone, "Ring him on 07700 900123.", "07700 900123"],
    [phone, "Ring him on +447700900123.", "+447700900123"],
    [phone, "Ring him on +44 7700-900-123.", "+44 7700-900-123"],
    [phone, "Ring him on +44 (0)7700 900123.", "+44 (0)7700 900123"],
    [insurance, "His number is AB 12 34 56 C.", "AB 12 34 56 C"],
    [insurance, "His number is ab123456c.", "ab123456c"],
    [birth, "The child, born on 3 May 2019, was there.", "born on 3 May 2019"],
    [
      birth,
      "Your neighbour’s date of birth is 3 May 1980, as we know.",
      "date of birth is 3 May 1980",
    ],
    [birth, "Her DOB: 03/05/1980.", "DOB: 03/05/1980"],
    [birth, "Her d.o.b. 3/5/80.", "d.o.b. 3/5/80"],
    [bank, "We paid it to sort code 20-30-40.", "sort code 20-30-40"],
    [bank, "The sort code was 203040.", "sort code was 203040"],
    [bank, "We paid it to 20-30-40, account 40028817.", "20-30-40"],
  ])("%s: %s", (advice, words, where) => {
    expect(private_(words)).toEqual([[where, advice]]);
  });

  it("is told thing by thing, and once of each", () => {
    const words = "Ask p@example.com, or p@example.com, or ring 07700 900123, or 07700 900124.";
    const found = personalDataFindings(readWords(words), inHand(), everybody);
    expect(found.map(({ id, standing, where }) => [id, standing, where])).toEqual([
      ["personal-data-1", "look", "p@example.com"],
      ["personal-data-2", "look", "07700 900123"],
      ["personal-data-3", "look", "07700 900124"],
    ]);
  });

  it.each([
    ["the council’s own", "Write to parking@wexcombe.gov.uk."],
    ["the person’s own", "We wrote to JOAN@example.com."],
    ["another council’s", "Write to jo@devon.gov.uk or jo@streets.gov.wales."],
    ["a hospital’s, or the police’s", "Write to jo@royal.nhs.uk or jo@devon.police.uk."],
    ["an MP’s", "Write to jo.hughes.mp@parliament.uk or jo@parliament.scot."],
    ["the Ombudsman’s", "Write to case.team@lgo.org.uk."],
    ["an organisation’s desk", "Write to advice@shelter.example or info@pohwer.example."],
    ["a switchboard", "Ring 0300 061 0614 or 01632 960123."],
    ["a bill’s number", "Your account is 12345678, your notice WX10482263."],
    ["a longer number", "The meter says 077009001234567."],
    ["a request for it", "To pay you we need your sort code and account number."],
    ["what was asked for", "We asked for your date of birth on 3 May."],
    ["where somebody comes from", "She was born on the coast. It rained."],
    ["a date", "It was late on 03-11-26 and on 04-11-26."],
  ])("is not %s: %s", (_whose, words) => {
    expect(private_(words)).toEqual([]);
  });

  it("is not the number or address of the person or of whoever speaks for them", () => {
    const known = inHand(reachable({ phone: "+44 7700 900123" }));
    expect(private_("We rang you on 07700 900 123.", known)).toEqual([]);
    expect(private_("We rang you on 07700 900124.", known)).toHaveLength(1);
    expect(private_("We rang you on +44 (0)7700 900123.", known)).toEqual([]);
    expect(private_("We wrote to joan@example.com.", known)).toHaveLength(1);
    const sponsors = [{ id: "1", name: "Dan", capacity: "advocate", email: "Dan@help.example" }];
    const spokenFor = inHand({ ...joans, sponsors } as unknown as Case);
    expect(private_("We sent a copy to dan@help.example.", spokenFor)).toEqual([]);
  });

  it("is another Ombudsman’s person where the procedure leads elsewhere", () => {
    const housing = inHand(joans, policyOf("housing-ombudsman-2024"));
    expect(private_("Write to a.lee@housing-ombudsman.org.uk.", housing)).toEqual([]);
    expect(private_("Write to a.lee@housing-ombudsman.org.uk.")).toHaveLength(1);
  });
});
