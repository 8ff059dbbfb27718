import { lineAt } from "./mail-lines.ts";

const device =
  "(?:my |mi |mon |meinem |meiner |mijn |meu |min |mit |m[ií]o |mojego |můj |i?phone|ipad|android|samsung|galaxy|huawei|nokia|blackberry|windows|outlook|yahoo|gmail|mail|mobile|smartphone|handy|tablet|my|aol|bt|virgin|proton|xiaomi|sony|htc|lg|ee|o2|vodafone|t-mobile|verizon|at&t|workspace|mobil|mobiel|telefon|dispositivo|móvil|celular|appareil|lenovo|motorola|oneplus|pixel|commcare|mac|thunderbird|sky|talktalk|hotmail|web\\.de|gmx|1&1|rogers|bell|three|cricket|metropcs|tracfone|fairphone|zimbra|icloud|apple|spark|wireless|handheld|kindle)";

/** What mail programs on phones and elsewhere add by themselves. */
const deviceLine = new RegExp(
  [
    "^[\\s*_<\\[(-]{0,6}sent (?:from|via|by|using|with) (?!the\\b)[\\w'’®™+&|/() -]{2,60}[.!]?(?:\\s?[<(\\[]\\S+[>)\\]])?[\\s*_>\\])]{0,4}$",
    "^get outlook for|^outlook (?:für|pour|para|per|voor) .{0,30}(?:herunterladen|télécharger|android|ios)|^télécharger outlook|^(?:holen sie sich|hent|obtener|obtenga|scarica|download|baixar|obter|pobierz|hämta|få|скачать|загрузить) outlook|^outlook (?:til|till|for) ",
    `^[\\s*_<\\[(-]{0,6}(?:von|diese nachricht wurde von|gesendet (?:von|mit|aus|über)|versendet mit) .{0,30}${device}.{0,60}$`,
    `^[\\s*_]{0,4}(?:envoy[ée] (?:de|depuis|à partir|par|avec|via)|enviad[oa] (?:desde|de|do|da|a partir|pelo|con|com)|inviat[oa] (?:da|dal|con|tramite)|verzonden (?:vanaf|met|via|vanuit)|verstuurd (?:vanaf|met|via)|wysłan[eo] z|skickat från|sendt (?:fra|via|med)|lähetetty|odesláno|odoslané|trimis de|изпратено|отправлено (?:с|из)|надіслано з|відправлено з|στάλθηκε από|poslano s|poslano z|küldve|elküldve|saadetud|enviat des)(?![\\p{L}]).{0,80}$`,
    "(?:iphone|ipad|android|outlook|mobile|gmail|ドコモ|スマートフォン|携帯).{0,20}から送信|^发自我?的?|^從我的|^从我的|^傳送自我的|^來自我的|에서 보냄|보냄$|(?:den|dan|’?dan|'?den) gönderildi|^gửi từ|^נשלח מ|^أُ?رسلت من|^ส่งจาก|^dikirim dari",
    "^[\\s<(]{0,3}sent (?:from|via) my [^.,!]{2,40}[.,] {0,2}(?:please )?(?:excuse|forgive)[^.]{0,60}\\.?$|^from my i?phone\\b.{0,12}$|^sent securely with |^sent from the all-new ",
    "^(?:skickades från|provenance ?:|послато са|išsiųsta iš|nosūtīts no|anfonwyd o|trimis (?:din|de)|发送自|発信元|أُ?رسل من|ارسال شده از)(?![\\p{L}]).{0,60}$|से भेजा गया$|^az .{2,30} küldve$",
    // “Get Outlook for …” of any language: the product, the system, no end of a sentence.
    "^[^.!?]{0,30}(?:(?:outlook|bluemail)(?!\\p{L})[^.!?]{0,25}(?:ios|android|mac)(?!\\p{L})|(?:ios|android)(?!\\p{L})[^.!?]{0,12}outlook)[^.!?]{0,12}$|^.{0,25}www\\.av(?:ast|g)\\.com",
    "^this message was sent from (?:my|a) ",
    "^virus-?free\\.|^this e-?mail has been (?:checked|scanned) (?:for|by)|^diese e-mail wurde .{0,30}(?:avast|viren)|^garanti sans virus|^libre de virus|^mail priva di virus|^virusvrij|^scanned by|^this message has been scanned",
  ].join("|"),
  "iu",
);

const disclaimer =
  /^[\s*_#-]{0,10}(?:(?:notice|warning|attention|important|note|p)\b[:!]? )?(?:aviso (?:legal|de confidencialidad)|registered (?:in england|office|charity)|please do not print|(?:confidentiality|privacy|legal|important|e-?mail)[ -]{0,3}(?:notice|disclaimer|note|warning|statement)\b|disclaimer\s*:?|privileged ?(?:and|\/) ?confidential|confidential(?:ity)?\s*:|this (?:e-?mail|message|communication|transmission)(?: \(?(?:and|including|together)\b.{0,80}?)? (?:is|are|may|contains?|was sent to|and any)\b.{0,60}(?:confidential|privileged|intended|private)|the (?:information|contents?) (?:contained |of |in |transmitted )+(?:in )?this (?:e-?mail|message|communication)|this (?:e-?mail|message) and any (?:files|attachments)|if you (?:have received|are not the intended)|diese (?:e-?mail|nachricht) (?:enthält|ist|kann)|ce (?:message|courriel|mail)(?: et)? .{0,60}(?:confidentiel|destin|pièces jointes)|este (?:correo|mensaje|e-?mail) .{0,60}(?:confidencial|dirig)|questo messaggio .{0,60}(?:riservat|confidenzial)|le informazioni contenute|esta mensagem .{0,60}confidencia|dit (?:bericht|e-?mail) .{0,60}vertrouwelijk|please (?:consider|think).{0,30}(?:environment|before printing)|save (?:paper|trees))/iu;
/** “This message is confidential”, in languages that have no pattern of their own. */
const confidential =
  /^.{0,25}(?<!\p{L})(?:diese[rs]?|dit|deze|est[ea]|quest[oa]|ta|tej|tato|táto|detta|denna|denne|dette|tämä|acest|это|данное|це|bu|本|此|mae['’]r)(?!\p{L}|$) ?(?:e-?mail|e-?post|e-?bost|nachricht|bericht|wiadomoś|meddel|viesti|zpráv|správ|mesaj|сообщени|письм|повідомлен|e-posta|邮件|郵件|mail).{0,80}(?:konfiden|vertraulich|vertrouwelijk|poufn|fortrolig|luottamukselli|důvěrn|dôvern|confidenț|конфиденциальн|конфіденційн|gizli|保密|機密|gyfrinachol)/iu;
const listFooter =
  /^(?:to (?:unsubscribe|post|stop receiving)|you (?:received|are receiving) this (?:message|e-?mail|because)|unsubscribe|.{1,60} mailing list$|reply to this email directly|view it on github)/iu;

/** A signature longer than this is part of the letter. */
const mostSignatureLines = 15;
const mostSignatureCharacters = 1200;
/** Below a phone’s line stand a name, an advertisement or a link at most. */
const mostLinesFromDevice = 4;
const mostDeviceCharacters = 160;

/** The delimiter of RFC 3676 and its relatives. */
const delimiter = /^\s*(?:--|__|—|––)$/;
/** A rule, which may also stand between two parts of a letter. */
const rule = /^\s*(?:_{3,}|-{3,}|\*{3,}|={3,})$/;

/**
 * Divides what somebody wrote from the signature below it: theirs, their phone's, their employer's small print.
 * The text has no blanks around it nor at the end of its lines.
 */
export function cutSignature(text: string): { text: string; signature: string } {
  const lines = text.split("\n");
  const starts = [delimiterIn(lines), smallPrintIn(lines)].filter((at) => at !== -1);
  const first = Math.min(lines.length, ...starts);
  const end = endBeforeName(lines, endBeforeDevice(lines, trimmedEnd(lines, first)));
  return { text: lines.slice(0, end).join("\n"), signature: lines.slice(end).join("\n").trim() };
}

function delimiterIn(lines: readonly string[]): number {
  const above = endOfLetter(lines);
  return lines.findIndex(
    (line, at) =>
      at >= above &&
      (delimiter.test(line) || (isRule(lines, at) && hasContact(lines.slice(at + 1)))),
  );
}

// A rule as long as the line right above it underlines a heading.
function isRule(lines: readonly string[], at: number): boolean {
  const line = lineAt(lines, at);
  return at > 0 && rule.test(line) && lineAt(lines, at - 1).length !== line.length;
}

/** The last line that stands too far up to be in a signature; -1 when all of them may be. */
function endOfLetter(lines: readonly string[]): number {
  let written = 0;
  let characters = 0;
  return lines.findLastIndex((line) => {
    if (line !== "") written += 1;
    characters += line.length;
    return written > mostSignatureLines || characters > mostSignatureCharacters;
  });
}

// What stands below a further delimiter says nothing of the lines above it.
function hasContact(below: readonly string[]): boolean {
  const next = below.findIndex((line) => delimiter.test(line) || rule.test(line));
  return below.slice(0, next === -1 ? undefined : next).some((line) => looksLikeContact(line));
}

function looksLikeContact(line: string): boolean {
  return (
    /@\w|https?:|www\.|\b(?:tel|phone|mobile|fax|mob)\b|\d[\d ()-]{8,}/i.test(line) ||
    listFooter.test(line) ||
    disclaimer.test(line)
  );
}

function isSmallPrint(line: string): boolean {
  return disclaimer.test(line) || confidential.test(line);
}

// Small print runs to the end: it opens a paragraph that is not the first.
function smallPrintIn(lines: readonly string[]): number {
  return lines.findIndex(
    (line, at) => at > 0 && lineAt(lines, at - 1).length < 3 && isSmallPrint(line),
  );
}

function endBeforeDevice(lines: readonly string[], end: number): number {
  const from = Math.max(0, end - mostLinesFromDevice);
  const at = lines
    .slice(from, end)
    .findIndex((line) => line.length < mostDeviceCharacters && deviceLine.test(line.trim()));
  return at === -1 ? end : endBeforeDevice(lines, trimmedEnd(lines, from + at));
}

// “-Joan” or “—Joan Whitfield” alone at the end, as on paper, but not the last item of a list.
function endBeforeName(lines: readonly string[], end: number): number {
  const isName = /^\s*[-–—~]{1,2}\s?\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u;
  if (!isName.test(lineAt(lines, end - 1))) return end;
  const before = trimmedEnd(lines, end - 1);
  const isItem = /^\s*[-–—~]|:$/.test(lineAt(lines, before - 1));
  return before === 0 || isItem ? end : before;
}

function trimmedEnd(lines: readonly string[], end: number): number {
  return lines.slice(0, end).findLastIndex((line) => line !== "") + 1;
}
