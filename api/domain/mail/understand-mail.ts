import type { CaseType, Reason } from "../case/vocabulary.ts";
import type { Service } from "../people/actor.ts";
import { factsIn, type FactsInText } from "./facts-in-text.ts";
import { headerOf, type IncomingMail } from "./incoming-mail.ts";
import { languageOf } from "./language.ts";
import { newTextOf } from "./new-text.ts";
import { senderRole, type SenderDirectory, type SenderRole } from "./sender-role.ts";
import { spamSign } from "./spam.ts";
import { suggestReason, suggestService, suggestType, type Suggestion } from "./suggest.ts";

/** Everything a mail's words suggest; a person confirms or changes each of it. */
export type Suggested = FactsInText & {
  readonly type: Suggestion<CaseType | "spam">;
  readonly service?: Suggestion<string>;
  readonly reason?: Suggestion<Reason>;
  readonly sender?: Suggestion<SenderRole>;
};

export type UnderstoodMail = {
  /** What the writer added, without quotations and signature. */
  readonly text: string;
  readonly signature: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly suggested: Suggested;
};

type Knowledge = { readonly services: readonly Service[]; readonly directory: SenderDirectory };

/** Reads a person's mail as a careful officer would: the new text, its language, and what it is likely about. */
export function understandMail(
  mail: Pick<IncomingMail, "subject" | "text" | "from" | "headers">,
  { services, directory }: Knowledge,
): UnderstoodMail {
  const { text, signature } = newTextOf({
    subject: mail.subject,
    text: mail.text,
    answers: headerOf(mail, "in-reply-to") !== "",
  });
  const written = { subject: mail.subject, text };
  const spam = spamSign(mail);
  const type = spam === undefined ? suggestType(written) : ({ id: "spam", why: spam } as const);
  const service = suggestService(written, services);
  // Whoever is thankful or asks for something is unhappy about nothing.
  const reason = type.id === "complaint" ? suggestReason(written) : undefined;
  const sender = senderRole(mail.from.email, directory);
  return {
    text,
    signature,
    language: languageOf(text || mail.subject),
    suggested: {
      type,
      ...(service && { service }),
      ...(reason && { reason }),
      ...factsIn(`${mail.subject}\n${text}\n${signature}`, mail.from.name),
      ...(sender && { sender }),
    },
  };
}
