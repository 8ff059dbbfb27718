import type { Person } from "../../people/actor.ts";
import { ok, type Result } from "../../result.ts";
import type { Case } from "../case.ts";
import type { Deciders, Decision, Evolvers, Hindrances, PersonContext } from "../chapter.ts";
import type { CommandOf } from "../commands.ts";
import type { EventOf } from "../events.ts";
import { withEntry } from "../evolving.ts";
import { notPossible, type CaseRejection } from "../rejection.ts";
import type { Sponsor, sponsorCommands, sponsorEvents } from "./facts.ts";

export const sponsorDeciders: Deciders<typeof sponsorCommands> = {
  "add-sponsor": add,
  "remove-sponsor": (before, { sponsor: id, reason }) => {
    const found = sponsorOf(before, id);
    if (!found.ok) return found;
    return ok([{ type: "sponsor-removed", sponsor: id, name: found.value.name, reason }]);
  },
  "update-sponsor": (before, { sponsor: id, text }) => {
    const found = sponsorOf(before, id);
    if (!found.ok) return found;
    return ok([{ type: "sponsor-updated", sponsor: id, name: found.value.name, text }]);
  },
};

export const sponsorHindrances: Hindrances<typeof sponsorCommands> = {
  "remove-sponsor": noSponsor,
  "update-sponsor": noSponsor,
};

export const sponsorEvolvers: Evolvers<typeof sponsorEvents> = {
  "sponsor-added": (before, event) => ({
    ...before,
    sponsors: [...before.sponsors, addedBy(event)],
  }),
  "sponsor-removed": (before, { sponsor }) => ({
    ...before,
    sponsors: before.sponsors.filter(({ id }) => id !== sponsor),
  }),
  "sponsor-updated": told,
  "sponsor-copied": told,
};

function told(before: Case, { sponsor, at }: EventOf<"sponsor-updated" | "sponsor-copied">): Case {
  return { ...before, sponsors: withEntry(before.sponsors, sponsor, { updatedAt: at }) };
}

function noSponsor({ sponsors }: Case): string | undefined {
  return sponsors.length > 0 ? undefined : "Nobody sponsors this case.";
}

function add(before: Case, command: CommandOf<"add-sponsor">, { people }: PersonContext): Decision {
  const named = namedIn(command, people);
  if (!named.ok) return named;
  const { name, person } = named.value;
  const already = before.sponsors.some(
    (one) =>
      (person !== undefined && one.person === person) ||
      one.name.toLowerCase() === name.toLowerCase(),
  );
  if (already) return notPossible(`${name} sponsors this case already.`);
  const { capacity, consent, email } = command;
  const reached = email === undefined || person !== undefined ? {} : { email };
  // The number of the event that adds them, as the case only grows: a place in the list is used again
  // as soon as somebody is removed.
  const sponsor = String(before.version + 1);
  return ok([{ type: "sponsor-added", sponsor, ...named.value, capacity, consent, ...reached }]);
}

type Named = Pick<Sponsor, "name" | "person">;

function namedIn(
  { person, name }: CommandOf<"add-sponsor">,
  people: readonly Person[],
): Result<Named, CaseRejection> {
  if ((person === undefined) === (name === "")) {
    return notPossible("Name exactly one: a councillor from the list, or anybody else by name.");
  }
  if (person === undefined) return ok({ name });
  const found = people.find(({ id }) => id === person);
  if (found === undefined) {
    return notPossible(
      "That person is not in the directory. Choose from the list, or give a name.",
    );
  }
  return found.roles.includes("councillor")
    ? ok({ name: found.name, person: found.id })
    : notPossible(`${found.name} is no councillor. Choose one from the list, or give a name.`);
}

function sponsorOf({ sponsors }: Case, id: string): Result<Sponsor, CaseRejection> {
  const found = sponsors.find((one) => one.id === id);
  return found === undefined
    ? notPossible(
        `They do not sponsor this case. Its sponsors are: ${sponsors.map(({ name }) => name).join(", ")}.`,
      )
    : ok(found);
}

function addedBy(event: EventOf<"sponsor-added">): Sponsor {
  const { sponsor: id, name, capacity, consent, person, email, at } = event;
  return {
    ...{ id, name, capacity, consent, addedAt: at },
    ...(person === undefined ? {} : { person }),
    ...(email === undefined ? {} : { email }),
  };
}
