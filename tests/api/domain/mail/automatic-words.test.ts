import { describe, expect, it } from "vitest";
import { isAutomaticReply } from "#api/domain/mail/automatic-reply.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const isAnswer = (given: Given) => isAutomaticReply(mailOf(given));
const nowhere = { "Return-Path": "<>" };
const answering = { "In-Reply-To": "<ack-1@wexcombe.gov.uk>", Precedence: "bulk" };

describe("an absence note", () => {
  it.each([
    "I am out of office.",
    "I'm currently out of the office.",
    "I will be out of the office.",
    "I shall be out of the office.",
    "We are now away from the office.",
    "We're presently away from my desk.",
    "I am away from my e-mail.",
    "I am on leave.",
    "I am on annual leave.",
    "I am on parental leave.",
    "I'm on maternity leave.",
    "I am on paternity leave.",
    "I am on sick leave.",
    "I am on vacation.",
    "I am on holiday.",
    "We are on holidays.",
    "I am away until Monday.",
    "I am away from Monday.",
    "I am away on business.",
    "I am away till Monday.",
    "Out of the office until Monday.",
    "Out of office from today.",
    "Joan is out of the office till Monday.",
    "Out of office and travelling.",
    "Out of the office on business.",
    "Out of the office with no phone.",
    "Ich bin nicht im Büro.",
    "Ich bin nicht im Haus.",
    "Ich bin bis Montag abwesend.",
    "Ich bin außer Haus.",
    "Je suis absente du bureau.",
    "Je suis absent jusqu'au 16.",
    "Je serai absent du 9 au 16.",
    "Estoy fuera de la oficina.",
    "Estou fora do escritório.",
    "Sono fuori ufficio.",
    "Sono fuori sede.",
    "Ik ben niet op kantoor.",
    "Ik ben niet aanwezig.",
    "Ik ben afwezig.",
    "Jestem poza biurem.",
    "Jestem nieobecna.",
    "Jag är inte på kontoret.",
    "Jeg er ikke på kontoret.",
    "Olen poissa.",
    "Jsem mimo kancelář.",
    "Меня нет на рабочем месте.",
    "Меня нет на месте.",
    "Я в отпуске.",
    "Я отсутствую.",
    "不在にしております。",
    "休暇中です。",
    "外出しております。",
    "부재중입니다.",
  ])("is told by its words when it came from nowhere: %s", (text) => {
    expect(isAnswer({ text, headers: nowhere })).toBe(true);
    expect(isAnswer({ text })).toBe(false);
  });

  it.each([
    "I return on Monday.",
    "I am back on Monday.",
    "Back in a week.",
    "I am back at work soon.",
    "Back by Monday.",
    "I have limited access to email.",
    "I have no access to email.",
    "My access is intermittent.",
    "I will respond then.",
    "I will reply then.",
    "I shall get back to you.",
    "I will answer then.",
    "I will deal with it.",
    "I will read it then.",
    "For urgent matters ring Tom.",
    "In an emergency ring Tom.",
    "For immediate assistance ring Tom.",
    "For immediate help ring Tom.",
    "Tom acts in my absence.",
    "It will not be checked.",
    "It is not be monitored.",
    "It will not be forwarded.",
    "Am Montag bin ich wieder da.",
    "Ich komme zurück.",
    "Es ist dringend?",
    "De retour lundi.",
    "En cas d'urgence, Tom.",
    "A mi regreso.",
    "A la vuelta.",
    "Si es urgente, Tom.",
    "Al mio ritorno.",
    "Al rientro.",
    "Maandag ben ik terug.",
    "Wrócę w poniedziałek.",
    "W pilnej sprawie: pilne.",
    "Jag är tillbaka.",
    "Jeg er tilbage.",
    "Jeg er tilbake.",
    "Takaisin maanantaina.",
    "Budu zpět.",
    "Я вернусь.",
    "Если срочно, звоните.",
  ])("is told by what it goes on to say, when it answers in bulk: %s", (text) => {
    const note = `Out of the office until Monday. ${text}`;
    expect(isAnswer({ text: note, headers: answering })).toBe(true);
    expect(isAnswer({ text: "Out of the office until Monday.", headers: answering })).toBe(false);
    expect(isAnswer({ text, headers: answering })).toBe(false);
  });

  it("is short, and says so at once", () => {
    const note = "Out of the office until Monday. I return then.";
    const padded = (length: number) => `${note} ${"x".repeat(length)}`;
    expect(isAnswer({ text: padded(1400), headers: answering })).toBe(true);
    expect(isAnswer({ text: padded(1500), headers: answering })).toBe(false);
    expect(isAnswer({ text: `${"x ".repeat(200)}${note}`, headers: answering })).toBe(false);
  });
});

describe("a receipt", () => {
  it.each([
    "Thank you for your e-mail.",
    "Thanks for your message.",
    "Thank you very much for your enquiry.",
    "Thank you for your inquiry.",
    "Thank you for your request.",
    "Thank you for your feedback.",
    "Thank you for your interest.",
    "Thank you for contacting us.",
    "Thank you for getting in touch.",
    "Thank you for emailing us.",
    "Thank you for writing.",
    "We have received your mail.",
    "I've received your mail.",
    "Your mail has been received.",
    "Your mail has been safely received.",
    "Vielen Dank für Ihre Nachricht.",
    "Dank für die Anfrage.",
    "Merci pour votre message.",
    "Merci de votre courriel.",
    "Gracias por contactar.",
    "Gracias por su correo.",
    "Grazie per il messaggio.",
    "Bedankt voor uw bericht.",
    "Please do not reply to this email.",
    "Don't respond directly to this.",
    "Do not reply.",
    "Replies are not read.",
    "Replies to this address are not monitored.",
    "Responses will not be answered.",
    "This mailbox is not monitored.",
    "This inbox is unmonitored.",
    "This is an unmonitored address.",
    "The address is not attended.",
    "Bitte antworten Sie nicht.",
    "Bitte nicht auf diese Nachricht antworten.",
  ])("is told by its words when it came from nowhere: %s", (text) => {
    expect(isAnswer({ text, headers: nowhere })).toBe(true);
    expect(isAnswer({ text })).toBe(false);
  });

  it.each([
    "This is an automated message.",
    "Please note that this is an automatic reply.",
    "This e-mail is automatically generated.",
    "This message was auto-generated.",
    "This is a computer generated email, please ring.",
    "This is a fully automated response to let you know.",
    "Hello.\n\nAUTOMATIC REPLY\n\nBye.",
    "*** Auto-response ***",
    "The message was automatically sent.",
    "Your reply is automatically created.",
    "Diese E-Mail wurde automatisch erstellt.",
    "Dies ist eine automatische Antwort.",
    "Ceci est une réponse automatique.",
    "Ce message est automatique.",
    "Cet e-mail est automatique.",
    "Questo è un messaggio automatico.",
    "Questa è una risposta automatica.",
    "Este mensaje es automático.",
    "Esta é uma mensagem automática.",
    "Dit is een automatisch bericht.",
    "Deze e-mail is automatisch verstuurd.",
    "Dit bericht is automatisch.",
    "Это автоматическое сообщение.",
    "Данное письмо отправлено автоматически.",
    "This account is protected by a filter.",
    "Click to have your address added.",
  ])("is told by a sentence that says so, when it answers in bulk: %s", (text) => {
    expect(isAnswer({ text, headers: answering })).toBe(true);
    expect(isAnswer({ text: "Please ring me.", headers: answering })).toBe(false);
  });
});

describe("how an answer was sent", () => {
  const states = "This is an automated message.";
  const inReply = { "In-Reply-To": "<ack-1@wexcombe.gov.uk>" };

  it.each<[string, Given]>([
    ["as bulk", { headers: { ...inReply, Precedence: " Bulk " } }],
    ["as junk", { headers: { ...inReply, Precedence: "junk" } }],
    ["with no wish for any answer", { headers: { ...inReply, "X-Auto-Response-Suppress": "All" } }],
    [
      "with no wish for one like it",
      { headers: { ...inReply, "X-Auto-Response-Suppress": "DR, OOF" } },
    ],
    [
      "with no wish for an answer by a program",
      { headers: { ...inReply, "X-Auto-Response-Suppress": "AutoReply" } },
    ],
    ["as bulk, by its subject an answer", { subject: "Re: Bins", headers: { Precedence: "bulk" } }],
    ["from nowhere", { headers: nowhere }],
  ])("adds to what it says of itself: %s", (_how, given) => {
    expect(isAnswer({ ...given, text: states })).toBe(true);
  });

  it.each<[string, Given]>([
    ["through a list", { headers: { ...inReply, Precedence: "bulk", "List-Id": "<a.example>" } }],
    ["with a precedence of its own", { headers: { ...inReply, Precedence: "bulky" } }],
    ["with another precedence", { headers: { ...inReply, Precedence: "not-bulk" } }],
    [
      "with a wish for no receipt",
      { headers: { ...inReply, "X-Auto-Response-Suppress": "DR, RN" } },
    ],
    ["as no answer", { headers: { Precedence: "bulk" } }],
    ["as an answer alone", { headers: inReply }],
  ])("adds too little: %s", (_how, given) => {
    expect(isAnswer({ ...given, text: states })).toBe(false);
  });

  it("proves nothing of what says nothing, unless it came from nowhere and answers", () => {
    const text = "The bin was missed.";
    expect(isAnswer({ text, headers: answering })).toBe(false);
    expect(isAnswer({ text, headers: nowhere })).toBe(false);
    expect(isAnswer({ text, headers: { ...nowhere, ...answering } })).toBe(true);
  });
});
