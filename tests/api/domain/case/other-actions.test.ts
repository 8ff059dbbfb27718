import { describe, expect, it } from "vitest";
import type { Case, CaseStatus } from "#api/domain/case/case.ts";
import { caseStatuses } from "#api/domain/case/case.ts";
import { personActions, type PersonAction } from "#api/domain/case/commands.ts";
import { decide, type DecideContext } from "#api/domain/case/decide.ts";
import { roles, type Person, type Role } from "#api/domain/people/actor.ts";
import { ada } from "./people.ts";
import { sampleCommand } from "./sample-commands.ts";
import { storyUntil } from "./story.ts";

// Written down from what the council wants, not from the table in the code: that is what it checks.
// What a case can be asked besides its steps (case-rules.test.ts): in which statuses, and who may. `h` has
// the case, `q` was asked or answers a point, `o` is to see to a remedy or lesson, `*` anybody, `-` nobody.
// Statuses: t(riage) a(llocation) i(nvestigating) w(aiting for approval) s(ending) r(eplied) c(losed).
const wanted = `
  action                 in       complaints-officer case-officer contributor head-of-service director independent-reviewer link-officer
  route                  tai      *  -  -  -  -  -  -
  refuse                 tair     *  -  -  -  -  -  -
  withdraw               taiwr    *  h  -  -  -  h  -
  decide-outcome         i        *  h  -  -  -  h  -
  reopen                 c        *  -  -  -  -  -  -
  set-aside              t        *  -  -  -  -  -  -
  accept                 i        h  h  -  -  -  h  -
  decline                i        h  h  -  -  -  h  -
  hand-over              i        h  h  -  -  -  h  -
  add-point              tai      *  h  -  -  -  h  -
  change-point           tai      *  h  -  -  -  h  -
  drop-point             tai      *  h  -  -  -  h  -
  answer-point           ai       *  hq q  *  *  hq -
  decide-point           i        *  h  -  -  -  h  -
  request-information    aiw      *  h  -  -  -  h  *
  comment-draft          iw       *  *  q  *  *  hq -
  answer-comment         iw       *  *  q  *  *  hq -
  resolve-comment        iw       *  *  q  *  *  hq -
  give-information       taiwsrc  *  hq q  *  *  hq -
  withdraw-request       taiwsrc  *  h  -  -  -  h  -
  extend                 aiw      *  h  -  -  -  h  -
  pause                  aiw      *  h  -  -  -  h  -
  resume                 aiw      *  h  -  -  -  h  -
  agree-date             aiw      *  h  -  -  -  h  -
  take-route             tai      *  h  -  -  -  h  -
  leave-route            tai      *  h  -  -  -  h  -
  record-call            taiwsrc  *  h  -  -  -  h  -
  record-correspondence  taiwsrc  *  *  q  *  *  *  *
  acknowledge            tai      *  h  -  -  -  h  -
  record-posting         s        *  h  -  -  -  h  -
  enclose-files          i        *  h  -  -  -  h  -
  leave-out-file         i        *  h  -  -  -  h  -
  settle-sending         s        *  h  -  -  -  h  -
  post-again             taiwsrc  *  h  -  -  -  h  -
  mend-address           taiwrc   *  h  -  -  -  h  -
  confirm-details        taiwsrc  *  h  -  -  -  h  -
  promise-remedy         iwsrc    *  h  -  *  -  h  -
  accept-remedy          iwsrc    *  ho o  *  o  ho -
  complete-remedy        iwsrc    *  ho o  *  o  ho -
  give-up-remedy         iwsrc    *  h  -  *  -  h  -
  note-lesson            iwsrc    *  h  -  *  -  h  -
  complete-lesson        iwsrc    *  ho o  *  o  ho -
  record-check-in        rc       *  h  -  -  -  h  -
  raise-flag             taiwsrc  *  h  -  *  -  h  -
  lower-flag             taiwsrc  *  h  -  *  -  h  -
  restrict-access        taiwsrc  *  -  -  -  -  -  -
  open-access            taiwsrc  *  -  -  -  -  -  -
  restrict-conduct       taiwsrc  *  -  -  -  -  -  -
  review-conduct         taiwsrc  *  -  -  -  -  -  -
  add-sponsor            taiwsrc  *  h  -  -  -  h  -
  remove-sponsor         taiwsrc  *  h  -  -  -  h  -
  update-sponsor         taiwsrc  *  h  -  -  -  h  -
  link-case              taiwsrc  *  h  -  -  -  h  -
  unlink-case            taiwsrc  *  h  -  -  -  h  -
  join-campaign          taiwsrc  *  -  -  -  -  -  -
  leave-campaign         taiwsrc  *  -  -  -  -  -  -
  record-enquiry         taiwsrc  *  -  -  -  -  -  *
  answer-enquiry         taiwsrc  *  -  -  -  -  -  *
  record-decision        taiwsrc  *  -  -  -  -  -  *
`;

const letterOf: Record<CaseStatus, string> = {
  triage: "t",
  allocation: "a",
  investigating: "i",
  "awaiting-approval": "w",
  sending: "s",
  answered: "r",
  closed: "c",
};

const [header = [], ...rows] = wanted
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

/** The steps are checked in case-rules.test.ts; these belong to stages of their own kind. */
const elsewhere = new Set<PersonAction>([
  ...(["classify", "assign", "escalate", "add-note", "save-draft", "submit"] as const),
  ...(["approve", "return", "delegate", "take-over", "close"] as const),
  ...(["record-milestone", "arrange-hearing", "record-hearing", "record-findings"] as const),
]);

const standings = ["-", "h", "q", "o"] as const;
type Standing = (typeof standings)[number];

/** The same case, to which somebody stands in that way. */
function related(theCase: Case, standing: Standing, { id, name }: Person): Case {
  switch (standing) {
    case "-":
      return theCase;
    case "h":
      return { ...theCase, officer: { id, name, team: "service" } };
    case "q": {
      const askedBy = { id: "tom", name: "Tom Okafor" };
      const question = {
        question: "When?",
        due: "2026-11-20",
        askedBy,
        askedAt: theCase.receivedAt,
      };
      return { ...theCase, requests: [{ id: "1", to: { id, name }, ...question }] };
    }
    case "o": {
      const owner = { name, person: id };
      const promise = {
        id: "1",
        kind: "action",
        what: "Mend it.",
        owner,
        due: "2026-11-30",
      } as const;
      return { ...theCase, remedies: [promise] };
    }
  }
}

/** Whether the rules would let somebody of that role, standing like that, ask for the action. */
function mayAsk(action: PersonAction, theCase: Case, { now, ...context }: DecideContext): string {
  const command = sampleCommand(action, { case: theCase, now, pick: 1 });
  const decision = decide(theCase, command, { now, ...context });
  if (decision.ok || decision.error.kind === "not-possible") return "may ask";
  return decision.error.kind === "action-not-available" ? "unknown here" : "may not";
}

function wantedAnswer(row: readonly string[], status: CaseStatus, who: Who): string {
  if (!(row[1] ?? "").includes(letterOf[status])) return "unknown here";
  const cell = row[header.indexOf(who.role)] ?? "-";
  return cell === "*" || (who.standing !== "-" && cell.includes(who.standing))
    ? "may ask"
    : "may not";
}

type Who = { readonly role: Role; readonly standing: Standing };

describe("what a case can be asked besides its steps", () => {
  it("is all written down", () => {
    const written = new Set(rows.map(([action]) => action));
    expect(
      personActions.filter((action) => !written.has(action) && !elsewhere.has(action)),
    ).toEqual([]);
  });

  it.each(caseStatuses.flatMap((status) => roles.map((role) => ({ status, role }))))(
    "in $status by a $role is what the matrix says, however they stand to the case",
    ({ status, role }) => {
      const story = storyUntil(status);
      const person: Person = { ...ada, roles: [role] };
      for (const standing of standings) {
        const theCase = related(story.case, standing, person);
        const answers = rows.map(([action]) => [
          action,
          mayAsk(action as PersonAction, theCase, story.context(person)),
        ]);
        const expected = rows.map((row) => [row[0], wantedAnswer(row, status, { role, standing })]);
        expect(Object.fromEntries(answers), standing).toEqual(Object.fromEntries(expected));
      }
    },
  );
});
