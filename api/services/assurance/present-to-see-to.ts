import type { ToSeeTo } from "../../contract/assurance.ts";
import { failureWords } from "../../domain/assurance/failure-words.ts";
import { shortMoment } from "../../domain/calendar/london-date.ts";
import type { Person } from "../../domain/people/actor.ts";
import { mayOpenCases, mayReadMail, maySettleMail } from "../lists/pages.ts";
import type { FailedWork, UnaccountedMail } from "../ports/assurance-book.ts";
import type { Ports } from "../ports/ports.ts";
import { failedIdOf } from "./failed-work.ts";
import { accountedOff } from "./follow-unaccounted.ts";
import { mailId } from "./mail-id.ts";

/** The two lists of what somebody may have to see to, as this person may see them. */
export async function presentToSeeTo(
  ports: Ports,
  person: Person,
): Promise<{ readonly missing: ToSeeTo[]; readonly givenUp: ToSeeTo[] }> {
  const failed = await ports.assurance.failed();
  const mails = await accountedOff(ports, await ports.assurance.unaccounted());
  const byId = new Map(failed.map((work) => [work.id, work]));
  const lists = mails.map((mail) => {
    const { mailbox, graphId } = mail;
    return { mail, failure: byId.get(failedIdOf({ queue: "intake", mailbox, graphId })) };
  });
  const isAbove = new Set(lists.map(({ failure }) => failure?.id));
  const others = failed.filter(({ id, givenUpAt }) => givenUpAt !== undefined && !isAbove.has(id));
  const recorded = await Promise.all(
    others.map(({ mail }) =>
      mail === undefined
        ? Promise.resolve(undefined)
        : ports.ledger.find(mail.key, mail.receivedAt),
    ),
  );
  return {
    missing: lists.map(({ mail, failure }) => missingMail(person, mail, failure)),
    givenUp: others
      .filter((_work, index) => recorded[index] === undefined)
      .map((work) => givenUpWork(person, work)),
  };
}

/** By what work that was given up is named to people. */
export const workId = (id: string): string => `work-${id}`;

function missingMail(
  person: Person,
  mail: UnaccountedMail,
  failure: FailedWork | undefined,
): ToSeeTo {
  const { mailbox, receivedAt, queuedAt, foundAt, raisedAt } = mail;
  const again = queuedAt === foundAt ? "" : " again";
  const words = [
    failure === undefined ? "" : whyOf(failure),
    `Redress queued it${again} ${shortMoment(queuedAt)}.`,
    raisedAt === undefined
      ? "If that does not help, the complaints team is told."
      : "That did not help.",
  ];
  return {
    id: mailId(mail),
    title: `Mail to ${mailbox}, ${shortMoment(receivedAt)}`,
    words: words.filter((one) => one !== "").join(" "),
    since: receivedAt,
    readable: mayReadMail(person),
    offers: maySettleMail(person) ? ["replay", "set-aside"] : [],
  };
}

function givenUpWork(person: Person, failed: FailedWork): ToSeeTo {
  const { id, work, since, mail } = failed;
  const isMail = mail !== undefined;
  const offers = [
    ...(work === undefined ? [] : (["replay"] as const)),
    ...(isMail ? (["set-aside"] as const) : []),
  ];
  return {
    id: workId(id),
    title: titleOf(failed),
    words: whyOf(failed),
    since,
    ...(work?.queue === "drain" && mayOpenCases(person) ? { caseId: work.caseId } : {}),
    readable: isMail && mayReadMail(person),
    offers: maySettleMail(person) ? offers : [],
  };
}

function titleOf({ work, mail }: FailedWork): string {
  switch (work?.queue) {
    case undefined:
      return "A message that Redress did not write";
    case "drain":
      return `What ${work.caseId} still has to send or tell`;
    case "sync":
      return `Looking for new mail in ${work.mailbox}`;
    case "intake":
      return mail === undefined
        ? `A mail to ${work.mailbox} that is not in the mailbox any more`
        : `Mail to ${mail.mailbox}, ${shortMoment(mail.receivedAt)}`;
  }
}

function whyOf({ work, kinds, attempts, lastAt }: FailedWork): string {
  if (work === undefined)
    return "It says nothing that Redress could do. Tell whoever looks after Redress.";
  if (kinds === undefined) return "It failed before Redress could note why.";
  const times = attempts === 1 ? "Tried once" : `Tried ${attempts} times`;
  return `${failureWords(kinds)} ${times}, last ${shortMoment(lastAt)}.`;
}
