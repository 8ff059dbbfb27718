import { describe, expect, test } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const reply = "The bins were missed again today.";
const earlier = "Dear Joan,\n\nThank you for writing to us.";
const quoted = earlier.replace(/^/gm, "> ");

/** The line or lines that a mail program puts above what it quotes. */
const attributions: readonly (readonly [client: string, line: string])[] = [
  ["Gmail", "On Tue, Nov 10, 2026 at 9:58 AM Wexcombe Council <complaints@wexcombe.gov.uk> wrote:"],
  [
    "Gmail, broken in two",
    "On Tue, Nov 10, 2026 at 9:58 AM Wexcombe Council <\ncomplaints@wexcombe.gov.uk> wrote:",
  ],
  [
    "Gmail, broken in three",
    "On Tue, Nov 10, 2026 at 9:58 AM Wexcombe Council <\ncomplaints@wexcombe.gov.uk>\nwrote:",
  ],
  ["Gmail of 2011", "2026/11/10 Wexcombe Council <complaints@wexcombe.gov.uk>"],
  ["Gmail of 2014", "2026-11-10 9:58 GMT+00:00 Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  ["Apple Mail", "On 10 Nov 2026, at 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> wrote:"],
  ["Thunderbird", "On 10/11/2026 09:58, Wexcombe Council wrote:"],
  [
    "Yahoo",
    "On Tuesday, 10 November 2026 at 09:58:12 GMT, Wexcombe Council <complaints@wexcombe.gov.uk> wrote:",
  ],
  [
    "a program with dashes",
    "--- On Tue, 10/11/26, Wexcombe Council <complaints@wexcombe.gov.uk> wrote:",
  ],
  ["a program with more dashes", "------On 12/29/2026 17:32, Wexcombe Council wrote-----"],
  ["name first", "Wexcombe Council <complaints@wexcombe.gov.uk> wrote on 10 Nov 2026 09:58:"],
  ["name and address only", "Wexcombe Council <complaints@wexcombe.gov.uk> wrote:"],
  ["Samsung", "On 10 Nov 2026 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> sent:"],
  ["Horde", "Quoting Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  [
    "French",
    "Le mar. 10 nov. 2026 à 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> a écrit :",
  ],
  [
    "French, broken",
    "Le mar. 10 nov. 2026 à 09:58, Wexcombe Council <complaints@wexcombe.gov.uk>\na écrit :",
  ],
  [
    "German",
    "Am Di., 10. Nov. 2026 um 09:58 Uhr schrieb Wexcombe Council <complaints@wexcombe.gov.uk>:",
  ],
  ["German, Apple", "Am 10.11.2026 um 09:58 schrieb Wexcombe Council:"],
  [
    "German, name first",
    "Wexcombe Council <complaints@wexcombe.gov.uk> schrieb am 10.11.2026 09:58:",
  ],
  [
    "Spanish",
    "El mar, 10 nov 2026 a las 9:58, Wexcombe Council (<complaints@wexcombe.gov.uk>) escribió:",
  ],
  [
    "Italian",
    "Il giorno mar 10 nov 2026 alle ore 09:58 Wexcombe Council <complaints@wexcombe.gov.uk> ha scritto:",
  ],
  [
    "Portuguese",
    "Em ter., 10 de nov. de 2026 às 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> escreveu:",
  ],
  ["Dutch", "Op di 10 nov. 2026 om 09:58 schreef Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  [
    "Dutch, Apple",
    "Op 10 nov. 2026, om 09:58 heeft Wexcombe Council <complaints@wexcombe.gov.uk> het volgende geschreven:",
  ],
  ["Polish", "wt., 10 lis 2026 o 09:58 Wexcombe Council <complaints@wexcombe.gov.uk> napisał(a):"],
  ["Polish, Thunderbird", "W dniu 10.11.2026 o 09:58, Wexcombe Council pisze:"],
  [
    "Polish, Apple",
    "Wiadomość napisana przez Wexcombe Council <complaints@wexcombe.gov.uk> w dniu 10.11.2026, o godz. 09:58:",
  ],
  ["Swedish", "Den tis 10 nov. 2026 kl 09:58 skrev Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  [
    "Danish",
    "Den tir. 10. nov. 2026 kl. 09.58 skrev Wexcombe Council <complaints@wexcombe.gov.uk>:",
  ],
  [
    "Norwegian",
    "tir. 10. nov. 2026 kl. 09:58 skrev Wexcombe Council <complaints@wexcombe.gov.uk>:",
  ],
  [
    "Finnish",
    "ti 10. marrask. 2026 klo 9.58 Wexcombe Council (complaints@wexcombe.gov.uk) kirjoitti:",
  ],
  [
    "Czech",
    "út 10. 11. 2026 v 9:58 odesílatel Wexcombe Council <complaints@wexcombe.gov.uk> napsal:",
  ],
  ["Slovak", "ut 10. 11. 2026 o 9:58 Wexcombe Council <complaints@wexcombe.gov.uk> napísal(a):"],
  [
    "Hungarian",
    "Wexcombe Council <complaints@wexcombe.gov.uk> ezt írta (időpont: 2026. nov. 10., K, 9:58):",
  ],
  [
    "Romanian",
    "În mar., 10 nov. 2026 la 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> a scris:",
  ],
  [
    "Bulgarian",
    "На вт, 10.11.2026 г. в 9:58 ч. Wexcombe Council <complaints@wexcombe.gov.uk> написа:",
  ],
  ["Russian", "вт, 10 нояб. 2026 г. в 09:58, Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  ["Russian, Thunderbird", "10.11.2026 09:58, Wexcombe Council пишет:"],
  [
    "Russian, Apple",
    "10 нояб. 2026 г., в 09:58, Wexcombe Council <complaints@wexcombe.gov.uk> написал(а):",
  ],
  ["Ukrainian", "вт, 10 лист. 2026 р. о 09:58 Wexcombe Council <complaints@wexcombe.gov.uk> пише:"],
  [
    "Greek",
    "Στις Τρί 10 Νοε 2026 στις 9:58 π.μ., ο/η Wexcombe Council <complaints@wexcombe.gov.uk> έγραψε:",
  ],
  [
    "Turkish",
    "Wexcombe Council <complaints@wexcombe.gov.uk>, 10 Kas 2026 Sal, 09:58 tarihinde şunu yazdı:",
  ],
  ["Lithuanian", "2026-11-10, an, 09:58 Wexcombe Council <complaints@wexcombe.gov.uk> rašė:"],
  ["Japanese", "2026年11月10日(火) 9:58 Wexcombe Council <complaints@wexcombe.gov.uk>:"],
  ["Japanese, Apple", "2026/11/10 9:58、Wexcombe Council <complaints@wexcombe.gov.uk>のメール:"],
  ["Chinese", "Wexcombe Council <complaints@wexcombe.gov.uk> 于2026年11月10日周二 09:58写道："],
  [
    "Chinese, Apple",
    "在 2026年11月10日，09:58，Wexcombe Council <complaints@wexcombe.gov.uk> 写道：",
  ],
  [
    "Chinese, traditional",
    "Wexcombe Council <complaints@wexcombe.gov.uk> 於 2026年11月10日 週二 上午9:58寫道：",
  ],
  [
    "Korean",
    "2026년 11월 10일 (화) 오전 9:58, Wexcombe Council <complaints@wexcombe.gov.uk>님이 작성:",
  ],
  [
    "Vietnamese",
    "Vào Th 3, 10 thg 11, 2026 vào lúc 09:58 Wexcombe Council <complaints@wexcombe.gov.uk> đã viết:",
  ],
  [
    "Hebrew",
    "‫בתאריך יום ג׳, 10 בנוב׳ 2026 ב-9:58 מאת ‪Wexcombe Council‬‏ <‪complaints@wexcombe.gov.uk‬‏>:‬",
  ],
];

/** The head of the earlier mail as Outlook repeats it. */
const heads: readonly (readonly [client: string, head: string])[] = [
  [
    "Outlook",
    "From: Wexcombe Council <complaints@wexcombe.gov.uk>\nSent: 10 November 2026 09:58\nTo: Joan Whitfield\nSubject: RE: Bins",
  ],
  [
    "Outlook with a rule",
    "________________________________\nFrom: Wexcombe Council <complaints@wexcombe.gov.uk>\nSent: 10 November 2026 09:58\nTo: Joan Whitfield\nSubject: RE: Bins",
  ],
  [
    "Outlook Express",
    "-----Original Message-----\nFrom: complaints@wexcombe.gov.uk\nSent: 10 November 2026 09:58\nTo: Joan Whitfield\nSubject: RE: Bins",
  ],
  [
    "a phone",
    "-------- Original message --------\nFrom: Wexcombe Council <complaints@wexcombe.gov.uk>\nDate: 10/11/2026 09:58 (GMT+00:00)\nTo: joan@example.com\nSubject: Bins",
  ],
  ["a bare separator", "-----Original Message-----\n"],
  [
    "bold labels",
    "*From:* Wexcombe Council [mailto:\ncomplaints@wexcombe.gov.uk]\n*Sent:* 10 November 2026 09:58\n*To:* Joan\n*Subject:* Bins",
  ],
  [
    "bold labels with blank lines",
    "**From:** Wexcombe Council <complaints@wexcombe.gov.uk>\n\n**Sent:** 10 November 2026 09:58\n\n**To:** Joan\n\n**Subject:** Bins",
  ],
  [
    "date first",
    "Date: Tue, 10 Nov 2026 09:58:00 +0000\nFrom: complaints@wexcombe.gov.uk\nTo: joan@example.com\nSubject: Bins",
  ],
  [
    "German",
    "Von: Wexcombe Council <complaints@wexcombe.gov.uk>\nGesendet: Dienstag, 10. November 2026 09:58\nAn: Joan\nBetreff: Bins",
  ],
  [
    "German separator",
    "-----Ursprüngliche Nachricht-----\nVon: complaints@wexcombe.gov.uk\nGesendet: 10.11.2026",
  ],
  [
    "French",
    "De : Wexcombe Council [mailto:complaints@wexcombe.gov.uk]\nEnvoyé : mardi 10 novembre 2026 09:58\nÀ : Joan\nObjet : Bins",
  ],
  [
    "Spanish",
    "De: Wexcombe Council <complaints@wexcombe.gov.uk>\nEnviado: martes, 10 de noviembre de 2026 9:58\nPara: Joan\nAsunto: Bins",
  ],
  [
    "Italian",
    "Da: Wexcombe Council <complaints@wexcombe.gov.uk>\nInviato: martedì 10 novembre 2026 09:58\nA: Joan\nOggetto: Bins",
  ],
  [
    "Dutch",
    "Van: Wexcombe Council <complaints@wexcombe.gov.uk>\nVerzonden: dinsdag 10 november 2026 09:58\nAan: Joan\nOnderwerp: Bins",
  ],
  [
    "Polish",
    "Od: Wexcombe Council <complaints@wexcombe.gov.uk>\nWysłano: wtorek, 10 listopada 2026 09:58\nDo: Joan\nTemat: Bins",
  ],
  [
    "Portuguese",
    "De: Wexcombe Council <complaints@wexcombe.gov.uk>\nEnviado: terça-feira, 10 de novembro de 2026 09:58\nPara: Joan\nAssunto: Bins",
  ],
  [
    "Swedish",
    "Från: Wexcombe Council <complaints@wexcombe.gov.uk>\nSkickat: den 10 november 2026 09:58\nTill: Joan\nÄmne: Bins",
  ],
  [
    "Danish",
    "Fra: Wexcombe Council <complaints@wexcombe.gov.uk>\nSendt: 10. november 2026 09:58\nTil: Joan\nEmne: Bins",
  ],
  [
    "Finnish",
    "Lähettäjä: Wexcombe Council <complaints@wexcombe.gov.uk>\nLähetetty: tiistai 10. marraskuuta 2026 9.58\nVastaanottaja: Joan\nAihe: Bins",
  ],
  [
    "Czech",
    "Od: Wexcombe Council <complaints@wexcombe.gov.uk>\nOdesláno: úterý 10. listopadu 2026 9:58\nKomu: Joan\nPředmět: Bins",
  ],
  [
    "Hungarian",
    "Feladó: Wexcombe Council <complaints@wexcombe.gov.uk>\nElküldve: 2026. november 10. 9:58\nCímzett: Joan\nTárgy: Bins",
  ],
  [
    "Russian",
    "От: Wexcombe Council <complaints@wexcombe.gov.uk>\nОтправлено: 10 ноября 2026 г. 9:58\nКому: Joan\nТема: Bins",
  ],
  [
    "Turkish",
    "Kimden: Wexcombe Council <complaints@wexcombe.gov.uk>\nGönderildi: 10 Kasım 2026 Salı 09:58\nKime: Joan\nKonu: Bins",
  ],
  [
    "Greek",
    "Από: Wexcombe Council <complaints@wexcombe.gov.uk>\nΣτάλθηκε: Τρίτη, 10 Νοεμβρίου 2026 9:58\nΠρος: Joan\nΘέμα: Bins",
  ],
  [
    "Chinese",
    "发件人: Wexcombe Council <complaints@wexcombe.gov.uk>\n发送时间: 2026年11月10日 9:58\n收件人: Joan\n主题: Bins",
  ],
  [
    "Japanese",
    "差出人: Wexcombe Council <complaints@wexcombe.gov.uk>\n送信日時: 2026年11月10日 9:58\n宛先: Joan\n件名: Bins",
  ],
  [
    "Korean",
    "보낸 사람: Wexcombe Council <complaints@wexcombe.gov.uk>\n보낸 날짜: 2026년 11월 10일 9:58\n받는 사람: Joan\n제목: Bins",
  ],
];

const devices = [
  "Sent from my iPhone",
  "Sent from my Samsung Galaxy smartphone.",
  "Sent from Outlook for Android<https://aka.ms/x>",
  "Get Outlook for iOS",
  "Sent from Mail for Windows",
  "Sent via BT Email App",
  "Sent from Yahoo Mail on Android",
  "Von meinem iPhone gesendet",
  "Gesendet von Mail für Windows 10",
  "Envoyé de mon iPhone",
  "Enviado desde mi iPhone",
  "Enviado do meu iPhone",
  "Inviato da iPhone",
  "Verstuurd vanaf mijn iPhone",
  "Wysłane z iPhone'a",
  "Skickat från min iPhone",
  "Sendt fra min iPhone",
  "Lähetetty iPhonesta",
  "Odesláno z iPhonu",
  "Отправлено с iPhone",
  "iPhoneから送信",
  "发自我的iPhone",
  "從我的iPhone傳送",
  "나의 iPhone에서 보냄",
  "iPhone'umdan gönderildi",
  "Virus-free.www.avast.com",
];

const cut = (text: string, subject = "Re: Bins"): string => newTextOf({ subject, text }).text;

describe("the new text of a reply", () => {
  test.each(attributions)("ends where %s introduces a marked quotation", (_client, line) => {
    expect(cut(`${reply}\n\n${line}\n\n${quoted}\n`)).toBe(reply);
  });

  test.each(attributions.filter(([client]) => !["Gmail of 2011", "Samsung"].includes(client)))(
    "ends where %s introduces a quotation without marks",
    (_client, line) => {
      expect(cut(`${reply}\n\n${line}\n\n${earlier}\n`)).toBe(reply);
    },
  );

  test.each(heads)("ends at the repeated head of an earlier mail: %s", (_client, head) => {
    expect(cut(`${reply}\n\n${head}\n\n${earlier}\n`)).toBe(reply);
    expect(cut(`${reply}\n${head.replace(/^/gm, "> ")}\n${quoted}`)).toBe(reply);
  });

  test.each(devices)("leaves out what a program adds: %s", (line) => {
    expect(cut(`${reply}\n\n${line}\n`, "Bins")).toBe(reply);
    expect(cut(`${reply}\n\n${line}\n\n${attributions[0]?.[1] ?? ""}\n\n${quoted}`)).toBe(reply);
  });

  test("is kept below and between the quoted lines that it answers", () => {
    const text = `On 10/11/2026 09:58, Wexcombe Council wrote:\n> Which day was it?\n\nTuesday.\n\n> And which bin?\n\nThe green one.\n`;
    expect(cut(text)).toBe("Tuesday.\n\nThe green one.");
  });

  test("is not interrupted by the loose end of a long quoted line", () => {
    const text = `${reply}\n\n> We are sorry that your collection was missed and we will send the crew\nagain tomorrow.\n> Wexcombe\n`;
    expect(cut(text)).toBe(reply);
  });

  test("is found when it shares its line with what introduces the quotation", () => {
    const line = "On Wed, 11 Nov 2026 at 15:59, complaints@wexcombe.gov.uk wrote:";
    expect(cut(`Thank you. ${line}\n${quoted}`)).toBe("Thank you.");
  });

  test("is empty when nothing was added to a reply", () => {
    expect(cut(`\n\n${attributions[0]?.[1] ?? ""}\n\n${quoted}`)).toBe("");
  });
});

describe("a mail that somebody passes on", () => {
  const forwarded = `---------- Forwarded message ---------\nFrom: Joan <joan@example.com>\nDate: Tue, 10 Nov 2026\nSubject: Bins\nTo: Cllr Shah\n\n${reply}`;

  test("is their text when they add nothing", () => {
    expect(cut(forwarded, "Fwd: Bins")).toBe(forwarded);
    expect(cut(`> ${reply}`, "Fw: Bins")).toBe(reply);
  });

  test("is left out when they say something about it", () => {
    expect(cut(`Please look into this.\n\n${forwarded}`, "Fwd: Bins")).toBe(
      "Please look into this.",
    );
  });

  test("is theirs too when it was pasted into a mail of their own", () => {
    expect(cut(`${heads[0]?.[1] ?? ""}\n\n${reply}`, "Bins")).toContain(reply);
  });
});

describe("what a person tells", () => {
  test.each([
    [
      "a story that quotes somebody",
      "On Monday your officer wrote:\nwe will not come.\nThat is not good enough.",
    ],
    [
      "a date in a letter",
      "On 3 November 2026 the crew missed us.\nOn 10 November they missed us again.",
    ],
    ["labels of their own", "From: the bottom of my heart\nThank you to the crew."],
    [
      "where they sent it from",
      "Look at this.\n\nSent from my desk, because your phone line is always busy.",
    ],
    ["arrows", "Visit us:\n5 > 3 and 3 < 5"],
    ["a rule between paragraphs", "First point.\n\n---\n\nSecond point, which matters more."],
    [
      "that a mail was sent from a phone",
      "I sent from my phone three photos.\nPlease look at them.",
    ],
    ["an address block", "To: the manager\nI want to complain about my bins."],
  ])("stays whole: %s", (_what, text) => {
    expect(cut(text, "Bins")).toBe(text);
  });
});

describe("a signature", () => {
  test.each([
    ["the standard delimiter", `${reply}\n\n-- \nJoan Whitfield\n4 Quay Street\nTel 01632 960123`],
    ["a delimiter without its blank", `${reply}\n--\nJoan`],
    [
      "small print",
      `${reply}\n\nThis email and any files transmitted with it are confidential and intended solely for the addressee.\nIf you have received it in error, delete it.`,
    ],
    ["a notice", `${reply}\n\nCONFIDENTIALITY NOTICE: for the addressee only.`],
    [
      "a list's footer",
      `${reply}\n\n_______________________________________________\nresidents mailing list\nhttps://lists.example.org/residents`,
    ],
  ])("is kept apart: %s", (_what, text) => {
    const parts = newTextOf({ subject: "Bins", text });
    expect(parts.text).toBe(reply);
    expect(parts.signature).not.toBe("");
  });

  test("does not take a long letter below two dashes along", () => {
    const letter = Array.from(
      { length: 30 },
      (_, day) => `On day ${day} the bins were missed.`,
    ).join("\n");
    expect(cut(`${reply}\n--\n${letter}`, "Bins")).toBe(`${reply}\n--\n${letter}`);
  });

  test("leaves the name under the closing words, which belongs to the letter", () => {
    expect(cut(`${reply}\n\nKind regards,\nJoan Whitfield`, "Bins")).toContain("Joan Whitfield");
  });
});

describe("the warning of a mail gateway", () => {
  test.each([
    "CAUTION: This email originated from outside of the organisation. Do not click links unless you recognise the sender.",
    "[EXTERNAL EMAIL]\nThis message was sent from outside the Council. Be careful.",
    "***WARNING*** This email is from an external sender",
  ])("is not what the writer wrote: %s", (warning) => {
    expect(cut(`${warning}\n\n${reply}`, "Bins")).toBe(reply);
  });

  test("is told from a person's own warning", () => {
    const text = "Warning: the path by the school is icy.\n\nPlease grit it.";
    expect(cut(text, "Ice")).toBe(text);
  });
});

describe("a text of any size", () => {
  test.each([
    ["angle brackets", ">".repeat(500_000)],
    ["quoted lines", "> a\nb\n".repeat(50_000)],
    ["rules", "________________\n".repeat(30_000)],
    ["labels", "From: a\n".repeat(50_000)],
    ["openings", "On 1 at 1:00 a@b.c\n".repeat(20_000)],
    ["blank lines", "\n".repeat(500_000)],
    ["one endless line", "On ".repeat(200_000)],
    ["spaces", " ".repeat(500_000)],
  ])("is read to an end: %s", (_what, text) => {
    expect(cut(`${reply}\n\n${text}`, "Bins")).toContain(reply);
  });
});
