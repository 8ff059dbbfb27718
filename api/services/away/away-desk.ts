import { randomUUID } from "node:crypto";
import type { Away, AwayChanged, AwayLine, EndCover, NameCover } from "../../contract/away.ts";
import { londonDate, shortDate } from "../../domain/calendar/london-date.ts";
import { addDays } from "../../domain/calendar/periods.ts";
import { choiceField, dayField, type Choice, type Form } from "../../domain/case/form.ts";
import type { Person, PersonId } from "../../domain/people/actor.ts";
import {
  coverOn,
  standInsOn,
  unfitDeputy,
  wrongDays,
  type Cover,
} from "../../domain/people/cover.ts";
import { ok, refused, type Result } from "../../domain/result.ts";
import { mayBeAway, mayCoverOthers } from "../lists/pages.ts";
import type { Ports } from "../ports/ports.ts";
import type { Refusal } from "../refusal.ts";
import { passToDeputies } from "./pass-to-deputies.ts";

/** Covers that are kept of one person, so that the row stays small: the oldest go first. */
const mostKept = 20;
const tries = 3;

/** Who is away and who stands in for them: for oneself, or by the complaints team and administrators for others. */
export interface AwayDesk {
  overview(person: Person): Promise<Result<Away, Refusal>>;
  name(person: Person, asked: NameCover): Promise<Result<AwayChanged, Refusal>>;
  end(person: Person, asked: EndCover): Promise<Result<AwayChanged, Refusal>>;
}

export function createAwayDesk(ports: Ports): AwayDesk {
  return {
    overview: (person) => overview(ports, person),
    name: (person, asked) => nameCover(ports, person, asked),
    end: (person, asked) => endCover(ports, person, asked),
  };
}

async function overview(ports: Ports, person: Person): Promise<Result<Away, Refusal>> {
  const today = todayOf(ports);
  const people = await ports.directory.everybody();
  const others = mayCoverOthers(person);
  const covers = (await ports.directory.covers())
    .filter(({ until }) => until >= today)
    .filter((one) => others || one.person === person.id || one.deputy === person.id)
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const name = (id: PersonId) =>
    people.find((one) => one.id === id)?.name ?? "someone who has left";
  const lines = covers.map((cover): AwayLine => ({
    ...{ id: cover.id, person: cover.person, who: name(cover.person) },
    deputy: name(cover.deputy),
    days: `${shortDate(cover.from)} until ${shortDate(cover.until)}`,
    standing: coverOn([cover], cover.person, today) ? "now" : "to come",
    mayEnd: others || cover.person === person.id,
  }));
  return ok({ lines, form: asFormSent(formFor(person, people, today)) });
}

function formFor(person: Person, people: readonly Person[], today: string): Form {
  const others = mayCoverOthers(person);
  const choices = (some: readonly Person[]): Choice[] =>
    some
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(({ id, name, jobTitle }) => ({ id, name, hint: jobTitle }));
  const able = people.filter(mayBeAway);
  const deputies = others
    ? able
    : able.filter((deputy) => unfitDeputy(person, deputy) === undefined);
  return {
    intro: [
      "Letters that wait for approval go to whoever stands in, where they may sign them off independently; reminders and cards go to them too.",
      "What they may not sign off stays for the complaints team to pass on.",
    ],
    fields: [
      ...(others
        ? [choiceField("person", "Who is away", { choices: choices(able), value: person.id })]
        : []),
      choiceField("deputy", "Who stands in", choices(deputies)),
      dayField("from", "First day", { earliest: today, value: today }),
      dayField("until", "Last day", { earliest: today }),
    ],
  };
}

// What crosses HTTP has lists that may be changed.
function asFormSent({ intro = [], fields }: Form): Away["form"] {
  return JSON.parse(JSON.stringify({ intro, fields })) as Away["form"];
}

async function nameCover(
  ports: Ports,
  by: Person,
  asked: NameCover,
): Promise<Result<AwayChanged, Refusal>> {
  const id = asked.person === "" ? by.id : asked.person;
  if (id !== by.id && !mayCoverOthers(by)) return refused(notForOthers);
  const [person, deputy] = await Promise.all([
    ports.directory.findPerson(id),
    ports.directory.findPerson(asked.deputy),
  ]);
  if (person === undefined || deputy === undefined || !mayBeAway(person)) {
    return bad("Choose people of the directory who work on cases.");
  }
  const unfit = unfitDeputy(person, deputy);
  if (unfit !== undefined) return bad(unfit);
  const today = todayOf(ports);
  const cover: Cover = {
    ...{ id: randomUUID(), person: person.id, deputy: deputy.id },
    ...{ from: asked.from, until: asked.until },
    ...{ setBy: { id: by.id, name: by.name }, setAt: ports.clock.now().toISOString() },
  };
  const everybodys = await ports.directory.covers();
  const saved = await change(ports, person.id, (own) => {
    const covers = [...everybodys.filter((one) => one.person !== person.id), ...own];
    const wrong = wrongDays(cover, { covers, today });
    return wrong === undefined ? ok([...own, cover].slice(-mostKept)) : bad(wrong);
  });
  if (!saved.ok) return saved;
  ports.logger.info("cover.named", { person: person.id, deputy: deputy.id, by: by.id });
  const passed = await passNow(ports, person.id, today);
  const letters = passed === 0 ? "" : ` ${lettersWords(passed)} went to them.`;
  const days = `from ${shortDate(cover.from)} until ${shortDate(cover.until)}`;
  return ok({ message: `${deputy.name} stands in for ${person.name} ${days}.${letters}` });
}

/** What waits already goes to the deputy at once when the absence has begun, or else at the sweep of its first day. */
async function passNow(ports: Ports, person: PersonId, today: string): Promise<number> {
  const { covers } = await ports.directory.findCovers(person);
  const people = await ports.directory.everybody();
  const others = (await ports.directory.covers()).filter((one) => one.person !== person);
  const standIns = standInsOn([...others, ...covers], today, people);
  return passToDeputies(
    ports,
    standIns.filter((one) => one.person === person),
  );
}

async function endCover(
  ports: Ports,
  by: Person,
  { person, cover: id }: EndCover,
): Promise<Result<AwayChanged, Refusal>> {
  if (person !== by.id && !mayCoverOthers(by)) return refused(notForOthers);
  const yesterday = addDays(todayOf(ports), -1);
  const saved = await change(ports, person, (own) => {
    const found = own.find((one) => one.id === id);
    if (found === undefined) return bad("It was ended already. Load the page again.");
    const rest = own.filter((one) => one.id !== id);
    return ok(found.from > yesterday ? rest : [...rest, { ...found, until: yesterday }]);
  });
  if (!saved.ok) return saved;
  ports.logger.info("cover.ended", { person, by: by.id });
  return ok({
    message:
      "Ended. What was passed on stays with whoever has it; take it over to decide it yourself.",
  });
}

/** Changes a person's covers as they are stored now, also when somebody else does at the same time. */
async function change(
  ports: Ports,
  person: PersonId,
  decide: (own: readonly Cover[]) => Result<readonly Cover[], Refusal>,
): Promise<Result<true, Refusal>> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await ports.directory.findCovers(person);
    const decided = decide(stored.covers);
    if (!decided.ok) return decided;
    const outcome = await ports.directory.saveCovers(person, { ...stored, covers: decided.value });
    if (outcome === "saved") return ok(true);
  }
  return bad("Somebody else is changing this too. Load the page again.");
}

function lettersWords(count: number): string {
  return count === 1 ? "1 letter that waits" : `${count} letters that wait`;
}

function todayOf({ clock }: Ports): string {
  return londonDate(clock.now().toISOString());
}

const notForOthers: Refusal = {
  kind: "not-permitted",
  message: "Only the complaints team or an administrator does this for somebody else.",
};

function bad(message: string): Result<never, Refusal> {
  return refused({ kind: "bad-request", message });
}
