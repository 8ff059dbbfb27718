import { describe, expect, test } from "vitest";
import { newTextOf } from "#api/domain/mail/new-text.ts";

const letter = "The bins were missed.\n\nPlease look into it.";
const cut = (below: string, subject = "Bins"): string =>
  newTextOf({ subject, text: `${letter}\n\n${below}\n` }).text;

describe("what a program adds below a letter", () => {
  test.each([
    "Sent from my mobile. Please excuse brevity.",
    "Sent from my iPad, please excuse typos",
    "From my iPhone 6",
    "Sent securely with Tuta",
    "Sent from the all-new AOL app for iOS",
    "Skickades från min iPhone",
    "Provenance : Courrier pour Windows 10",
    "Obtenez Outlook pour iOS",
    "Pobierz aplikację Outlook dla systemu iOS",
    "Αποκτήστε το Outlook για Android",
    "Android için Outlook’u edinin",
    "取得 Outlook for iOS",
    "Get BlueMail for Android",
    "Trimis din Outlook pentru Android",
    "Az iPhone készülékemről küldve",
    "Išsiųsta iš mano „iPhone“",
    "Anfonwyd o fy iPhone",
    "أرسل من هاتفي Samsung Galaxy",
    "मेरे iPhone से भेजा गया",
    "Virenfrei.www.avast.com",
  ])("is no part of it: %s", (line) => {
    expect(cut(line)).toBe(letter);
  });

  test.each([
    "I read my mail in Outlook on Android and your form does not open there.",
    "The photos were sent from my phone. Please look at them, they show the street.",
    "Ihre Mitarbeiterin hat meine vertrauliche Nachricht weitergegeben.",
    "Diese Wohnung ist feucht, und meine Akte war vertraulich.",
    "Please reply above this line if you can.",
  ])("is told from a person's own words: %s", (line) => {
    expect(cut(line)).toBe(`${letter}\n\n${line}`);
  });
});

describe("the small print of an employer", () => {
  test.each([
    "NOTICE: This email is confidential.",
    "P Please consider the environment before printing this email.",
    "Please do not print this email unless you really need to.",
    "Registered in England and Wales No. 01234567",
    "AVISO LEGAL: Este mensaje contiene información confidencial.",
    "Der Inhalt dieser E-Mail ist vertraulich.",
    "Treść tej wiadomości może zawierać informacje poufne.",
    "Detta meddelande är konfidentiellt.",
    "Denne e-mail er fortrolig og kun for modtageren.",
    "Tämä viesti on luottamuksellinen.",
    "Tato zpráva je důvěrná.",
    "Acest mesaj este confidențial.",
    "Это сообщение является конфиденциальным.",
    "Bu e-posta gizlidir.",
    "Mae'r e-bost hwn yn gyfrinachol.",
  ])("is no part of a letter: %s", (line) => {
    expect(cut(`${line}\nDelete it if it is not for you.`)).toBe(letter);
  });
});

describe("the line that a help desk asks to reply above", () => {
  test.each([
    "##- Please type your reply above this line -##",
    "=-=-= Reply above this line to add a comment =-=-=",
    "--Please reply above this line--",
    "Message du 10/11/26 09:58",
  ])("ends the reply: %s", (line) => {
    expect(cut(`${line}\n\nDear Joan,\nyour request was updated.`, "Re: Bins")).toBe(letter);
  });
});
