import { describe, expect, it } from "vitest";
import { isDeliveryReport } from "#api/domain/mail/delivery-report.ts";
import { speaksOfSelf } from "#api/domain/mail/personal-words.ts";
import { mailOf } from "./mail.ts";

describe("a text that speaks of its writer", () => {
  it.each([
    "I wrote to you.",
    "Yesterday i wrote.",
    "I'm cross.",
    "I’ve written twice.",
    "I'd like an answer.",
    "I'll wait.",
    "You lost my letter.",
    "Tell me why.",
    "The fault is not mine.",
    "I looked myself.",
    "Je vous écris.",
    "Je n'ai rien reçu.",
    "Hier je l’ai dit.",
    "Je voudrais une réponse.",
    "Je suis en colère.",
    "J'ai attendu.",
    "Mon adresse est fausse.",
    "Et mes voisins ?",
    "Pour moi, non.",
    "Ich warte.",
    "Meine Tonne ist voll.",
    "Es ist mir zu laut.",
    "Es stört mich.",
    "Yo espero.",
    "¿Y mis vecinos?",
    "Ik wacht.",
    "Wat is mijn zaak?",
    "Geef mij antwoord.",
    "Io aspetto.",
    "Il mio bidone.",
    "La mia strada.",
    "Jag väntar.",
    "Jeg venter.",
    "To mój dom.",
    "Moja ulica.",
    "Я жду.",
    "Мой дом.",
    "Ответьте мне.",
  ])("is a person's: %s", (text) => {
    expect(speaksOfSelf(text)).toBe(true);
  });

  it.each([
    "The mail could not be delivered.",
    "I'm afraid I wasn't able to deliver your mail.",
    "I am sorry, user unknown.",
    "To: my.council@example.com",
    "Subject: My complaint",
    "> I wrote to you.\nUser unknown",
    "<my@example.com> is unknown",
    "i.council@example.com is unknown",
    "It was received on Mon, 9 Nov 2026.",
    "It was received on Mon 9 Nov 2026.",
    "Mon Nov  9 18:12:00 2026: no route",
    "Zpráva je nedoručitelná.",
    "Je bericht kon niet worden bezorgd.",
    "Viestiä ei voitu toimittaa ja se palautettiin.",
    "The mines and the memory of Mozart.",
  ])("is no program's: %s", (text) => {
    expect(speaksOfSelf(text)).toBe(false);
  });

  it("is read as far as asked", () => {
    expect(speaksOfSelf("User unknown. I wrote to you.", 13)).toBe(false);
    expect(speaksOfSelf(`${"User unknown. ".repeat(120)} I wrote to you.`)).toBe(false);
  });
});

describe("a report in a language whose words look like a person's", () => {
  it.each([
    ["Dutch", "Onbestelbaar: Klacht", "Je bericht kon niet worden bezorgd."],
    ["Czech", "Nedoručitelné: Stížnost", "Zpráva je nedoručitelná."],
    ["Finnish", "Toimittamaton: Valitus", "Viestiä ei voitu toimittaa ja se palautettiin."],
    ["English, on a Monday", "Undeliverable: x", "Received Mon, 9 Nov 2026. User unknown."],
  ])("is one still: %s", (_language, subject, text) => {
    const from = "postmaster@mx.example.net";
    expect(isDeliveryReport(mailOf({ from, subject, text }))).toBe(true);
  });
});
