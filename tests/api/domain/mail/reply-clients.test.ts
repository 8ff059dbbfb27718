import { describe, expect, test } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const reply = "Thank you.\n\nThat did not help, please look again.";
const earlier = "Dear Joan,\n\nwe are sorry to hear that.\n\nWexcombe Council";
const marked = earlier.replace(/^/gm, "> ");
const sender = "Wexcombe Council <complaints@wexcombe.gov.uk>";

const cut = (above: string, quotation: string): string =>
  newTextOf({ subject: "Re: Bins", text: `${reply}\n\n${above}\n\n${quotation}\n` }).text;

describe("a reply ends where its program introduces the earlier mail", () => {
  test.each([
    ["Lotus Notes in English", "Wexcombe Council wrote on 10/11/2026 09:58:"],
    ["a newsreader", "Wexcombe Council wrote (10 Nov 2026 09:58):"],
    ["a phone that sent it", `On 10-Nov-2026, at 9:58 AM, ${sender} sent:`],
    ["an old Android phone", "---- Wexcombe Council wrote ----"],
    ["Horde in German", `Zitat von ${sender}:`],
    ["Horde in Spanish", `Citando ${sender}:`],
    ["German, to its own writer", "Am 10.11.2026 um 09:58 schrieben Sie:"],
    ["Dutch, name first", "Wexcombe Council schreef op di 10-11-2026 om 09:58 [+0100]:"],
    ["Finnish, name first", "Wexcombe Council kirjoitti 10.11.2026 klo 9.58:"],
    ["Croatian", `uto, 10. stu 2026. u 09:58 ${sender} napisao je:`],
    ["Slovenian", `Oseba ${sender} je dne tor., 10. nov. 2026 ob 09:58 napisala:`],
    ["Bulgarian", "На 10.11.2026 г. в 09:58, Wexcombe Council написа:"],
    ["Estonian", "Kuupäeval 10.11.2026 9:58 kirjutas Wexcombe Council:"],
    ["Albanian", `Më mar., 10 nën 2026 në 09:58 ${sender} ka shkruar:`],
    ["Welsh", "Ar 10/11/2026 09:58, ysgrifennodd Wexcombe Council:"],
    ["Russian by hand", "Вы писали 10 ноября 2026 г., 9:58:12:"],
    ["Russian of 2015", "вторник, 10 ноября 2026 г. пользователь council написал:"],
    ["Korean", "2026. 11. 10. 오전 9:58에 Wexcombe Council 이(가) 쓴 글:"],
    ["Arabic, by Arabic digits", `في ١٠ نوفمبر ٢٠٢٦، كتب ${sender}:`],
    ["GroupWise", `>>> ${sender} 10/11/2026 09:58 >>>`],
    ["Lotus Notes, in one line", "Wexcombe Council ---10/11/2026 09:58:12---Dear Joan, we are"],
  ])("%s", (_client, line) => {
    expect(cut(line, marked)).toBe(reply);
    expect(cut(line, earlier)).toBe(reply);
  });

  test.each([
    ["Welsh", "Oddi wrth", "Anfonwyd", "At", "Pwnc"],
    ["Bulgarian", "От", "Изпратено", "До", "Относно"],
    ["Catalan", "De", "Enviat el", "Per a", "Tema"],
    ["Latvian", "No", "Nosūtīts", "Kam", "Tēma"],
    ["Lithuanian", "Nuo", "Išsiųsta", "Kam", "Tema"],
    ["Serbian", "Од", "Послато", "За", "Тема"],
    ["Russian of mail.ru", "От кого", "Дата", "Кому", "Тема"],
    ["Thai", "จาก", "ส่ง", "ถึง", "เรื่อง"],
    ["Vietnamese", "Từ", "Đã gửi", "Đến", "Chủ đề"],
    ["Indonesian", "Dari", "Dikirim", "Kepada", "Subjek"],
    ["Hindi", "प्रेषक", "भेजा गया", "प्रति", "विषय"],
    ["French of Thunderbird", "De", "Date", "Pour", "Sujet"],
  ])("%s, by the head of that mail", (_client, ...[from, date, to, subject]) => {
    const head = `${from}: ${sender}\n${date}: 10/11/2026 09:58\n${to}: Joan\n${subject}: Bins`;
    expect(cut(head, earlier)).toBe(reply);
  });

  test.each([
    ["a head of two lines", "From: Wexcombe Council\nSent: Tuesday, 10 November 2026"],
    ["a separator of other strokes", "‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐"],
    ["a separator in Bulgarian", "-----Оригинално съобщение-----"],
    ["a separator in Turkish capitals", "-----Orijinal İleti-----"],
    ["a separator with entities left in it", "------&nbsp;原始邮件&nbsp;------"],
    [
      "a separator of any language above a head",
      `----- Y neges gynharach -----\nFrom: ${sender}\nSubject: Bins`,
    ],
  ])("any program, by %s", (_what, separator) => {
    expect(cut(separator, earlier)).toBe(reply);
  });
});

describe("a name and a verb above marked lines", () => {
  test.each(["Joan Whitfield wrote:", "Anna van den Berg schreef:", "Jean-Luc Picard a écrit :"])(
    "introduce what is quoted: %s",
    (line) => {
      expect(cut(line, marked)).toBe(reply);
      expect(cut(line, earlier)).toContain(line);
    },
  );

  test("are the writer's own within a sentence", () => {
    const text = "Please see what Joan wrote:";
    expect(newTextOf({ subject: "Re: Bins", text: `${text}\n${marked}` }).text).toBe(text);
  });
});

describe("a first mail that tells who wrote what is nobody's reply", () => {
  test.each([
    "Your officer wrote on 10/11/2026 09:58:\nwe will not come.\nThat is not good enough.",
    "----- Our street -----\nThe bins are full.",
  ])("%s", (text) => {
    expect(newTextOf({ subject: "Bins", text }).text).toBe(text);
  });
});

test("a line as long as the heading above it begins no signature", () => {
  const text = "What went wrong\n===============\nSee www.example.com/photos for the bins.";
  expect(newTextOf({ subject: "Bins", text: `Hello.\n\n${text}` }).text).toBe(`Hello.\n\n${text}`);
});
