import assert from "node:assert/strict";
import { addWorkingDays, shippedCalendar } from "#api/domain/calendar/working-days.ts";
import { until, wordsOf, type EstateClient, type PersonClient } from "./estate-client.ts";
import { fillLetter } from "./fill-letter.ts";

const resident = "joan.whitfield@example.com";
const subject = "Missed recycling collection, third time";

export type Journey = {
  readonly caseId: string;
  /** Mails the resident sent on the way. */
  readonly mails: number;
  readonly approvals: number;
  readonly sent: number;
};

/** Tells, a line at a time, how far the journey is. */
type Tell = (line: string) => void;

/**
 * One complaint from the citizen's mail to the director's signature: logged, acknowledged, triaged,
 * nudged, answered, taken to stage 2, returned, approved and closed. Throws at the first step that fails.
 */
export async function travel(client: EstateClient, tell: Tell): Promise<Journey> {
  const people = {
    priya: client.person("Priya Nair"),
    tom: client.person("Tom Okafor"),
    helen: client.person("Helen Marsh"),
    grace: client.person("Grace Bello"),
    david: client.person("David Lindqvist"),
  };
  tell("A resident complains by e-mail");
  const caseId = await logged(client, people.priya);
  tell(`${caseId} is logged and acknowledged`);
  await triage(people, caseId);
  tell("Classified, assigned, and the case officer told in chat");
  await watchTheClock(client, people, caseId);
  tell("The officer was nudged before and after the date, the head of service told");
  await answerStageOne(client, people, caseId);
  tell("Stage 1 approved from chat and sent once");
  await answerStageTwo(client, people, caseId);
  tell("Stage 2 returned once, approved from chat and sent once");
  await people.grace.act(caseId, {
    type: "close",
    outcome: "upheld",
    reason: "Answered at stage 2.",
  });
  await checkHistory(people.priya, caseId);
  tell("Closed; every step is in its history");
  return { caseId, mails: 2, approvals: 2, sent: 2 };
}

type People = Readonly<Record<"priya" | "tom" | "helen" | "grace" | "david", PersonClient>>;

async function logged(client: EstateClient, priya: PersonClient): Promise<string> {
  await client.sendMail(resident, {
    subject,
    text: "My recycling bin has been missed for the third time. I am fed up of reporting it.\n\nJoan Whitfield",
  });
  const row = await until("the mail is in the triage list", async () => {
    return (await priya.list("triage")).find((one) => one.subject === subject);
  });
  const acknowledgement = await until("the resident has an acknowledgement", async () => {
    return (await client.received(resident)).find((mail) => mail.text.includes(row.caseId));
  });
  assert.ok(acknowledgement.inReplyTo, "the acknowledgement answers the resident's own mail");
  return row.caseId;
}

async function triage({ priya, tom }: People, caseId: string): Promise<void> {
  await priya.act(caseId, { type: "classify", caseType: "complaint", service: "waste" });
  await priya.act(caseId, { type: "assign", officer: tom.id });
  await tom.cardWith(caseId, "is yours now");
  const mine = await tom.list("my-cases");
  assert.ok(
    mine.some((row) => row.caseId === caseId),
    "the case is in the officer's list",
  );
}

async function watchTheClock(client: EstateClient, people: People, caseId: string): Promise<void> {
  const detail = await people.tom.open(caseId);
  const clock = detail.clocks.find(({ kind, stage }) => kind === "response" && stage === 1);
  assert.ok(clock, "the case has a response clock");
  await client.moveClock(nineOClock(workingDays(clock.due, -2)));
  await people.tom.cardWith(caseId, "is due soon");
  await client.moveClock(nineOClock(workingDays(clock.due, 1)));
  await people.tom.cardWith(caseId, "is overdue");
  await people.helen.cardWith(caseId, "is overdue");
}

function workingDays(from: string, days: number): string {
  return addWorkingDays({ from, days, region: "england-and-wales", calendar: shippedCalendar() })
    .due;
}

// Nine in the morning by GMT is a working hour in London, summer and winter.
function nineOClock(day: string): string {
  return `${day}T09:00:00Z`;
}

async function answerStageOne(client: EstateClient, people: People, caseId: string): Promise<void> {
  await submit(people.tom, caseId, "The crew will come tomorrow.");
  const card = await people.helen.cardWith(caseId, "needs your approval");
  const first = await people.helen.press(card, "approve");
  const second = await people.helen.press(card, "approve");
  assert.deepEqual([first.type, second.type], ["card", "card"], "both presses get a receipt");
  await responses(client, people.priya, { caseId, stage: 1 });
}

async function answerStageTwo(client: EstateClient, people: People, caseId: string): Promise<void> {
  const [answer] = (await client.received(resident)).slice(-1);
  assert.ok(answer, "the resident has the stage 1 response");
  await client.sendMail(resident, {
    subject: `Re: ${answer.subject}`,
    text: "I am not satisfied. Nobody came the next day either.",
    inReplyTo: answer.internetMessageId,
  });
  await until("the case offers stage 2", async () => {
    const { actions } = await people.priya.open(caseId);
    return actions.find(({ type, primary }) => type === "escalate" && primary);
  });
  await people.priya.act(caseId, { type: "escalate", reason: "Not satisfied with stage 1." });
  await people.priya.act(caseId, { type: "assign", officer: people.grace.id });
  await submit(people.grace, caseId, "The crew will come twice a week from now on.");
  await returnOnce(people, caseId);
  await submit(people.grace, caseId, "We will pay you £50 by the end of this month.");
  const again = await people.david.cardWith(caseId, "needs your approval", "Say what we will pay.");
  const receipt = await people.david.press(again, "approve");
  assert.equal(receipt.type, "card", "the director gets a receipt");
  await responses(client, people.priya, { caseId, stage: 2 });
}

async function returnOnce({ david, grace }: People, caseId: string): Promise<void> {
  const card = await david.cardWith(caseId, "needs your approval");
  const opened = await david.open(caseId);
  assert.ok(opened.submission, "the director can read the whole letter");
  await david.press(card, "return", { comment: "Say what we will pay." });
  await grace.cardWith(caseId, "Say what we will pay.");
}

async function submit(author: PersonClient, caseId: string, remedy: string): Promise<void> {
  const { startingLetter = "" } = await author.open(caseId);
  await author.act(caseId, { type: "save-draft", text: fillLetter(startingLetter, { remedy }) });
  const { draft } = await author.open(caseId);
  assert.ok(draft, "the draft is saved");
  await author.act(caseId, { type: "submit", text: draft.hash });
}

// The case says "answered" once the sent copy was seen; the resident then has it exactly once.
async function responses(
  client: EstateClient,
  reader: PersonClient,
  { caseId, stage }: { caseId: string; stage: number },
): Promise<void> {
  await until(`the stage ${stage} response is recorded as sent`, async () => {
    const { row } = await reader.open(caseId);
    return row.status === "answered" ? row : undefined;
  });
  const letters = (await client.received(resident)).filter((mail) =>
    wordsOf(mail).includes(`stage ${stage} answer to your complaint ${caseId}`),
  );
  assert.equal(letters.length, 1, `the resident has the stage ${stage} response once`);
}

async function checkHistory(reader: PersonClient, caseId: string): Promise<void> {
  const { history, row } = await reader.open(caseId);
  assert.equal(row.status, "closed");
  assert.deepEqual(
    history.map(({ sequence }) => sequence),
    history.map((_, index) => index + 1),
    "the history has no gap",
  );
  assert.ok(
    history.every(({ who, at }) => who !== "" && !Number.isNaN(Date.parse(at))),
    "every step says who and when",
  );
}
