/** How mail systems introduce themselves when they report on a mail, in the words of the systems in use. */
export const daemonAddress =
  /^("?mailer[-_.]?daemon|mail[-_.]?daemon|maildaemon|mdaemon|mmdf|post[-_]?master|"?system administrator|mail\.delivery\.system|e\d+_smtp_mail_service|imss|ndr|mailadm(in)?|symantec_\w+|microsoftexchange[0-9a-f]+|mailsystem|undeliver\w*)"?(@|\\@|$)/i;

export const daemonName =
  /^(mail(er)? ?(delivery|deliver|system|daemon|administrator|router)\b|mailer[-_ ]daemon|mdaemon|internet mail delivery|system administrator|delivery subsystem|postmaster$|microsoft outlook$|jetmail system|interscan|pmdf e-mail|office ?365|system[- ]?admin|courier mail server|mail ?server|mailsystem|e-?mail delivery|systemadministrator|administrateur syst[eè]me|administrador del sistema|amministratore (di|del) sistema|systembeheerder|administrator systemu|системный администратор)/i;

/** Subjects of delivery reports, as they begin. */
export const reportSubject = new RegExp(
  [
    "(mail|message|e-?mail)? ?(delivery|transfer) (status|failure|failed|problem|error|delayed|report|notification|warning|not possible|was delayed|has been delayed|incomplete|attempt)",
    "returned (mail|message|to sender)",
    "(mail|message|e-?mail) (was )?(not delivered|returned|undeliver|delayed|could not be|system error|error\\b|failure|rejected|failed|status - undeliver|transaction failed|non[- ]remis|bounced)",
    "undeliver(ed|able)",
    "un(able to deliver|deliver)",
    "non[- ]?delivery",
    "(permanent |temporary )?delivery (failure|problem|status|error|notification|report|warning|delayed)",
    "failure (notice|delivery|notification)",
    "fail(ed|ure)? (mail|delivery|to deliver)",
    "automatically rejected mail",
    "could not (send|deliver)",
    "rejected( mail)?:",
    "warning: (message|could not send|.{3,60} - user unknown)",
    "delayed mail",
    "your (message|mail|e-?mail) .{0,80}(could ?n[o']t be|was not|was rejected|has been (rejected|delayed|blocked)|undeliver)",
    "processing error$",
    "bounced? (mail|message)",
    "\\[?postmaster\\]? e?-?mail delivery",
    "(message|mail) (you sent )?blocked",
    "permanent (delivery )?failure|temporary (delivery )?failure",
    // Danish, Dutch, Finnish, French, German, Italian, Norwegian, Polish, Portuguese, Spanish, Swedish …
    "unzustellbar|nicht zugestellt|zustellung|unzustellbarkeit|rückmeldung|(mail|nachricht) (konnte nicht|nicht zustellbar)|fehler (bei der )?(zustell|übermittl)|verzögerte (zustellung|nachricht)",
    "non[- ]?(remis|distribu|delivr|délivr)|(message|courrier|courriel|mail) (non|en échec)|échec (de|d'envoi|de la) ?(remise|livraison|distribution|transmission|envoi)?|avis de non|retour de mail|notification d'?(é|e)chec|utilisateur (non|inconnu)",
    "no se (puede|pudo|ha podido) entregar|no entregado|devolución|(error|fallo|notificación) (de|en la|del?) (entrega|estado|correo)|correo (no entregado|devuelto)|mensaje (no entregado|devuelto|sin entregar)",
    "(mancat[oa] recapito|mancata consegna|impossibile recapitare|non recapitabile|notifica (di|dello) (stato|mancat)|messaggio non (recapitat|consegnat)|avviso di mancata)",
    "onbestelbaar|niet (bezorgd|afgeleverd|bestelbaar)|bezorging (is )?(mislukt|vertraagd)|retour(mail)?:",
    "niedostarczal|niedostarczon|nie (dostarczono|można dostarczyć)|zwrot (poczty|wiadomości)|błąd dostarcz|powiadomienie o (stanie|niedostarcz)",
    "não (foi )?(entregue|possível entregar)|(falha|erro|notificação) (na|de|do) (entrega|status|envio)|mensagem (não entregue|devolvida)|não é possível entregar",
    "(det gick inte att leverera|olevererbar|kan ?(inte|ikke) leveres|kunde inte (leverera|levereras)|ulevert|ikke (leveret|levert)|kan ikke leveres|returnerad|returneret|leveransfel|leveringsfejl|leveringsstatus)",
    "(toimit(us|tamaton|tamatta)|viestin toimitus|palautettu|ei voitu toimittaa)",
    "nedoručiteln|nedoručen|doručení (se nezdařilo|selhalo)|nem kézbesíthető|kézbesíthetetlen|nelivrabil|[iİ]letilemedi|teslim edilemedi|μη παραδοτέο|αδύνατη η παράδοση",
    "недостав|не(возможно|\\s?удалось|\\s?может быть)? ?(доставлен|доставить)|(ваше )?(сообщение|письмо) не (доставлено|может быть)|ошибка доставки|уведомление о (состоянии|недоставке)|не вдалося доставити|недоставлен",
    "(配信|配達|送信)(不能|エラー|できません|に失敗|失敗|状況)|メールエラー|エラーメール|メッセージを配信できません|(メール|メッセージ)(を|は|が)?(配信|送信|お届け)できません|未配信|未送信|送信者に返|配送失敗",
    "(退信|系统退信|投递失败|无法(投递|送达|传递)|未送达|未传递的|邮件(退回|投递|发送失败)|退回|寄送失敗|無法(傳遞|送達|投遞)|傳送失敗|未傳遞|郵件傳遞)",
    "(반송|배달(되지| 실패|못)|전송 실패|배달할 수 없|발송 실패|메일 (전송|발송)이? ?실패)",
  ]
    .join("|")
    .replace(/^/, "^[\\s\\[\\*(<【\"'“«]*(?:") + ")",
  "iu",
);

/** Sentences that only delivery reports begin or are made of. */
export const reportWords = new RegExp(
  [
    "this is the (mail system|qmail|courier|postfix|mail delivery|dragonfly|mailer|mail transport)",
    "hi\\. this is (the|a)",
    "this (is an automatically generated|message was created automatically|report relates to|is an automated).{0,80}(delivery|mail (delivery|server|system))",
    "delivery status notification",
    "delivery (to the following (recipient|address)|has failed to these recipients|has (failed|been delayed)|failed|is delayed|attempt)",
    "(your|the|this|a|following) (message|mail|e-?mail)( that)?.{0,120}?(could not be|couldn'?t be|was not|wasn'?t|cannot be|can ?not be|has not been|not) (delivered|sent)",
    "did not reach the following recipient",
    "(wasn'?t able|unable|failed|not able|couldn'?t|could not) to (be delivered|deliver)",
    "(un)?deliver(ed|able|y) (to|error|failure|problem)",
    "undeliverable (message|mail|to)",
    "the following address(es)? (had|failed|has)",
    "following recipient(s|\\(s\\))? (could|was|were|cannot|have|has|had|failed|of)",
    "----- ?(the following|transcript of session|unsent message|original message follows)",
    "transcript of (the )?(session|the attempts)",
    "failed (recipient|address|to deliver)",
    "(the )?original message was received at",
    "(user|recipient|mailbox|account|host|address)( is|'s)? ?(unknown|not found|full|does(n'?t| not) exist|unavailable|disabled|over quota|rejected)",
    "(unknown|no such) (user|recipient|mailbox|host|address)",
    "(mail ?box|quota) (is |has been )?(full|exceeded)|over quota|exceeded .{0,30}quota",
    "invalid (user|recipient|final delivery|address|mailbox)",
    "\\b5[0-5]\\d[ -]?#?5\\.\\d\\.\\d",
    // As an answer is quoted: nobody's 550 pounds.
    "(?:^|[\\n:>(\\[\"'*] {0,4}|\\b(?:said|error|code|reply|response|status|with|returned) )55[0-4][ -][<#\\w]",
    "\\b4[2-5]\\d[ -]?4\\.\\d\\.\\d",
    "(message|mail) (will be|is being|has been|was) (retried|delayed|queued|returned|rejected|bounced|blocked)",
    "(mail|message) (was )?(returned|rejected|bounced|refused)",
    "returned (message|mail|to sender)",
    "(sender|recipient|message|sending).{0,60}(rejected|refused|blocked|denied)",
    "relay(ing)? (access )?(denied|not (allowed|permitted))",
    "unrouteable|resolver\\.adr|smtp error|smtp code|error message below|mx record|too many hops|hop count|attempted recipient",
    "did not (like|accept) (our|recipient|the)",
    "not? (listed in|in the list|found in).{0,60}(directory|address book)",
    "konnte nicht (zugestellt|übermittelt|ausgeliefert)|nicht zustell|unzustellbar|fehler bei der (zustell|übermittl)|empf[äa]nger.{0,40}(unbekannt|nicht erreich|existiert nicht)",
    "n['’]a (pas )?pu être (remis|délivr|distribu|livr|envoy|transmis)|n['’]a pas été (remis|délivré|distribué)|non (remis|distribué)|échec de la remise|boîte .{0,30}pleine|destinataire.{0,40}inconnu",
    "no (se )?(ha podido|pudo|puede|ha sido) (ser )?entreg|no se pudo entregar|no ha podido ser entregado|error al entregar|buzón.{0,30}lleno|destinatario.{0,40}(desconocido|no existe)",
    "(non è stato possibile|impossibile) (recapitare|consegnare)|non (è stato |recapit|consegn)|casella.{0,40}piena|destinatario sconosciuto",
    "(kon|kan) niet (worden )?(bezorgd|afgeleverd)|onbestelbaar|niet bezorgd",
    "nie (mógł|mogła|może|można|udało się|został[ao]?) .{0,40}dostarcz|niedostarczon|skrzynka.{0,30}(pełna|przepełniona)",
    "não (pôde|pode|foi possível|foi) (ser )?entreg|caixa.{0,30}cheia",
    "(kunde|kunne|kan) (inte|ikke) (levereras|leveres|leverera)|gick inte att leverera|ei voitu toimittaa|nebylo možné doručit|nedoručiteln|nem (sikerült )?kézbesít|[iİ]letilemedi|teslim edilemedi|δεν (ήταν δυνατή|παραδόθηκε)",
    "не (может быть|удалось|было|был[оа]?|возможно) ?(быть )?достав|недоставлен|ящик.{0,30}переполнен|пользовател.{0,30}не (найден|существует)",
    "(配信|送信|配達|お届け)(が|に|は)?(できませんでした|できません|失敗|不能)|エラーが発生|宛先(が|の)?.{0,20}(見つかり|存在)|一杯のため",
    "(无法|不能|未能)(投递|送达|发送|传递|到达)|退信|邮箱.{0,20}(不存在|已满)|收件人.{0,20}不存在|無法(傳遞|送達|投遞|寄送)|寄送失敗",
    "(배달|전송|발송)(하지 못|되지 않|할 수 없|에 실패|이? ?실패)|반송|수신자.{0,20}(없|존재)",
  ].join("|"),
  "iu",
);

/** The first words of reports that come without a mark, a daemon's name or a subject of their own: they name an address. */
export const reportOpening =
  /^[\s*=#_-]{0,200}(?:(?:your|the|this) (?:message|e-?mail|mail)\b.{0,80}?(?:could not be|couldn'?t be|was not|has not been|cannot be) delivered|votre message.{0,40}(?:n['’]a pas (?:pu [eê]tre|été)) (?:d[eé]livr|remis|distribu)|you sent mail to .{3,120} not a valid user|(?:ihre|die) (?:nachricht|e-?mail).{0,80}konnte nicht zugestellt werden)(?=[^]{0,300}@)/iu;

/** How mail systems tell of what went wrong: codes with their meaning, fields, and parts of their talk. */
export const technicalWords =
  /\b[45]\d\d[ -]#?[45]\.\d\.\d{1,2}\b|\b(?:status|dsn|smtp|error|code)\W{1,12}\(?#?[45][.\d]{2,6}\b|\b55\d\b.{0,60}(?:user|mailbox|recipient|unknown|unavailable|denied|relay)|transcript of (?:the )?session|non-?delivery report|^hi\. this is the|following (?:user|recipient|address)|^(?:final-recipient|diagnostic-code|remote-mta|reporting-mta):|<[\w.+-]+@[\w.-]+>[:,;]/im;
export const returnedField =
  /^[> \t]*(?:from|to|subject|date|received|message-id|return-path)[ \t]*:/gim;

/** A mail service's note of a bounce, written for programs. */
export const notedBounce = /^\s*\{\s*"(?:notification|event)Type"\s*:\s*"bounce"/i;

/** The codes and fields that tell of a mail even where it names nobody. */
export const statusWords =
  /\b[45]\d\d[ -]#?[45]\.\d\.\d{1,2}\b|^(?:status|final-recipient|diagnostic-code|remote-mta|reporting-mta|received|message-id):|transcript of (?:the )?session/im;
