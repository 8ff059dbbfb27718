/** “Wrote”, as the mail programs of each language end the line above a quotation. */
const wroteAtEnd = [
  "wrote|writes|said|replied|sent|a écrit|schrieb(?:en sie)?|geschrieben|escribi[óo]|ha scritto|scrive|escreveu|geschreven|schreef|skrev|kirjoitti",
  "napisał(?:\\(a\\)|a)?|pisze|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|(?:ezt )?írta(?: \\([^)\\n]{1,80}\\))?|a scris|написал(?:\\(а\\)|а)?|пишет|писал(?:\\(а\\)|а)?|написав(?:\\(ла\\)|ла)?|пише|написа",
  "έγραψε|yazdı|şunları yazdı|şunu yazdı|(?:je )?napisao(?:/la)?(?: je)?|(?:je )?napisala(?: je)?|је написао(?:/ла)?|je (?:oseba .{1,60} )?napisala|rašė|rakstīja|kirjutas|va escriure|escribiu|idatzi du|skrifaði|đã viết|menulis|ka shkruar|ysgrifennodd|เขียนว่า",
  "写道|寫道|写到|のメール|が?書きました|のメッセージ|(?:님이 )?작성|(?:님이 |이\\(가\\) )?쓴 글|כתב(?:/ה|ה)?|كتب|نوشت",
].join("|");

/** The same where the name comes after it. */
const wroteWithin =
  "schrieb|schreef|skrev|kirjoitti|escribi[óo]|a écrit|ha scritto|wrote|napisał(?:a|\\(a\\))?|napsal(?:a|\\(a\\))?|heeft|писали?|пишет|написал|kirjutas|ysgrifennodd|skrifaði|rakstīja|rašė|كتب";

const openers =
  "on|at|in|quoting|le|am|el|il|lo|em|op|w dniu|dnia|den|d\\.|dne|dňa|pe|în|la|στις|dana|u|v|a|no|na|no dia|kl\\.?|tor|fre|lør|søn|man|tir|ons|mon|tue|wed|thu|fri|sat|sun|från|fra|um|ma|ti|ke|to|su|пн|вт|ср|чт|пт|сб|вс|在|于|於|vào|pada|בתאריך|ב-|في|เมื่อ|\\d{1,4}[-./年년]";

/** How the line above a quotation begins. */
export const attributionOpener = new RegExp(
  `^[\\s*_\\-–—\u200e\u200f\u202a-\u202e]{0,8}(?:${openers})(?![\\p{L}])`,
  "iu",
);

/** How it ends where no verb does: with an address, a name or a date. */
export const attributionEnd =
  /[>)\]”"\d][\s\u200e\u200f\u202a-\u202e]*[:：][\s*_\-–—\u200e\u200f\u202a-\u202e]{0,8}$/u;
export const attributionVerbAtEnd = new RegExp(
  `(?:${wroteAtEnd})\\s*[:：]?[\\s*_\\-–—\u200e\u200f\u202a-\u202e]{0,8}$`,
  "iu",
);
export const attributionVerbWithin = new RegExp(
  `(?:^|[\\s>,])(?:${wroteWithin})(?=[\\s:,<]|$).{0,200}[:：]\\s*[*_]?$`,
  "iu",
);

/** Horde and its kin introduce a quotation by “quoting” alone, in each language. */
export const quotingOpener =
  /^(?:quoting|zitat von|citando(?: a)?|citerar|cituji|citujem|cytowanie|cytat|quotando|mensaje citado por|citaat van|lainaus|citerer|цитирую|цитирование|idézés|citat din)(?!\p{L})/iu;

const labels = {
  from: "from|oddi wrth|von|de|da|van|od|från|fra|lähettäjä|от|від|发件人|發件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|발신인?|보낸이|kimden|gönderen|feladó|από|αποστολέας|expéditeur|remitente|mittente|afzender|absender|nadawca|отправитель|de la|od kogo|од|от кого|від кого|จาก|từ|dari|daripada|प्रेषक|frá|nuo|no|saatja|מאת|من|desde|lähetti|avsender|šalje|odesílatel|odosielateľ",
  date: "sent|date|anfonwyd|datum|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|inviato|data|verzonden|verstuurd|wysłano|wysłane|data wysłania|skickat|sendt|lähetetty|päivämäärä|päiväys|dato|odesláno|odoslané|dátum|elküldve|küldés dátuma|отправлено|дата|надіслано|发送时间|發送時間|日期|传送时间|送信日時|送信|日付|日時|보낸 ?날짜|날짜|발신일|gönderilme tarihi|gönderildi|tarih|εστάλη|στάλθηκε|ημερομηνία|trimis|fecha|נשלח|תאריך|التاريخ|kdy|poslano|poslato|послато|saadetud|изпратено|enviat(?: el)?|nosūtīts|išsiųsta|päivä|gönderim tarihi|寄件日期|发送日期|ส่ง|đã gửi|dikirim|dihantar|تم الإرسال|تاريخ الإرسال|भेजा गया",
  to: "to|an|à|a|para|per|aan|do|till|til|vastaanottaja|кому|до|收件人|收件者|宛先|받는 ?사람|수신|받는이|kime|alıcı|címzett|προς|pour|destinatario|destinataire|către|komu|komu|pre|kam|kellele|אל|إلى|empfänger|zu|voor|za|за|prima|adressaat|per a|at|ถึง|đến|kepada|प्रति",
  subject:
    "subject|pwnc|betreff|objet|asunto|oggetto|onderwerp|temat|ämne|emne|aihe|předmět|predmet|tárgy|тема|主题|主題|主旨|标题|件名|제목|konu|θέμα|subiect|assunto|antwoord|re|נושא|الموضوع|assumpte|efni|naslov|zadeva|sujet|относно|tema|teema|tēma|temats|เรื่อง|chủ đề|tiêu đề|subjek|perihal|विषय",
  copy: "cc|kopie|copie à|copia|cc a|kopia|kopi|kopio|копия|копія|抄送|副本|참조|bilgi|másolatot kap|κοιν\\.?|cópia|reply-to|importance|priority|attachments?|anlagen|wichtigkeit|pièces jointes",
} as const;

type Label = keyof typeof labels;

const labelForms = Object.fromEntries(
  Object.entries(labels).map(([name, words]) => [
    name,
    new RegExp(
      `^[\\s>*_|\u00a0]{0,8}(?:${words})[\\s*_\u00a0]{0,4}[:：](?:[\\s*_]|$|(?=\\S))`,
      "iu",
    ),
  ]),
) as Readonly<Record<Label, RegExp>>;

/** The strokes that programs rule a line with. */
const stroke = "[-_=*\u2010-\u2015\u2212\u2500\u2501]";

/** Above an earlier mail GroupWise puts its writer and date between arrows, and Notes between strokes. */
export const namedRule =
  /^\s{0,4}(?:>{2,4}\s?[^>\s].{2,150}\d{1,2}[:.]\d{2}.{0,12}>{2,4}|\S.{1,80}? ?-{3}\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4} \d{1,2}:\d{2}.{0,10}-{3}.{0,300})\s*$/;

/** A ruled line with words of any language between its strokes. */
export const ruledWords = new RegExp(
  `^\\s{0,4}${stroke}{3,60}\\s{0,9}\\p{L}[^\\n]{1,60}?${stroke}{3,60}\\s{0,9}$`,
  "u",
);

/** Which header a line repeats, as in “Gesendet: Dienstag, 3. November”; nothing for any other line. */
export function headerLabelOf(line: string): Label | undefined {
  if (line.length > 600 || !/[:：]/.test(line.slice(0, 40))) return undefined;
  return (Object.keys(labelForms) as Label[]).find((label) => labelForms[label].test(line));
}

/** The ruled line with words above a quoted or forwarded mail. */
export const separator = new RegExp(
  `^[\\s>]{0,4}(?:${stroke}{2,}(?:[\\s>]|&nbsp;){0,9}(?:${[
    "(?:original|reply|replied) (?:message|e-?mail|mail|appointment)|neges wreiddiol|ursprüngliche (?:nachricht|mitteilung|e-?mail|mail)|original-?nachricht|originalnachricht|message (?:d['’]origine|original|initial)|(?:e-?mail|courriel) d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|original meddelande|ursprungligt meddelande|oprindelig (?:meddelelse|besked|mail)|opprinnelig (?:melding|e-post)|alkuperäinen viesti|(?:wiadomość oryginalna|oryginalna wiadomość|treść oryginalnej wiadomości)|původní (?:zpráva|e-mail)|pôvodná správa|eredeti üzenet|исходное (?:сообщение|письмо)|оригинално съобщение|оригінальне повідомлення|algne sõnum|oriģinālais ziņojums|pirminė žinutė|pesan asli|mesej asal|tin nhắn gốc|ข้อความต้นฉบับ|оригинальное сообщение|вихідне повідомлення|mesaj original|mesajul original|(?:özgün|orijinal) (?:[iİ]leti|mesaj)|αρχικό μήνυμα|原始邮件|邮件原件|原始郵件|元のメッセージ|original ?メッセージ|원본 ?(?:메일|메시지)|missatge original|izvorna poruka|izvirno sporočilo|upprunaleg skilaboð|הודעה מקורית|الرسالة الأصلية",
    "reply (?:above this line|to message)|quoted (?:message|text)|in reply to|antwort oberhalb",
  ].join(
    "|",
  )})(?: (?:follows|ends))?(?:\\s|&nbsp;){0,9}(?:${stroke}|:){0,80}|(?:original message|ursprüngliche nachricht|message d['’]origine)[\\s]*[-_]{3,}|message du \\d{1,2}/\\d{1,2}/\\d{2,4}.{0,10}|[-=#*_ ]{0,12}(?:please )?(?:type your )?reply above this line(?: to [\\p{L} ]{1,30})?[-=#*_. ]{0,12})\\s*$`,
  "iu",
);

/** The ruled line, or the words, above a mail that somebody passes on. */
export const forwardSeparator = new RegExp(
  `^[\\s>]{0,4}(?:${stroke}{2,}\\s*(?:forwarded (?:message|mail|by.{0,80})|weitergeleitete (?:nachricht|mail)|message (?:transféré|transmis|réexpédié)|mensaje (?:reenviado|remitido)|messaggio (?:inoltrato|girato)|mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|vidarebefordrat (?:meddelande|mejl)|videresendt (?:meddelelse|besked|melding)|välitetty viesti|(?:przekazana wiadomość|wiadomość przekazana|forwarded)|přeposlaná zpráva|preposlaná správa|továbbított üzenet|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|转发(?:邮件|的邮件)|轉寄郵件|転送メッセージ|전달된 메시지|iletilen mesaj|προωθημένο μήνυμα|mesaj redirecționat)\\s*${stroke}{0,80}|begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem encaminhada|vidarebefordrat brev|rozpoczęcie przekazanej wiadomości|start på videresendt besked|начало переадресованного сообщения)\\s*[:：]?\\s*$`,
  "iu",
);
