import { describe, expect, it } from "vitest";
import { forwardSeparator, separator } from "#api/domain/mail/reply-words.ts";

describe("the ruled line above a quoted mail", () => {
  it.each([
    "Original Message",
    "original e-mail",
    "Original email",
    "Original mail",
    "Original Appointment",
    "Ursprüngliche Nachricht",
    "Ursprüngliche E-Mail",
    "Ursprüngliche Mail",
    "Original-Nachricht",
    "Originalnachricht",
    "Message d'origine",
    "Message d’origine",
    "Message original",
    "Message initial",
    "E-mail d'origine",
    "Courriel d’origine",
    "Mensaje original",
    "Messaggio originale",
    "Mensagem original",
    "Oorspronkelijk bericht",
    "Original meddelande",
    "Ursprungligt meddelande",
    "Oprindelig meddelelse",
    "Oprindelig besked",
    "Oprindelig mail",
    "Opprinnelig melding",
    "Opprinnelig e-post",
    "Alkuperäinen viesti",
    "Wiadomość oryginalna",
    "Oryginalna wiadomość",
    "Treść oryginalnej wiadomości",
    "Původní zpráva",
    "Původní e-mail",
    "Pôvodná správa",
    "Eredeti üzenet",
    "Исходное сообщение",
    "Исходное письмо",
    "Оригинальное сообщение",
    "Вихідне повідомлення",
    "Mesaj original",
    "Mesajul original",
    "özgün ileti",
    "Orijinal mesaj",
    "Αρχικό μήνυμα",
    "原始邮件",
    "原始郵件",
    "元のメッセージ",
    "Originalメッセージ",
    "Original メッセージ",
    "원본 메일",
    "원본메시지",
    "Missatge original",
    "Izvorna poruka",
    "Izvirno sporočilo",
    "Upprunaleg skilaboð",
    "הודעה מקורית",
    "الرسالة الأصلية",
    "Reply above this line",
    "Reply to message",
    "Quoted message",
    "Quoted text",
    "In reply to",
    "Antwort oberhalb",
  ])("says “%s”", (words) => {
    expect(separator.test(`-----${words}-----`)).toBe(true);
    expect(separator.test(`  ==== ${words} ====  `)).toBe(true);
    expect(separator.test(`> __ ${words}`)).toBe(true);
    expect(separator.test(`The ${words}`)).toBe(false);
    expect(separator.test(`-----${words}----- of Tuesday`)).toBe(false);
  });

  it.each([
    "-----Original Message Follows-----",
    "*** original message ends ***",
    "Original message ---",
  ])("may be %j", (line) => {
    expect(separator.test(line)).toBe(true);
  });

  it.each(["Original message", "-----", "- original message -", "Original message --"])(
    "is not %j",
    (line) => {
      expect(separator.test(line)).toBe(false);
    },
  );
});

describe("the line above a mail that somebody passes on", () => {
  it.each([
    "Forwarded message",
    "Forwarded mail",
    "Forwarded by Tom Reed/Wexcombe on 10/11/2026",
    "Weitergeleitete Nachricht",
    "Weitergeleitete Mail",
    "Message transféré",
    "Message transmis",
    "Message réexpédié",
    "Mensaje reenviado",
    "Mensaje remitido",
    "Messaggio inoltrato",
    "Messaggio girato",
    "Mensagem encaminhada",
    "Mensagem reencaminhada",
    "Doorgestuurd bericht",
    "Vidarebefordrat meddelande",
    "Vidarebefordrat mejl",
    "Videresendt meddelelse",
    "Videresendt besked",
    "Videresendt melding",
    "Välitetty viesti",
    "Przekazana wiadomość",
    "Wiadomość przekazana",
    "Forwarded",
    "Přeposlaná zpráva",
    "Preposlaná správa",
    "Továbbított üzenet",
    "Пересылаемое сообщение",
    "Пересланное сообщение",
    "Переслане повідомлення",
    "转发邮件",
    "转发的邮件",
    "轉寄郵件",
    "転送メッセージ",
    "전달된 메시지",
    "iletilen mesaj",
    "Προωθημένο μήνυμα",
    "Mesaj redirecționat",
  ])("is ruled and says “%s”", (words) => {
    expect(forwardSeparator.test(`---------- ${words} ---------`)).toBe(true);
    expect(forwardSeparator.test(` > ==${words}==:`)).toBe(true);
    expect(forwardSeparator.test(words)).toBe(false);
    expect(separator.test(`---------- ${words} ---------`)).toBe(false);
  });

  it.each([
    "Begin forwarded message",
    "Anfang der weitergeleiteten Nachricht",
    "Anfang der weitergeleiteten E-Mail",
    "Début du message réexpédié",
    "Début du message transféré",
    "Inicio del mensaje reenviado",
    "Inizio messaggio inoltrato",
    "Begin doorgestuurd bericht",
    "Início da mensagem encaminhada",
    "Vidarebefordrat brev",
    "Rozpoczęcie przekazanej wiadomości",
    "Start på videresendt besked",
    "Начало переадресованного сообщения",
  ])("says without a rule “%s”", (words) => {
    expect(forwardSeparator.test(words)).toBe(true);
    expect(forwardSeparator.test(`> ${words}: `)).toBe(true);
    expect(forwardSeparator.test(`${words} of Tom`)).toBe(false);
    expect(forwardSeparator.test(`I mean: ${words}`)).toBe(false);
  });
});
