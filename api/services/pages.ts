import type { QueueName } from "../contract/case-list.ts";
import type { Me } from "../contract/me.ts";
import { viewOf } from "../domain/case/view-keys.ts";
import type { Person, Role } from "../domain/people/actor.ts";

type Page = Me["queues"][number];

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
};

const queuesOf: Record<Role, readonly QueueName[]> = {
  "complaints-officer": ["triage", "my-cases", "all-cases"],
  "case-officer": ["my-cases", "team"],
  "head-of-service": ["approvals", "team"],
  director: ["approvals", "team"],
  councillor: ["sponsored"],
  auditor: ["all-cases"],
};

/** The lists a person's roles open, in order of use. */
export function queuesFor(person: Person): QueueName[] {
  return [...new Set(person.roles.flatMap((role) => queuesOf[role]))];
}

/** Whether a person may see the daily proof that no mail was lost. */
export function maySeeAssurance(person: Person): boolean {
  return person.roles.some((role) => role === "complaints-officer" || role === "auditor");
}

/** Who I am and which pages I may open. */
export function meOf(person: Person, council: string): Me {
  const { id, name, jobTitle, roles } = person;
  return {
    id,
    name,
    jobTitle,
    council,
    roles: [...roles],
    queues: queuesFor(person).map((queue) => pages[queue]),
    assurance: maySeeAssurance(person),
  };
}

/** The partitions behind a list; a team's list has one for each of its services. */
export function partitionsOf(queue: QueueName, person: Person): string[] {
  switch (queue) {
    case "my-cases":
      return [viewOf.officer(person.id)];
    case "triage":
      return [viewOf.triage];
    case "approvals":
      return [viewOf.approver(person.id)];
    case "team":
      return person.services.map(viewOf.service);
    case "all-cases":
      return [viewOf.council];
    case "sponsored":
      return [viewOf.sponsor(person.id)];
  }
}
