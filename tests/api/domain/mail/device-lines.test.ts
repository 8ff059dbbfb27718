import { describe, expect, it } from "vitest";
import { cutSignature } from "#api/domain/mail/signature.ts";

const letter = "The bins were missed again today.";

describe("the line that a phone or a mail program adds", () => {
  it.each([
    "Sent from my iPhone",
    "Sent via BT Email App",
    "Sent by Proton Mail.",
    "sent using Zoho Mail",
    "Sent with AquaMail for Android",
    "<Sent from my iPad>",
    "*Sent from my Galaxy*",
    "[Sent from Outlook for iOS]",
    "Sent from AT&T Yahoo Mail on Android",
    "Sent from Outlook for Android<https://aka.ms/AAb9ysg>",
    "Sent from Proton Mail (https://proton.me)",
    "Get Outlook for Android<https://aka.ms/AAb9ysg>",
    "Outlook für Android herunterladen",
    "Outlook pour iOS",
    "Outlook para Android",
    "Outlook per iOS",
    "Outlook voor Android",
    "Outlook til iOS",
    "Outlook till Android",
    "Télécharger Outlook pour Android",
    "Holen Sie sich Outlook für iOS",
    "Obtener Outlook para Android",
    "Obtenga Outlook para iOS",
    "Scarica Outlook per Android",
    "Download Outlook voor iOS",
    "Baixar Outlook para Android",
    "Obter Outlook para iOS",
    "Pobierz Outlook dla Androida",
    "Hämta Outlook för iOS",
    "Hent Outlook til Android",
    "Скачать Outlook для iOS",
    "Загрузить Outlook для iOS",
    "Von meinem iPhone gesendet",
    "Gesendet von Mail für Windows 10",
    "Gesendet mit der GMX Mail App",
    "Gesendet aus Outlook Mobile",
    "Gesendet über Samsung Galaxy",
    "Diese Nachricht wurde von meinem Android-Mobiltelefon gesendet",
    "Versendet mit der WEB.DE App vom Handy",
    "Envoyé de mon iPhone",
    "Envoyé depuis l'application Mail Orange",
    "Envoyé à partir de Outlook",
    "Envoyé par mon Samsung",
    "Envoyé avec la messagerie ProtonMail",
    "Envoyé via BlackBerry",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Enviado a partir do Outlook",
    "Enviada pelo Yahoo Mail",
    "Inviato da iPhone",
    "Inviato dal mio telefono",
    "Inviato con Libero Mail",
    "Inviata tramite Tiscali",
    "Verzonden vanaf mijn iPhone",
    "Verzonden met Outlook",
    "Verstuurd via Ziggo",
    "Wysłano z iPhone'a",
    "Wysłane z aplikacji WP",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Sendt via Telenor",
    "Lähetetty iPhonesta",
    "Odesláno z iPhonu",
    "Odoslané z iPhonu",
    "Trimis de pe iPhone",
    "Изпратено от iPhone",
    "Отправлено с iPhone",
    "Отправлено из Почты",
    "Надіслано з iPhone",
    "Відправлено з iPhone",
    "Στάλθηκε από το iPhone μου",
    "Poslano s iPhonea",
    "Küldve az iPhone-omról",
    "Elküldve az iPhone-omról",
    "Saadetud minu iPhone'ist",
    "Enviat des del meu iPhone",
    "iPhoneから送信",
    "スマートフォンから送信",
    "发自我的iPhone",
    "從我的iPhone傳送",
    "从我的华为手机发送",
    "傳送自我的iPhone",
    "來自我的iPhone",
    "나의 iPhone에서 보냄",
    "iPhone'dan gönderildi",
    "iPhone’umdan gönderildi",
    "Gửi từ iPhone của tôi",
    "נשלח מה-iPhone שלי",
    "أرسلت من الـ iPhone",
    "ส่งจาก iPhone ของฉัน",
    "Dikirim dari iPhone saya",
    "This message was sent from my phone, please excuse the brevity",
    "Virus-free.www.avg.com",
    "This email has been checked for viruses by Avast",
    "This e-mail has been scanned by QuayNet",
    "Diese E-Mail wurde von Avast geprüft",
    "Garanti sans virus. www.avast.com",
    "Libre de virus. www.avast.com",
    "Mail priva di virus. www.avast.com",
    "Virusvrij. www.avast.com",
    "Scanned by MailGuard",
    "This message has been scanned for malware",
    "  Sent from my iPhone",
    "  Get Outlook for iOS",
  ])("is no part of the letter: %s", (line) => {
    expect(cutSignature(`${letter}\n\n${line}`)).toEqual({
      text: letter,
      signature: line.trim(),
    });
  });

  it("takes along up to three lines below it", () => {
    const added = "Sent from my iPhone\nJoan\n\nhttps://quay.example";
    expect(cutSignature(`${letter}\n${added}`)).toEqual({ text: letter, signature: added });
    const text = `${letter}\nSent from my iPhone\nJoan\nChair\nQuay Street\nWexcombe`;
    expect(cutSignature(text)).toEqual({ text, signature: "" });
  });

  it("may stand above and below others of its kind, and above a signature", () => {
    const added =
      "Sent from my iPhone\n\nGet Outlook for iOS\nor Android\n\nVirus-free.www.avast.com\n--\nJoan";
    expect(cutSignature(`${letter}\n\n${added}`)).toEqual({ text: letter, signature: added });
  });

  it("may be all that there is", () => {
    expect(cutSignature("Sent from my iPhone")).toEqual({
      text: "",
      signature: "Sent from my iPhone",
    });
  });

  it.each([
    "I sent from my iPhone a picture.",
    "Sent from the office",
    "Sent from my desk, because your phone line is always busy; nobody ever answers it, so there",
    "Von der Tonne fehlt der Deckel",
    "Enviadores no vienen",
    "This message was sent from our house",
    `This message was sent from my neighbour's computer, since mine is broken${" and so on".repeat(9)}`,
    "It was scanned by you",
  ])("is not what somebody says: %s", (line) => {
    const text = `${letter}\n\n${line}`;
    expect(cutSignature(text)).toEqual({ text, signature: "" });
  });
});
