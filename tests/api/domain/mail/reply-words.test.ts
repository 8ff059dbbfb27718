import { describe, expect, it } from "vitest";
import { headerLabelOf } from "#api/domain/mail/reply-words.ts";

/** Of the words for each label, those that are known for it. */
const labelled = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(words).map(([label, each]) => [
      label,
      each
        .split("|")
        .filter((word) => headerLabelOf(`${word}: Wexcombe`) === label)
        .join("|"),
    ]),
  );

describe("the labels of a repeated head", () => {
  it.each<[language: string, words: Readonly<Record<string, string>>]>([
    [
      "English",
      {
        from: "From",
        date: "Sent|Date",
        to: "To",
        subject: "Subject|Re",
        copy: "Cc|Reply-To|Importance|Priority|Attachment|Attachments",
      },
    ],
    [
      "German",
      {
        from: "Von|Absender",
        date: "Gesendet|Gesendet am|Datum",
        to: "An|Empfänger|Zu",
        subject: "Betreff",
        copy: "Kopie|Anlagen|Wichtigkeit",
      },
    ],
    [
      "French",
      {
        from: "De|Expéditeur",
        date: "Envoyé|Envoyé le",
        to: "À|A|Pour|Destinataire",
        subject: "Objet",
        copy: "Copie à|Pièces jointes",
      },
    ],
    [
      "Spanish",
      {
        from: "De|Desde|Remitente",
        date: "Enviado|Enviado el|Fecha",
        to: "Para|Destinatario",
        subject: "Asunto",
        copy: "Copia",
      },
    ],
    [
      "Portuguese",
      {
        from: "De",
        date: "Enviada em|Enviado em|Data",
        to: "Para",
        subject: "Assunto",
        copy: "Cópia",
      },
    ],
    [
      "Italian",
      { from: "Da|Mittente", date: "Inviato|Data", to: "A|Per", subject: "Oggetto", copy: "CC a" },
    ],
    ["Catalan", { from: "De", date: "Enviado", to: "Per", subject: "Assumpte" }],
    ["Romanian", { from: "De la", date: "Trimis", to: "Către", subject: "Subiect" }],
    [
      "Dutch",
      {
        from: "Van|Afzender",
        date: "Verzonden|Verstuurd|Datum",
        to: "Aan|Voor",
        subject: "Onderwerp|Antwoord",
      },
    ],
    ["Swedish", { from: "Från", date: "Skickat", to: "Till", subject: "Ämne", copy: "Kopia" }],
    [
      "Danish and Norwegian",
      { from: "Fra|Avsender", date: "Sendt|Dato", to: "Til", subject: "Emne", copy: "Kopi" },
    ],
    ["Icelandic", { from: "Frá", date: "Dato", to: "Til", subject: "Efni" }],
    [
      "Finnish",
      {
        from: "Lähettäjä|Lähetti",
        date: "Lähetetty|Päivämäärä|Päiväys",
        to: "Vastaanottaja",
        subject: "Aihe",
        copy: "Kopio",
      },
    ],
    ["Estonian", { from: "Saatja", date: "Saadetud", to: "Kellele", subject: "Re" }],
    ["Latvian", { from: "No", date: "Date", to: "Kam", subject: "Re" }],
    ["Lithuanian", { from: "Nuo", date: "Data", to: "Kam", subject: "Re" }],
    [
      "Polish",
      {
        from: "Od|Nadawca",
        date: "Wysłano|Wysłane|Data wysłania|Data",
        to: "Do",
        subject: "Temat",
      },
    ],
    [
      "Czech",
      {
        from: "Od|Odesílatel",
        date: "Odesláno|Datum|Kdy",
        to: "Komu",
        subject: "Předmět",
      },
    ],
    [
      "Slovak",
      { from: "Od|Odosielateľ", date: "Odoslané|Dátum", to: "Komu|Pre", subject: "Predmet" },
    ],
    ["Slovene", { from: "Od|Od kogo", date: "Poslano", to: "Za", subject: "Zadeva" }],
    [
      "Croatian",
      { from: "Šalje|Od", date: "Poslano|Datum", to: "Prima|Za", subject: "Naslov|Predmet" },
    ],
    [
      "Hungarian",
      {
        from: "Feladó",
        date: "Elküldve|Küldés dátuma|Dátum",
        to: "Címzett",
        subject: "Tárgy",
        copy: "Másolatot kap",
      },
    ],
    [
      "Russian",
      {
        from: "От|Отправитель",
        date: "Отправлено|Дата",
        to: "Кому",
        subject: "Тема",
        copy: "Копия",
      },
    ],
    [
      "Ukrainian",
      { from: "Від", date: "Надіслано", to: "До|Кому", subject: "Тема", copy: "Копія" },
    ],
    [
      "Greek",
      {
        from: "Από|Αποστολέας",
        date: "Εστάλη|Στάλθηκε|Ημερομηνία",
        to: "Προς",
        subject: "Θέμα",
        copy: "Κοιν|Κοιν.",
      },
    ],
    [
      "Turkish",
      {
        from: "Kimden|Gönderen",
        date: "Gönderilme Tarihi|Gönderildi|Tarih",
        to: "Kime|Alıcı",
        subject: "Konu",
        copy: "Bilgi",
      },
    ],
    ["Hebrew", { from: "מאת", date: "נשלח|תאריך", to: "אל", subject: "נושא" }],
    ["Arabic", { from: "من", date: "التاريخ", to: "إلى", subject: "الموضوع" }],
    [
      "Chinese",
      {
        from: "发件人|發件人|寄件者|寄件人",
        date: "发送时间|發送時間|日期|传送时间",
        to: "收件人|收件者",
        subject: "主题|主題|主旨|标题",
        copy: "抄送|副本",
      },
    ],
    [
      "Japanese",
      { from: "差出人|送信者", date: "送信日時|送信|日付|日時", to: "宛先", subject: "件名" },
    ],
    [
      "Korean",
      {
        from: "보낸 사람|보낸사람|발신인|발신|보낸이",
        date: "보낸 날짜|보낸날짜|날짜|발신일",
        to: "받는 사람|받는사람|수신|받는이",
        subject: "제목",
        copy: "참조",
      },
    ],
  ])("are read in %s", (_language, words) => {
    expect(labelled(words)).toEqual(words);
  });

  it.each([
    ["From:", "from"],
    ["FROM: Wexcombe", "from"],
    ["From:Wexcombe", "from"],
    ["From : Wexcombe", "from"],
    ["  From\u00a0: Wexcombe", "from"],
    ["> From: Wexcombe", "from"],
    ["| From: Wexcombe", "from"],
    ["*From:* Wexcombe", "from"],
    ["**Sent**: Tuesday", "date"],
    ["_To:_ Joan", "to"],
    ["主题：垃圾", "subject"],
    [`Subject: ${"a".repeat(591)}`, "subject"],
    [`Cc${" ".repeat(4)}: Joan`, "copy"],
  ])("may be written %j", (line, label) => {
    expect(headerLabelOf(line)).toBe(label);
  });

  it.each([
    "From the council",
    "The letter is from: Wexcombe",
    "Fromage: 2 kg",
    "Today: nothing",
    "To my neighbours and to everybody else in Mill Lane: hello",
    "From, to: both",
    `Subject: ${"a".repeat(592)}`,
    "",
  ])("are no other words: %j", (line) => {
    expect(headerLabelOf(line)).toBeUndefined();
  });
});
