import type {
  Assurance,
  AssuranceActed,
  AssuranceAction,
  LedgerPage,
  MailText,
  ServiceComplaints,
} from "../../contract/assurance.ts";
import type { Person } from "../../domain/people/actor.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { checkMailboxes, lastMailboxCheck } from "../mailbox/check-mailboxes.ts";
import { mayOpenCases, maySeeAssurance, maySettleMail } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { measureChat } from "./chat-reach.ts";
import { gatherGivenUp } from "./failed-work.ts";
import { logAsComplaint } from "./log-as-complaint.ts";
import { listLedger, type LedgerAsked } from "./list-ledger.ts";
import { presentAssurance } from "./present-assurance.ts";
import { readMail } from "./read-mail.ts";
import { complaintsOf, measureServices } from "./service-activity.ts";
import { settleMail } from "./settle-mail.ts";
import { tellUnaccounted } from "./tell-unaccounted.ts";

/** What can be asked and done on the page that proves that nothing was lost. */
export interface AssuranceDesk {
  overview(person: Person): Promise<Result<Assurance, Refusal>>;
  /** Compares mailbox and ledger now, then gives the page. */
  check(person: Person): Promise<Result<Assurance, Refusal>>;
  act(person: Person, action: AssuranceAction): Promise<Result<AssuranceActed, Refusal>>;
  mail(person: Person, asked: LedgerAsked): Promise<Result<LedgerPage, Refusal>>;
  mailText(person: Person, id: string): Promise<Result<MailText, Refusal>>;
  complaints(person: Person, service: string): Promise<Result<ServiceComplaints, Refusal>>;
}

/** The page over the given ports; who may see it and who may act is decided here. */
export function createAssuranceDesk(ports: Ports): AssuranceDesk {
  const seen = async <T>(
    person: Person,
    answer: () => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> => (maySeeAssurance(person) ? answer() : closed);
  return {
    overview: (person) =>
      seen(person, async () => {
        await gatherGivenUp(ports);
        const check = (await lastMailboxCheck(ports)) ?? (await proveNothingLost(ports));
        return ok(await presentAssurance(ports, person, check));
      }),
    check: (person) =>
      seen(person, async () =>
        ok(await presentAssurance(ports, person, await proveNothingLost(ports))),
      ),
    act: (person, action) =>
      seen(person, async () => (maySettleMail(person) ? act(ports, person, action) : onlyLooking)),
    mail: (person, asked) => seen(person, () => listLedger(ports, person, asked)),
    mailText: (person, id) => seen(person, () => readMail(ports, person, id)),
    complaints: (person, service) => seen(person, () => complaintsPage(ports, person, service)),
  };
}

function act(
  ports: Ports,
  person: Person,
  action: AssuranceAction,
): Promise<Result<AssuranceActed, Refusal>> {
  return action.type === "log"
    ? logAsComplaint(ports, person, action.id)
    : settleMail(ports, person, action);
}

/** One whole check, as the timer and a person ask for it: what was given up, mailbox against ledger, who must know. */
export async function proveNothingLost(ports: Ports) {
  await gatherGivenUp(ports);
  const { done } = await checkMailboxes(ports);
  await tellUnaccounted(ports);
  await measureServices(ports);
  await measureChat(ports);
  return done;
}

async function complaintsPage(
  ports: Ports,
  person: Person,
  id: string,
): Promise<Result<ServiceComplaints, Refusal>> {
  const service = (await ports.directory.services()).find((one) => one.id === id);
  if (service === undefined) {
    return refused({ kind: "not-found", message: "There is no such service." });
  }
  const { listed, restricted } = await complaintsOf(ports, id);
  return ok({
    title: `Complaints to ${service.name} in the last 90 days`,
    rows: listed.map(({ caseId, receivedAt }) => ({ caseId, receivedAt })),
    restricted,
    mayOpen: mayOpenCases(person),
  });
}

const closed = refused({
  kind: "not-permitted",
  message: "Your role does not open this page.",
} as const);
const onlyLooking = refused({
  kind: "not-permitted",
  message: "You can look at this page. The complaints team and the administrator act on it.",
} as const);
