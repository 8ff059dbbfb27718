import { hasNullSender } from "./delivery-report.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { beginningOf, withoutReplyPrefix } from "./mail-lines.ts";

const readCharacters = 1500;
/** How much evidence makes a machine of a sender that does not say so. */
const enough = 3;

/** Headers that only automatic answers carry, whatever their value. */
const answeringHeaders = [
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoreply-from",
  "x-autoreply-domain",
  "x-mail-autoreply",
  "x-auto-reply-from",
  "x-ms-exchange-generated-message-source-autoreply",
];

/** Subjects that mail programs give to automatic answers, in the languages they speak. */
const answeringSubject = new RegExp(
  [
    "auto(matic|mated|matische|matisk|maattinen|matyczna|matická|mata|matica|matique|mática)?[ -]?(reply|response|respon[ds]er|answer|vastaus|svar|antwort|repl)\\b",
    "automatisch(e)? antwoord|automatische antwort|automatiskt? svar|autosvar|automatvar|afwezigheids|abwesenheits?(notiz|nachricht|assistent|benachrichtigung|meldung)",
    "réponse automatique|message d'absence|absen(t|ce) du bureau|notification d'absence",
    "respuesta automática|resposta automática|risposta automatica|răspuns automat|fuera de la oficina|fora do escritório|fuori (sede|ufficio)",
    "\\[?(automatyczna odpowied(ź|z)|odpowied(ź|z) automatyczna|autoodpowied(ź|z))|automatická odpověď|samodejni odgovor|automatski odgovor|automatikus válasz|automaattinen (poissaolo)?vastaus|poissaoloviesti",
    "автоматическ(ий|ое) (ответ|сообщение|уведомление)|автоответ|автовідповідь|автоматична відповідь|αυτόματη απάντηση|otomatik (yanıt|cevap)",
    "自動(応答|返信)|不在(通知|応答|のお知らせ)|自动(答复|回复|回覆)|自動(回覆|回复|答覆)|자동 ?(회신|응답)|부재중",
    "out[ -]of[ -](the )?office( auto-?reply| reply| notification| message)?\\s*(:|$|-|–|\\()",
    "(i am |i'm )?(currently )?out of (the |my )?office( (until|till|from|reply|auto|re|on|and)|[:!.\\s]*$)",
    "(on |annual )?(vacation|holiday|leave) (auto|reply|response|message)\\b|vacation:|away from (my |the )?(e-?mail|mail|office|desk)|(i am |i'm )(currently )?(away|on (annual )?leave|on (vacation|holiday))\\b",
    "ooo\\b\\s*(:|$|-|–|until)|buiten kantoor|niet op kantoor|frånvaro|fravær",
  ]
    .join("|")
    .replace(/^/, "^[\\s\\[*(<]*(?:") + ")",
  "iu",
);
const markedAtEnd = /\((automatic|auto|automated)[ -]?(response|reply)\)\s*$|\[auto-?reply\]\s*$/i;

/** What somebody's absence note says. */
const absent =
  /\b(i('m| am| will be| shall be)?|we('re| are)) (currently |now |presently )?(be )?(out of (the )?office|away from (the |my )?(office|desk|e-?mail)|on (annual |parental |maternity |paternity |sick )?(leave|vacation|holidays?)|away (until|from|on|till))|\bout of (the )?office (until|from|till|and|on|with)\b|nicht im (büro|haus|hause)|(bin|außer) .{0,30}(abwesend|haus\b)|absent(e)? (du bureau|jusqu|du \d)|fuera de la oficina|fora do escritório|fuori (ufficio|sede)|niet (op kantoor|aanwezig)|afwezig|poza biurem|jestem nieobecn|inte på kontoret|ikke på kontoret|poissa|mimo kancelář|нет на (рабочем )?месте|в отпуске|отсутству|不在|休暇|外出|부재중/iu;
const comesBack =
  /\b(return|back (on|in|at|by)|limited access|no access|intermittent|(will|shall) (respond|reply|get back|answer|deal|read)|urgent|emergency|immediate (assistance|attention|help)|in my absence|not be (checked|monitored|forwarded)|wieder|zurück|dringend|retour|urgence|regres|vuelta|urgente|ritorno|rientro|terug|dringend|wrócę|pilne|tillbaka|tilbage|tilbake|takaisin|zpět|вернусь|срочн)/iu;
const automatic =
  /\b(this is an? (auto(mated|matic|-)|auto ?generated)|(automated|automatic|automatically generated|auto-?generated) (e-?mail |mail )?(message|response|reply|e-?mail|acknowledge?ment|notification)|do not reply to this|please do not (reply|respond) to this|automatisch (erstellt|generiert|gegenereerd|verstuurd)|message (généré )?automatique|mensaje automático|messaggio automatico|mensagem automática|automatically (generated|sent)|(account|mailbox|address) is protected by|to have your (e-?mail )?address added|автоматическ)/iu;

/** Whether a machine answered in somebody's place: an absence note, a receipt of what was sent, a vacation message. */
export function isAutomaticReply(mail: IncomingMail): boolean {
  if (saysItIsAutomatic(mail)) return true;
  if (answeringHeaders.some((name) => headerOf(mail, name) !== "")) return true;
  const { subject, prefixed } = withoutReplyPrefix(mail.subject);
  if (!prefixed && (answeringSubject.test(subject) || markedAtEnd.test(subject))) return true;
  if (prefixed && markedAtEnd.test(subject)) return true;
  return soundsAutomatic(mail, { prefixed, named: answeringSubject.test(subject) });
}

/** RFC 3834: anything but “no”; a form that speaks for a person is that person's mail. */
function saysItIsAutomatic(mail: IncomingMail): boolean {
  const submitted = headerOf(mail, "auto-submitted").trim().toLowerCase();
  const precedence = headerOf(mail, "precedence").trim().toLowerCase();
  if (precedence === "auto_reply" || precedence === "auto-reply") return true;
  if (submitted === "" || /^no\b/.test(submitted)) return false;
  return !(submitted.startsWith("auto-generated") && speaksForSomebody(mail));
}

function speaksForSomebody(mail: IncomingMail): boolean {
  const sender = mail.from.email.toLowerCase();
  const [reader] = mail.replyTo;
  const automatedLists = ["list-id", "list-unsubscribe", "precedence", "in-reply-to", "references"];
  return (
    reader !== undefined &&
    domainOf(reader) !== domainOf(sender) &&
    !/no-?reply|do-?not-?reply/i.test(reader) &&
    automatedLists.every((name) => headerOf(mail, name) === "")
  );
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}

type SubjectSigns = { readonly prefixed: boolean; readonly named: boolean };

// Without a mark, several things have to agree: nobody loses a complaint over the word “away”.
function soundsAutomatic(mail: IncomingMail, subject: SubjectSigns): boolean {
  const text = beginningOf(mail.text, readCharacters);
  const { isAbsent, saysAutomatic, weight } = weighWords(text, mail.text.length);
  const answers = subject.prefixed || headerOf(mail, "in-reply-to") !== "";
  const sent = weighSending(mail) + (answers ? 1 : 0);
  const fromNowhere = hasNullSender(mail);
  const sum = weight + sent + (subject.named ? 1 : 0) + (fromNowhere ? 2 : 0);
  const says = isAbsent || saysAutomatic || subject.named;
  return (says || (fromNowhere && sent > 0)) && sum >= enough;
}

function weighWords(text: string, length: number) {
  const isAbsent = absent.test(beginningOf(text, 400));
  const saysAutomatic = automatic.test(text);
  const isNote = isAbsent && length < readCharacters && comesBack.test(text);
  const weight = (saysAutomatic ? 2 : 0) + (isAbsent ? 1 : 0) + (isNote ? 1 : 0);
  return { isAbsent, saysAutomatic, weight };
}

function weighSending(mail: IncomingMail): number {
  const bulk = /^(bulk|junk)$/i.test(headerOf(mail, "precedence").trim());
  const suppresses = /\b(all|oof|autoreply)\b/i.test(headerOf(mail, "x-auto-response-suppress"));
  return bulk || suppresses ? 1 : 0;
}
