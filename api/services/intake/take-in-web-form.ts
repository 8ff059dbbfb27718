import { adjustmentWords } from "../../contract/adjustments.ts";
import type { WebForm, WebFormTaken } from "../../contract/web-form.ts";
import type { Case } from "../../domain/case/case.ts";
import { canBeWrittenTo } from "../../domain/case/contact/can-be-written-to.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { complainantOf } from "./complainant-of.ts";
import { sha256 } from "../digest.ts";
import { readEnclosed } from "../letters/enclosed-files.ts";
import { logOnce } from "./log-once.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

const longestSubject = 80;

/**
 * Takes in what a resident sent by the council's website, once per submission of one website: a case,
 * acknowledged as a mail is, and a row in the ledger. Asking again finishes what was begun.
 */
export async function takeInWebForm(
  ports: Ports,
  websiteId: string,
  form: WebForm,
): Promise<Result<WebFormTaken, Refusal>> {
  const now = ports.clock.now().toISOString();
  const receivedAt = new Date(form.sentAt ?? now).toISOString();
  if (receivedAt > now) {
    const message = "It cannot have been sent in the future. Check sentAt, or leave it out.";
    return refused({ kind: "bad-request", message, fields: { sentAt: message } });
  }
  const files = await readEnclosed(form.attachments);
  if (!files.ok) return files;
  const adjustment = adjustmentWords(form.adjustments, form.adjustmentWords);
  const submission = `web-form-${websiteId}-${form.submissionId}`;
  const logged = await logOnce(ports, {
    actor: { kind: "citizen", name: form.name },
    actionId: submission,
    complaint: {
      channel: "web-form",
      receivedAt,
      subject: form.subject ?? firstWordsOf(form.happened),
      complainant: complainantOf(form),
      ...(adjustment === undefined ? {} : { adjustment }),
    },
    words: wordsOf(form),
    files: files.value,
  });
  if (!logged.ok) return logged;
  const theCase = logged.value.case;
  await account(ports, theCase, submission);
  ports.logger.info("case.logged-by-web-form", { caseId: theCase.id });
  return ok(answerTo(theCase));
}

// The received day of the case itself: a retry after midnight must find the row of the first attempt.
async function account(ports: Ports, theCase: Case, submission: string): Promise<void> {
  await ports.ledger.record({
    key: sha256(submission),
    mailbox: "web-form",
    internetMessageId: submission,
    receivedAt: theCase.receivedAt,
    recordedAt: ports.clock.now().toISOString(),
    outcome: "new-case",
    caseId: theCase.id,
    reason: "Sent by the council’s website.",
    channel: "web-form",
  });
}

/** Everything the form holds that has no place of its own, in the order in which it is read. */
function wordsOf({ happened, putRight, service }: WebForm): string {
  return [
    happened,
    ...(putRight === undefined ? [] : [`What would put it right:\n${putRight}`]),
    ...(service === undefined ? [] : [`Chosen on the form: ${service}`]),
  ].join("\n\n");
}

function firstWordsOf(happened: string): string {
  const line = happened.split("\n", 1)[0] ?? "";
  if (line.length <= longestSubject) return line;
  return `${line.slice(0, line.lastIndexOf(" ", longestSubject) + 1 || longestSubject).trimEnd()}…`;
}

function answerTo(theCase: Case): WebFormTaken {
  const next = canBeWrittenTo(theCase)
    ? "We confirm it by e-mail."
    : "Please keep this reference: there is no e-mail address to confirm it to.";
  return {
    caseId: theCase.id,
    receivedAt: theCase.receivedAt,
    message: `We have your complaint. Its reference is ${theCase.id}. ${next}`,
  };
}
