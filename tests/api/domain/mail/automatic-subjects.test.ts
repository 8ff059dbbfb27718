import { describe, expect, it } from "vitest";
import { isAutomaticReply } from "#api/domain/mail/automatic-reply.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const isAnswer = (given: Given) => isAutomaticReply(mailOf(given));
const text = "The desk is open from nine to five.";

/** What programs call their answers, before what they answer. */
const names = [
  "Automatic reply",
  "Automated response",
  "Automatic Response",
  "Auto reply",
  "Auto-Reply",
  "AutoReply",
  "Auto responder",
  "Auto-response",
  "Autoanswer",
  "Out of Office",
  "Out of the Office",
  "Out of my office",
  "Out-of-office",
  "Out of Office AutoReply",
  "Out of office auto-reply",
  "Out of office reply",
  "Out of office notification",
  "Out of office message",
  "Out of office response",
  "Vacation reply",
  "Vacation auto-reply",
  "On vacation reply",
  "Holiday response",
  "Annual leave reply",
  "Away from my mail",
  "Away from the e-mail",
  "Away from email",
  "OOO",
  "Automatische Antwort",
  "Automatisch antwoord",
  "Automatische antwoord",
  "Afwezigheidsassistent",
  "Afwezigheidsbericht",
  "Abwesenheitsnotiz",
  "Abwesenheitsnachricht",
  "Abwesenheitsassistent",
  "Abwesenheitsbenachrichtigung",
  "Abwesenheitsmeldung",
  "Autoantwort",
  "Automatiskt svar",
  "Automatisk svar",
  "Automatisk vastaus",
  "Autosvar",
  "Automatsvar",
  "Réponse automatique",
  "Message d'absence",
  "Absence du bureau",
  "Absent du bureau",
  "Notification d'absence",
  "Respuesta automática",
  "Resposta automática",
  "Risposta automatica",
  "Răspuns automat",
  "Fuera de la oficina",
  "Fora do escritório",
  "Fuori sede",
  "Fuori ufficio",
  "Automatyczna odpowiedź",
  "Odpowiedź automatyczna",
  "Odpowiedz automatyczna",
  "Autoodpowiedź",
  "Automatická odpověď",
  "Samodejni odgovor",
  "Automatski odgovor",
  "Automatikus válasz",
  "Automaattinen vastaus",
  "Automaattinen poissaolovastaus",
  "Poissaoloviesti",
  "Автоматический ответ",
  "Автоматическое сообщение",
  "Автоматическое уведомление",
  "Автоответ",
  "Автоответчик",
  "Автовідповідь",
  "Автоматична відповідь",
  "Αυτόματη απάντηση",
  "Otomatik yanıt",
  "Otomatik cevap",
  "Buiten kantoor",
  "Niet op kantoor",
  "Frånvaro",
  "Frånvaromeddelande",
  "Fravær",
  "Fraværsmelding",
];

const easternNames = [
  "自動応答",
  "自動返信",
  "不在通知",
  "不在応答",
  "不在のお知らせ",
  "自动答复",
  "自动回复",
  "自动回覆",
  "自動回覆",
  "自動答覆",
  "자동 회신",
  "자동응답",
  "부재중",
];

describe("an answer by the name that a program gives it", () => {
  it.each(names)("is told by its subject: %s", (name) => {
    expect(isAnswer({ subject: `${name}: Your complaint`, text })).toBe(true);
    expect(isAnswer({ subject: `[residents] ${name} : Bins`, text })).toBe(true);
    expect(isAnswer({ subject: `[${name}] Bins`, text })).toBe(true);
    expect(isAnswer({ subject: `${name} - Bins`, text })).toBe(true);
  });

  it.each(names)("may be a person's that goes on otherwise: %s", (name) => {
    expect(isAnswer({ subject: name, text })).toBe(false);
    expect(isAnswer({ subject: `Re: ${name}: Your complaint`, text })).toBe(false);
    expect(isAnswer({ subject: `My ${name}: what is it?`, text })).toBe(false);
  });

  it.each(easternNames)("is told by a subject that begins with it: %s", (name) => {
    expect(isAnswer({ subject: `${name} 苦情`, text })).toBe(true);
    expect(isAnswer({ subject: `Re: ${name}`, text })).toBe(false);
  });

  it.each([
    ...names.map((name) => `${name}.`),
    "Automatic reply to your complaint",
    "Automatic reply from Joan",
    "Auto response re bins",
    "Auto reply regarding bins",
    "Vacation reply for Joan",
    "Out of office until Monday",
    "Out of office till Monday",
    "Joan Whitfield is out of the office",
    "I am out of the office until Monday",
    "Joan will be out of the office",
    "Your complaint (Automatic Response)",
    "Your complaint (auto-reply)",
    "Your complaint (automated reply) ",
    "Your complaint (autoresponse)",
    "Your complaint [Auto-Reply]",
    "Your complaint [autoreply] ",
  ])("is told with something that it says: %s", (subject) => {
    const receipt = "Thank you for your email.";
    expect(isAnswer({ subject, text: receipt })).toBe(true);
    expect(isAnswer({ subject, text })).toBe(false);
    // Who answers such an answer keeps its subject.
    expect(isAnswer({ subject: `Re: ${subject}`, text: receipt })).toBe(false);
  });
});

describe("an answer by its marks", () => {
  it.each([
    "X-AutoReply",
    "X-AutoRespond",
    "X-Autoresponder",
    "X-Autoreply-From",
    "X-Autoreply-Domain",
    "X-Mail-Autoreply",
    "X-Auto-Reply-From",
    "X-MS-Exchange-Generated-Message-Source-AutoReply",
  ])("is told by a header that only such answers have: %s", (header) => {
    expect(isAnswer({ headers: { [header]: "1" } })).toBe(true);
  });

  it.each([
    ["auto-replied", true],
    [" Auto-Replied; owner-email=x ", true],
    ["auto-generated", true],
    ["auto-notified", true],
    ["yes", true],
    ["no", false],
    [" NO ", false],
    ["no (a person)", false],
    ["nobody", true],
    ["(no)", true],
    ["", false],
  ])("is told by what it says of itself: %s is one: %s", (submitted, is) => {
    expect(isAnswer({ headers: { "Auto-Submitted": submitted } })).toBe(is);
  });

  it.each([
    ["auto_reply", true],
    [" Auto-Reply ", true],
    ["auto", false],
    ["bulk", false],
  ])("is told by its precedence: %s is one: %s", (precedence, is) => {
    expect(isAnswer({ headers: { Precedence: precedence } })).toBe(is);
  });
});

describe("a form that a website sends for somebody", () => {
  const form = {
    from: "Forms@wexcombe.example",
    replyTo: ["joan.whitfield@example.com"],
    headers: { "Auto-Submitted": "auto-generated (website)" },
  };

  it("is that person's mail", () => {
    expect(isAnswer(form)).toBe(false);
  });

  it.each<[string, Given]>([
    ["it gives nobody to answer", { ...form, replyTo: [] }],
    ["it is answered where it came from", { ...form, replyTo: ["web@WEXCOMBE.example"] }],
    ["nobody reads the answer", { ...form, replyTo: ["noreply@forms.example"] }],
    ["nobody is to answer", { ...form, replyTo: ["do-not-reply@forms.example"] }],
    ["nobody is to reply", { ...form, replyTo: ["DoNotReply@forms.example"] }],
    ["nobody may reply", { ...form, replyTo: ["no-reply@forms.example"] }],
    ["it says that it replies", { ...form, headers: { "Auto-Submitted": "auto-replied" } }],
    ["it says so further on", { ...form, headers: { "Auto-Submitted": "x-auto-generated" } }],
  ])("is a machine's when %s", (_when, given) => {
    expect(isAnswer(given)).toBe(true);
  });

  it.each(["List-Id", "List-Unsubscribe", "Precedence", "In-Reply-To", "References"])(
    "is a machine's when it went to many or answers: %s",
    (header) => {
      expect(isAnswer({ ...form, headers: { ...form.headers, [header]: "<x@y>" } })).toBe(true);
    },
  );
});
