import type { QueueName } from "../../contract/case-list.ts";
import type { AboutMe } from "../../contract/me.ts";
import { viewOf } from "../../domain/case/view-keys.ts";
import type { Person, Role } from "../../domain/people/actor.ts";

type Page = AboutMe["queues"][number];

const pages: Record<QueueName, Page> = {
  "my-cases": {
    name: "my-cases",
    title: "My cases",
    empty: "You have no open cases. When one is assigned to you, Redress tells you in chat.",
  },
  triage: {
    name: "triage",
    title: "Triage",
    empty: "Everything has been triaged. New mail appears here as it arrives.",
  },
  approvals: {
    name: "approvals",
    title: "Approvals",
    empty: "No letter is waiting for you. When one is, Redress asks you in chat.",
  },
  team: {
    name: "team",
    title: "Team",
    empty: "Your services have no open cases.",
  },
  "all-cases": {
    name: "all-cases",
    title: "All cases",
    empty: "No complaint has been logged yet. Mail to the complaints mailbox appears here.",
  },
  sponsored: {
    name: "sponsored",
    title: "Cases I sponsor",
    empty: "You sponsor no cases. Write to the complaints mailbox for a resident to begin one.",
  },
  asked: {
    name: "asked",
    title: "Asked of me",
    empty: "Nobody waits for you. When you are asked something, Redress tells you in chat.",
  },
  ombudsman: {
    name: "ombudsman",
    title: "Ombudsman",
    empty: "No case is with the Ombudsman. Record an enquiry on its case when one arrives.",
  },
  restricted: {
    name: "restricted",
    title: "Restricted cases",
    empty: "No restricted case names you. Only the people a restricted case names can see it.",
  },
};

const queuesOf: Record<Role, readonly QueueName[]> = {
  "complaints-officer": ["triage", "my-cases", "all-cases", "restricted"],
  "case-officer": ["my-cases", "team", "asked"],
  contributor: ["asked"],
  "head-of-service": ["approvals", "team", "asked"],
  director: ["approvals", "team", "asked"],
  "independent-reviewer": ["my-cases", "asked"],
  "link-officer": ["ombudsman", "asked"],
  councillor: ["sponsored"],
  "member-responsible": [],
  auditor: ["all-cases", "restricted"],
  administrator: [],
};

/** What spans the council is not for the people of a partner. */
const councilOnly: readonly QueueName[] = ["triage", "all-cases", "restricted", "ombudsman"];

const withoutCases: Partial<Record<Role, string>> = {
  "member-responsible": "You see figures, not cases. They will be here under Reports.",
  administrator: "You keep people and policies, and see no case.",
};

/** Who takes complaints in person, by phone or by post: everybody whose work cases are. */
const logging: ReadonlySet<Role> = new Set([
  "complaints-officer",
  "case-officer",
  "contributor",
  "head-of-service",
  "director",
  "independent-reviewer",
  "link-officer",
]);

/** The lists a person's roles open, in order of use. */
export function queuesFor({ roles, organisation }: Person): QueueName[] {
  const queues = [...new Set(roles.flatMap((role) => queuesOf[role]))];
  return organisation === undefined
    ? queues
    : queues.filter((queue) => !councilOnly.includes(queue));
}

/** Whether a person may log a complaint that did not come by mail. */
export function mayLog({ roles }: Person): boolean {
  return roles.some((role) => logging.has(role));
}

/** Whether a person's work is such that somebody stands in for them while they are away. */
export function mayBeAway(person: Person): boolean {
  return mayLog(person);
}

/** Whether a person may say who stands in for somebody else. */
export function mayCoverOthers(person: Person): boolean {
  return hasInHouse(person, ["complaints-officer", "administrator"]);
}

/** Whether a person may see the daily proof that no mail was lost. */
export function maySeeAssurance(person: Person): boolean {
  return hasInHouse(person, ["complaints-officer", "administrator", "auditor"]);
}

/** Whether a person may see to what is not accounted for; auditors only look. */
export function maySettleMail(person: Person): boolean {
  return hasInHouse(person, ["complaints-officer", "administrator"]);
}

/** Whether a person may read a mail that became no case. */
export function mayReadMail(person: Person): boolean {
  return hasInHouse(person, ["complaints-officer"]);
}

/** Whether a person may look at the cases of the whole council, as far as they are not restricted. */
export function mayOpenCases(person: Person): boolean {
  return queuesFor(person).includes("all-cases");
}

function hasInHouse({ roles, organisation }: Person, wanted: readonly Role[]): boolean {
  return organisation === undefined && roles.some((role) => wanted.includes(role));
}

/** Who I am and which pages I may open. */
export function meOf(person: Person, council: string): AboutMe {
  const { id, name, jobTitle, roles } = person;
  const queues = queuesFor(person).map((queue) => pages[queue]);
  return {
    id,
    name,
    jobTitle,
    council,
    roles: [...roles],
    queues,
    ...(queues.length === 0 ? { noCases: whyNoCases(person) } : {}),
    logs: mayLog(person),
    assurance: maySeeAssurance(person),
    ...(mayBeAway(person) || mayCoverOthers(person) ? { away: true } : {}),
  };
}

function whyNoCases({ roles }: Person): string {
  const said = roles.map((role) => withoutCases[role]).find((words) => words !== undefined);
  return said ?? "You have no role yet. Ask whoever looks after Redress for one.";
}

/**
 * The partitions behind a list, all in one order: what the roles open, and the same once more for each
 * restricted procedure the person is a member of.
 */
export function partitionsOf(queue: QueueName, person: Person): string[] {
  return alsoRestricted(openPartitions(queue, person), person);
}

/** Where a person's searches look: everybody's cases, and those that only they and some others may know of. */
export function findPartitions(person: Person): string[] {
  return alsoRestricted([viewOf.find, viewOf.memberFind(person.id)], person);
}

function alsoRestricted(open: readonly string[], { procedures = [] }: Person): string[] {
  const restricted = procedures.flatMap((procedure) =>
    open.map((partition) => viewOf.restricted(procedure, partition)),
  );
  return [...open, ...restricted];
}

function openPartitions(queue: QueueName, { id, roles, services }: Person): string[] {
  switch (queue) {
    case "my-cases":
      return [viewOf.officer(id)];
    case "triage":
      return [viewOf.triage];
    case "approvals":
      return [viewOf.approver(id)];
    case "team":
      return [...services.map(viewOf.service), viewOf.memberOpen(id)];
    case "all-cases":
      return [viewOf.council];
    case "sponsored":
      return [viewOf.sponsor(id)];
    case "asked":
      // Others find their service's points in the list of their team.
      return [
        viewOf.asked(id),
        ...(roles.includes("contributor") ? services.map(viewOf.points) : []),
      ];
    case "ombudsman":
      return [viewOf.ombudsman];
    case "restricted":
      return [viewOf.member(id)];
  }
}
