import { describe, expect, test } from "vitest";
import { factsIn } from "#api/domain/mail/facts-in-text.ts";
import { languageOf } from "#api/domain/mail/language.ts";
import { senderRole } from "#api/domain/mail/sender-role.ts";
import { understandMail } from "#api/domain/mail/understand-mail.ts";
import { mailOf } from "./mail.ts";

describe("the facts lifted from a text", () => {
  test.each([
    ["WX1 3RB", "I live in wx13rb."],
    ["EC1A 1BB", "Office at EC1A 1BB"],
    ["M1 1AE", "Flat in M1 1AE."],
    [undefined, "My order AB12345 has not come."],
  ])("hold the postcode %s", (postcode, text) => {
    expect(factsIn(text).postcode).toBe(postcode);
  });

  test.each([
    ["4 Quay Street", "I live at 4 Quay Street. It is dark."],
    ["12 Mill Lane, Wexcombe, WX1 3RB", "12 Mill Lane,\nWexcombe\nWX1 3RB"],
    ["Flat 3, 20 Harbour Road", "Flat 3, 20 Harbour Road is damp"],
    [undefined, "There are 12 potholes in the road."],
  ])("hold the address %s", (address, text) => {
    expect(factsIn(text).address).toBe(address);
  });

  test.each([
    ["01632 960 123", "Ring 01632 960 123."],
    ["+44 7700 900123", "Mobile: +44 7700 900123"],
    ["(020) 7946 0123", "Call (020) 7946 0123 after six"],
    [undefined, "Account 3300518844, 12/11/2026"],
  ])("hold the phone number %s", (phone, text) => {
    expect(factsIn(text).phone).toBe(phone);
  });

  test.each([
    [["CMP-7K3Q-9D"], "About cmp 7k3q 9d"],
    [["WX40187263"], "PCN WX40187263 was wrong"],
    [["3300518844"], "council tax account 3300518844"],
    [["26/01142/HSE"], "my representations on 26/01142/HSE"],
    [["HB/227104"], "Claim ref HB/227104."],
    [undefined, "with reference to your letter"],
  ])("hold the references %j", (references, text) => {
    expect(factsIn(text).references).toEqual(references);
  });

  test.each([
    ["Joan Whitfield", "My name is Joan Whitfield and I rent here.", ""],
    ["Tom Reed", "Please act.\n\nKind regards,\nTom Reed", "t.reed"],
    ["Siân Pritchard", "Thanks", "Siân Pritchard"],
    [undefined, "I am very unhappy.", "joan@example.com"],
  ])("hold the name %s", (name, text, displayName) => {
    expect(factsIn(text, displayName).name).toBe(name);
  });
});

describe("the language of a text", () => {
  test.each([
    ["en", "My bin was not collected on Tuesday, please can you help?"],
    ["pl", "Dzień dobry, proszę o pomoc w sprawie podatku."],
    ["pa", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ, ਮੇਰਾ ਕੂੜਾ ਨਹੀਂ ਚੁੱਕਿਆ ਗਿਆ"],
    ["und", "ok"],
    ["und", "07700 900123 https://example.com/a/very/long/path"],
  ])("is %s", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe("the office somebody writes in", () => {
  const directory = {
    councillor: ["cllr.shah@wexcombe.gov.uk"],
    partner: ["harbour-homes.example"],
  };

  test.each([
    ["councillor", "Cllr.Shah@wexcombe.gov.uk"],
    ["partner", "repairs@west.harbour-homes.example"],
    ["mp", "eleanor.vasey.mp@parliament.uk"],
    ["ombudsman", "intake@housing-ombudsman.org.uk"],
    [undefined, "cllr.shah@wexcombe.gov.uk.example"],
    [undefined, "mp@notparliament.uk"],
  ])("is %s by the address alone", (role, email) => {
    expect(senderRole(email, directory)?.id).toBe(role);
  });
});

describe("what a mail is understood as", () => {
  const services = [{ id: "waste", name: "Waste", directorate: "Environment", words: ["bin"] }];
  const understand = (given: Parameters<typeof mailOf>[0]) =>
    understandMail(mailOf(given), { services, directory: {} });

  test("is read from the new text and not from what it quotes", () => {
    const { text, suggested } = understand({
      subject: "Re: Letter",
      text: "Thank you so much, a credit to you.\n\nOn 10/11/2026 09:58, Wexcombe wrote:\n> Your complaint about bins missed for weeks, ref ABC123, WX1 3RB",
    });
    expect(text).toBe("Thank you so much, a credit to you.");
    expect(suggested).toEqual({
      type: { id: "compliment", why: "They wrote “Thank you so much”, “a credit to”." },
      name: "Joan Whitfield",
    });
  });

  test("names service and reason with the words that led to them", () => {
    const { suggested } = understand({ text: "My bin was missed. I live in WX1 3RB." });
    expect(suggested).toMatchObject({
      type: { id: "complaint" },
      service: { id: "waste", why: "They wrote “Bins”." },
      reason: { id: "missed-service", why: "They wrote “not collected”." },
      postcode: "WX1 3RB",
    });
  });

  test.each([
    ["SpamAssassin", { "X-Spam-Flag": "YES" }],
    ["a status header", { "X-Spam-Status": "Yes, score=9" }],
    ["Exchange's confidence", { "X-MS-Exchange-Organization-SCL": "6" }],
    ["Exchange's verdict", { "X-Forefront-Antispam-Report": "CIP:1;SFV:SPM;" }],
  ])("is spam only as a suggestion: %s", (_by, headers) => {
    expect(understand({ headers }).suggested.type.id).toBe("spam");
  });

  test("is no spam because a filter looked at it", () => {
    const headers = { "X-Spam-Status": "No, score=-1", "X-MS-Exchange-Organization-SCL": "1" };
    expect(understand({ headers }).suggested.type.id).toBe("complaint");
  });
});
