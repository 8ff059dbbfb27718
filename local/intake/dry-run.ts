import { incomingMail } from "#api/adapters/graph/graph-mail.ts";
import type { BouncedMail } from "#api/domain/mail/bounced-mail.ts";
import { referenceFor } from "#api/domain/mail/case-reference.ts";
import { answeredIds, type IncomingMail } from "#api/domain/mail/incoming-mail.ts";
import { judgeMail, type CandidateCase, type Judgement } from "#api/domain/mail/judge-mail.ts";
import type { SenderDirectory } from "#api/domain/mail/sender-role.ts";
import { understandMail, type Suggested } from "#api/domain/mail/understand-mail.ts";
import type { Service } from "#api/domain/people/actor.ts";
import { graphMessageOf } from "./graph-message.ts";
import { SeenTexts, type SeenCopy } from "./seen-texts.ts";
import type { FoundMail } from "./mail-files.ts";
import { whyNoMail } from "./why-no-mail.ts";

/** What the dry run says of one mail: one line of JSON. */
export type IntakeLine = {
  readonly file: string;
  readonly outcome: "new" | "follow-up" | "machine" | "set-aside";
  readonly reason: string;
  readonly from?: string;
  readonly fromName?: string;
  readonly subject?: string;
  /** The new text only. */
  readonly text?: string;
  readonly attachments?: readonly { name: string; type: string; bytes: number }[];
  readonly language?: string;
  readonly bounce?: BouncedMail;
  readonly suggested?: Suggested & { readonly copies?: SeenCopy };
};

type Council = {
  readonly mailbox: string;
  readonly services: readonly Service[];
  readonly directory: SenderDirectory;
};

/** What intake calls a writer who gave neither name nor address. */
const nobody = "Somebody";
/** A report on a returned mail is read from its first bytes, as in production. */
const mostRawBytesRead = 300_000;

/** Takes mails in as production would, one after the other, and keeps nothing of them but what leads a reply to its case. */
export class DryRun {
  readonly #council: Council;
  readonly #cases = new Map<string, CandidateCase>();
  readonly #texts = new SeenTexts();

  constructor(council: Council) {
    this.#council = council;
  }

  /** What would become of a mail; a fault in reading it is told in its line, never thrown. */
  async takeIn({ name, raw }: FoundMail): Promise<IntakeLine> {
    const unreadable = whyNoMail(raw);
    if (unreadable !== undefined) return { file: name, outcome: "set-aside", reason: unreadable };
    try {
      const message = await graphMessageOf(raw, this.#council.mailbox);
      return this.#judge(name, incomingMail(this.#council.mailbox, message), raw);
    } catch (error) {
      const reason = `It could not be read: ${error instanceof Error ? error.message : String(error)}`;
      return { file: name, outcome: "set-aside", reason };
    }
  }

  #judge(file: string, mail: IncomingMail, raw: Buffer): IntakeLine {
    const judgement = judgeMail(mail, {
      candidates: this.#candidatesFor(mail),
      raw: raw.subarray(0, mostRawBytesRead).toString("latin1"),
    });
    const { text, language, suggested } = understandMail(mail, this.#council);
    const described = describe(mail, text, language);
    if (judgement.outcome === "machine") {
      const { reason, bounce } = judgement;
      return { file, outcome: "machine", reason, ...described, ...(bounce && { bounce }) };
    }
    this.#remember(mail, judgement);
    const copies = this.#texts.see({ id: file, writer: mail.from.email, text });
    return {
      file,
      outcome: judgement.outcome === "new-case" ? "new" : judgement.outcome,
      reason: judgement.reason,
      ...described,
      suggested: { ...suggested, ...(copies && { copies }) },
    };
  }

  #candidatesFor(mail: IncomingMail): CandidateCase[] {
    return answeredIds(mail).flatMap((id) => this.#cases.get(id) ?? []);
  }

  #remember(mail: IncomingMail, judgement: Exclude<Judgement, { outcome: "machine" }>): void {
    const isFollowUp = judgement.outcome === "follow-up";
    const caseId = isFollowUp ? judgement.caseId : referenceFor(mail.key, 0);
    const writers = [mail.from.email.toLowerCase()];
    this.#cases.set(mail.internetMessageId, { caseId, writers });
  }
}

function describe(mail: IncomingMail, text: string, language: string) {
  const { name, email } = mail.from;
  return {
    from: email,
    fromName: name === email || (email === "" && name === nobody) ? "" : name,
    subject: mail.subject,
    text,
    attachments: mail.attachments.map(({ name: title, type, bytes }) => ({
      name: title,
      type,
      bytes,
    })),
    language,
  };
}
