import { actOnCase } from "#api/services/acting/act-on-case.ts";
import { findCases } from "#api/services/lists/find-cases.ts";
import { listCases } from "#api/services/lists/list-cases.ts";
import { openCase } from "#api/services/case-page/open-case.ts";
import { summariseList } from "#api/services/lists/summarise-list.ts";
import { costOf, isHandover, queriesOf, rowsReadBy, warmProcess, type Cost } from "./cost.ts";
import { personCalled, type Council } from "./council.ts";
import { hashOf, joan } from "./joan.ts";
import { costOfMails } from "./mail-life.ts";
import { press } from "./person-at-work.ts";
import { submittedCase } from "./stored-case.ts";

/** What one piece of work asked for. */
type Counts = {
  /** Of the app to tables, blobs and queues. */
  readonly storageTransactions: number;
  /** Messages put in, and handed over by the platform: that one takes many at a time is not counted in its favour. */
  readonly queueOperations: number;
  readonly queries: number;
  readonly rowsRead: number;
  readonly graphCalls: number;
};

type Budget = Partial<Counts>;

/** The design's budgets; a follow-up and machine mail, of which it says nothing, may cost no more than a new mail. */
const mailBudget: Budget = { storageTransactions: 20, graphCalls: 6 };
const budgets = {
  "take in one mail: logged, acknowledged, views fresh": mailBudget,
  "look half a minute later whether anything was left": { storageTransactions: 2, graphCalls: 0 },
  "a follow-up": mailBudget,
  "machine mail": mailBudget,
  "list a queue page": { queries: 1, rowsRead: 51, graphCalls: 0 },
  "the same in another order": { queries: 1, rowsRead: 51, graphCalls: 0 },
  "the same of one service": { queries: 1, rowsRead: 51, graphCalls: 0 },
  // What no order knows is looked for in the list itself, as far as one answer of storage goes.
  "my cases of one stage": { queries: 1, rowsRead: 1000, graphCalls: 0 },
  "count my cases": { queries: 1, rowsRead: 1000, graphCalls: 0 },
  // Among everybody's and among one's own, then each of the eight cases that are shown, and one to know of more.
  "find a case by an address": { queries: 11, graphCalls: 0 },
  "open a case": { queries: 2, graphCalls: 0 },
  approve: { storageTransactions: 14, graphCalls: 0 },
} satisfies Record<string, Budget>;

export type Work = keyof typeof budgets;

/** Does every counted piece of work once, in a council as it stands. */
export async function countWork(council: Council): Promise<Record<Work, Counts>> {
  const { mail, late, followUp, machine } = await costOfMails(council);
  const people = await costOfPeople(council);
  return {
    "take in one mail: logged, acknowledged, views fresh": countsOf(mail),
    "look half a minute later whether anything was left": countsOf(late),
    "a follow-up": countsOf(followUp),
    "machine mail": countsOf(machine),
    "list a queue page": countsOf(people.list),
    "the same in another order": countsOf(people.sorted),
    "the same of one service": countsOf(people.narrowed),
    "my cases of one stage": countsOf(people.lookedThrough),
    "count my cases": countsOf(people.counted),
    "find a case by an address": countsOf(people.found),
    "open a case": countsOf(people.open),
    approve: countsOf(people.approve),
  };
}

async function costOfPeople(council: Council) {
  const { case: theCase } = await submittedCase(council);
  const ports = await warmProcess(council);
  const priya = personCalled("Priya Nair");
  const helen = personCalled("Helen Marsh");
  const tom = personCalled("Tom Okafor");
  const list = (asked: Parameters<typeof listCases>[2], person = priya) =>
    done(() => listCases(ports, person, asked));
  const done = (work: () => Promise<{ readonly ok: boolean }>): Promise<Cost> =>
    costOf(council, async () => {
      if (!(await work()).ok) throw new Error("It was refused.");
    });
  return {
    list: await list({ queue: "all-cases" }),
    sorted: await list({ queue: "all-cases", sort: "oldest" }),
    narrowed: await list({ queue: "all-cases", service: "waste" }),
    lookedThrough: await list({ queue: "my-cases", stage: "1" }, tom),
    counted: await done(() => summariseList(ports, tom, "my-cases")),
    found: await done(() => findCases(ports, priya, joan.address)),
    open: await done(() => openCase(ports, helen, theCase.id)),
    approve: await done(() => {
      const request = press({ type: "approve", text: hashOf(joan.letter) });
      return actOnCase(ports, helen, { caseId: theCase.id, request });
    }),
  };
}

function countsOf(cost: Cost): Counts {
  return {
    storageTransactions: cost.storage.filter((request) => !isHandover(request)).length,
    queueOperations: cost.storage.filter(({ service }) => service === "queue").length,
    queries: queriesOf(cost).length,
    rowsRead: rowsReadBy(cost),
    graphCalls: cost.graph.length,
  };
}

export type Proof = {
  readonly work: Work;
  readonly budget: Budget;
  readonly withFew: Counts;
  readonly withMany: Counts;
  readonly isWithinBudget: boolean;
  readonly isTheSame: boolean;
};

/** Holds what was counted among few cases and among many to the budgets and to each other. */
export function proofsOf(few: Record<Work, Counts>, many: Record<Work, Counts>): Proof[] {
  return (Object.keys(budgets) as Work[]).map((work) => {
    const [withFew, withMany] = [few[work], many[work]];
    const budget: Budget = budgets[work];
    return {
      work,
      budget,
      withFew,
      withMany,
      isWithinBudget: isWithin(budget, withFew) && isWithin(budget, withMany),
      isTheSame: JSON.stringify(withFew) === JSON.stringify(withMany),
    };
  });
}

function isWithin(budget: Budget, counts: Counts): boolean {
  return (Object.keys(budget) as (keyof Counts)[]).every(
    (name) => counts[name] <= (budget[name] ?? Infinity),
  );
}
