import type { MailAsSent } from "../../contract/mail-as-sent.ts";
import { mailAsSent } from "../../domain/mail/mail-as-sent.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { eventsSeenBy, mailOf } from "./case-events.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";

/** Of a larger mail, what comes later is not shown. */
const mostMailBytes = 50 * 1024 * 1024;

/**
 * A mail of the case as its writer laid it out, made safe, for those who may see the case. It is read
 * from the mail that was kept as evidence, so that nothing but its text is stored a second time.
 */
export async function openMail(
  ports: Ports,
  person: Person,
  asked: { caseId: string; mailId: string },
): Promise<Result<MailAsSent, Refusal>> {
  const events = await eventsSeenBy(ports, person, asked.caseId);
  if (!events.ok) return events;
  const mail = events.value.map(mailOf).find((one) => one?.key === asked.mailId);
  const raw =
    mail === undefined ? undefined : await ports.evidence.openMail(mail.key, mostMailBytes);
  if (raw === undefined) {
    return refused({
      kind: "not-found",
      message: "The case has no such mail to show as it was sent.",
    });
  }
  const shown = await mailAsSent(raw);
  return ok(
    shown === undefined
      ? { remoteImages: 0, unshown: [], cut: false }
      : { ...shown, unshown: [...shown.unshown] },
  );
}
