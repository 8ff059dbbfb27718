/** Names of automatic answers as they begin a subject, in the languages that mail programs speak. */
const answerNames = [
  "auto(matic|mated|matische|matisk|maattinen|matyczna|matická|mata|matica|matique|mática)?[ -]?(reply|response|respon[ds]er|answer|vastaus|svar|antwort|repl)\\b",
  "automatisch(e)? antwoord|automatische antwort|automatiskt? svar|autosvar|automatsvar|afwezigheids\\p{L}*|abwesenheits?(notiz|nachricht|assistent|benachrichtigung|meldung)",
  "réponse automatique|message d'absence|absen(t|ce) du bureau|notification d'absence",
  "respuesta automática|resposta automática|risposta automatica|răspuns automat|fuera de la oficina|fora do escritório|fuori (sede|ufficio)",
  "(automatyczna odpowied(ź|z)|odpowied(ź|z) automatyczna|autoodpowied(ź|z))|automatická odpověď|samodejni odgovor|automatski odgovor|automatikus válasz|automaattinen (poissaolo)?vastaus|poissaoloviesti",
  "автоматическ(ий|ое) (ответ|сообщение|уведомление)|автоответ\\p{L}*|автовідповідь|автоматична відповідь|αυτόματη απάντηση|otomatik (yanıt|cevap)",
  "out[ -]of[ -](the |my )?office( auto-?reply| reply| notification| message| response)?",
  "(on |annual )?(vacation|holiday|leave) (auto-?reply|reply|response)|away from (my |the )?(e-?mail|mail)",
  "ooo|buiten kantoor|niet op kantoor|frånvaro\\p{L}*|fravær\\p{L}*",
].join("|");
const eastern =
  "自動(応答|返信)|不在(通知|応答|のお知らせ)|自动(答复|回复|回覆)|自動(回覆|回复|答覆)|자동 ?(회신|응답)|부재중";
const opening = String.raw`^[\s\[*(<]*`;

/** Subjects that mail programs alone write: the name of the answer, then what it answers. */
export const answeringSubject = new RegExp(
  `${opening}(?:(?:${answerNames})(?:[\\s\\])*>"']*[:：]|[\\])*>]|\\s+[-–—]\\s?)|(?:${eastern}))`,
  "iu",
);

/** Subjects that people could write as well: the name alone, or with whom it is from. */
export const answerLikeSubject = new RegExp(
  [
    `${opening}(?:${answerNames})[.!\\s]*(?:$|\\s(?:to|from|re|regarding|for|until|till)\\b)`,
    "^.{1,80} (?:is|am|will be) out of the office\\b",
    "\\((?:automatic|auto|automated)[ -]?(?:response|reply)\\)\\s*$",
    "\\[auto-?reply\\]\\s*$",
  ].join("|"),
  "iu",
);

/** What somebody's absence note says. */
export const absent =
  /\b(i('m| am| will be| shall be)?|we('re| are)) (currently |now |presently )?(be )?(out of (the )?office|away from (the |my )?(office|desk|e-?mail)|on (annual |parental |maternity |paternity |sick )?(leave|vacation|holidays?)|away (until|from|on|till))|\bout of (the )?office (until|from|till|and|on|with)\b|nicht im (büro|haus|hause)|(bin|außer) .{0,30}(abwesend|haus\b)|absent(e)? (du bureau|jusqu|du \d)|fuera de la oficina|fora do escritório|fuori (ufficio|sede)|niet (op kantoor|aanwezig)|afwezig|poza biurem|jestem nieobecn|inte på kontoret|ikke på kontoret|poissa|mimo kancelář|нет на (рабочем )?месте|в отпуске|отсутству|不在|休暇|外出|부재중/iu;

/** What such a note goes on to say. */
export const comesBack =
  /(?<!\p{L})(return|back (on|in|at|by)|limited access|no access|intermittent|(will|shall) (respond|reply|get back|answer|deal|read)|urgent|emergency|immediate (assistance|attention|help)|in my absence|not be (checked|monitored|forwarded)|wieder|zurück|dringend|retour|urgence|regres|vuelta|urgente|ritorno|rientro|terug|dringend|wrócę|pilne|tillbaka|tilbage|tilbake|takaisin|zpět|вернусь|срочн)/iu;

const called = String.raw`(?:an? )?(?:fully )?(?:auto[- ]?(?:mated|matic(?:ally)?|generated|reply|response|responder)|computer[- ]generated)`;
const goesOn = String.raw`(?=[^\n.!?]{0,60}?(?:[.!;:)\]*_]|$|\n|, |\s[-–—]|\s(?:please|to (?:let|confirm|acknowledge|advise|inform|your|an?|the)|from|sent|and (?:is|can|this|your|will|replies)|which|for your)\b))`;

/** A sentence in which a mail says of itself that a machine wrote it. */
export const statesAutomatic = new RegExp(
  [
    String.raw`(?:^|[\n.!?:*#_([-])\s*(?:please note[:,]?\s+(?:that\s+)?)?this (?:e-?mail|message|mail|reply|response|notification|acknowledge?ment|is)(?: (?:is|was|has been))? ${called}(?: (?:generated|sent|created))?(?: (?:e-?mail|mail|message|response|reply|acknowledge?ment|notification))?${goesOn}`,
    String.raw`(?:^|\n)[\s*#=_<>[(-]*auto(?:mated|matic)?[ -]?(?:reply|response|responder|message|answer|notification|acknowledge?ment)[\s*#=_<>\])!.:-]*(?:\n|$)`,
    String.raw`(?:e-?mail |mail |message |reply |response )(?:is|was|has been) automatically (?:generated|sent|created)`,
    String.raw`(?:dies ist|diese[sr]? (?:e-?mail|nachricht|mail)|diese antwort|ceci est|ce (?:message|courriel)|cet e-?mail|questo|questa|est[ea] (?:mensaje|correo|mensagem|es|é|e-?mail)|dit is|deze e-?mail|dit bericht|это|данное (?:письмо|сообщение))[^\n.]{0,60}(?:automati(?:sch|que|co|ca)|automátic|автоматическ)`,
    String.raw`(?:account|mailbox|address) is protected by|to have your (?:e-?mail )?address added`,
  ].join("|"),
  "iu",
);

/** What such a mail says besides: that something came, or that nobody reads an answer. */
export const receipt =
  /\b(thank(s| you) (very much )?for (your (e-?mail|message|mail|enquiry|inquiry|request|feedback|interest)|contacting|getting in touch|e-?mailing|writing)|(we|i)( have|['’]ve) received your|has been (safely )?received|(vielen )?dank für (ihre|die) (e-?mail|nachricht|anfrage)|merci (pour|de) votre (message|courriel|e-?mail|mail)|gracias por (su|contactar|escribir)|grazie per|bedankt voor)/iu;
export const noAnswers =
  /\b((please )?(do not|don['’]t) (reply|respond)( (directly )?to this|[.!]|$)|(replies|responses) (to this (e-?mail|message|address|mailbox) )?(are|will) not (be )?(read|monitored|answered)|(mailbox|inbox|address) is (not|un)-? ?(monitored|attended|read)|unmonitored (mailbox|inbox|address)|bitte (antworten sie nicht|nicht (auf diese|antworten)))/iu;
