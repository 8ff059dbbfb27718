import type { CaseDetail, Message } from "#api/contract/case-detail.ts";
import type { CaseRow } from "#api/contract/case-list.ts";
import type { MailAsSent } from "#api/contract/mail-as-sent.ts";
import type { Me } from "#api/contract/me.ts";
import type { SignOffSheet } from "#api/domain/case/sign-off/sheet.ts";
import { noParts, someParts } from "./case-parts-data.ts";
import { officersOffers, triageOffers } from "./offers.ts";

/** What an approver is to know of a letter of Tom's, whoever they are. */
export const approversSheet: SignOffSheet = {
  ...{ complainant: "Joan Whitfield", author: "Tom Okafor", approver: "Helen Marsh" },
  submittedAt: "2026-11-23T09:12:00.000Z",
  care: [{ title: "Reasonable adjustment", words: "Letters in large print." }],
  points: [
    { id: "1", title: "Recycling was missed three times", finding: "Upheld", answered: true },
    { id: "2", title: "Nobody answered the phone", answered: false },
  ],
  pointsWords: "1 of 2 points answered",
  decision: "Partly upheld",
  remedies: ["An apology by Mon 30 Nov: We say sorry in writing."],
  gist: "We are sorry that your recycling was missed.",
  checks: [],
  returned: { by: "Helen Marsh", at: "2026-11-22T15:00:00.000Z", comment: "Name the day." },
  changes: [],
  independence: "Tom Okafor submitted it. You wrote no part of it.",
  enclosures: [],
};

// Cases of a fictional council as the service would answer them, for the fake council to serve.

const officerQueues: Me["queues"] = [
  {
    name: "my-cases",
    title: "My cases",
    empty: "You have no open cases. When a case is assigned to you, it appears here.",
  },
  {
    name: "triage",
    title: "Triage",
    empty: "Nothing is waiting for triage. New messages appear here by themselves.",
  },
  { name: "approvals", title: "Approvals", empty: "No response is waiting for your approval." },
  { name: "team", title: "Team", empty: "Your team has no open cases." },
  { name: "all-cases", title: "All cases", empty: "There are no cases yet." },
];

export const officer: Me = {
  id: "a11ce000-0000-4000-8000-000000000001",
  name: "Priya Nair",
  jobTitle: "Complaints officer",
  council: "Wexcombe Borough Council",
  roles: ["complaints-officer"],
  queues: officerQueues,
  logs: true,
  assurance: true,
  wordsKey: "5e".repeat(32),
};

export const councillor: Me = {
  id: "a11ce000-0000-4000-8000-000000000005",
  name: "Cllr Amina Shah",
  jobTitle: "Councillor, Harbour ward",
  council: "Wexcombe Borough Council",
  roles: ["councillor"],
  queues: [
    {
      name: "sponsored",
      title: "Cases I sponsor",
      empty: "You sponsor no open cases. Write to complaints@wexcombe.gov.uk for a resident.",
    },
  ],
  logs: false,
  assurance: false,
  wordsKey: "ca".repeat(32),
};

/** Somebody who sees figures only. */
export const memberResponsible: Me = {
  ...councillor,
  id: "a11ce000-0000-4000-8000-000000000017",
  name: "Cllr Harriet Pembury",
  jobTitle: "Member Responsible for Complaints",
  roles: ["member-responsible"],
  queues: [],
  noCases: "You see figures, not cases. They will be here under Reports.",
};

const subjects: readonly [subject: string, complainant: string, service: string][] = [
  ["Missed bin collection, third time this month", "Margaret Ellis", "Waste and Street Scene"],
  ["Damp in my child's bedroom since October", "Yusuf Demir", "Housing"],
  ["Council tax letter sent to my late husband", "Jean Whitfield", "Revenues and Benefits"],
  ["Pothole outside the school has damaged my car", "Callum Reid", "Highways and Parking"],
  ["No answer about the extension next door", "Ottilie Brandt", "Planning"],
  ["Recycling lorry damaged my garden wall", "Peter Achebe", "Waste and Street Scene"],
  ["Repair to front door still not done", "Shanice Brown", "Housing"],
  ["Parking fine although I had a permit", "Dafydd Pryce", "Highways and Parking"],
  ["Housing benefit stopped without notice", "Zofia Nowak", "Revenues and Benefits"],
  [
    "Rude answer on the phone about assisted collection",
    "Arthur Pemberton",
    "Waste and Street Scene",
  ],
];

const clocks: readonly CaseRow["clock"][] = [
  { state: "overdue", due: "2026-11-19", words: "2 working days overdue" },
  { state: "overdue", due: "2026-11-20", words: "1 working day overdue" },
  { state: "due-today", due: "2026-11-23", words: "due today" },
  { state: "due-today", due: "2026-11-23", words: "due today" },
  { state: "due-soon", due: "2026-11-24", words: "due tomorrow" },
  { state: "due-soon", due: "2026-11-25", words: "in 2 working days" },
  { state: "on-time", due: "2026-12-01", words: "in 6 working days" },
  { state: "on-time", due: "2026-12-04", words: "in 9 working days" },
  { state: "on-time", due: "2026-12-07", words: "in 10 working days" },
];

const progress = [
  "Draft started",
  "Not started",
  "With Helen Marsh since Tue 17 Nov",
  "Returned by Helen Marsh on Thu 19 Nov",
  "Not started",
];

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference such as CMP-7K3Q-9D, different for every number. */
export function referenceOf(number: number): string {
  const letter = (step: number) => letters[(number * (step * 7 + 3) + step * 11) % 32] ?? "0";
  const serial = letters[Math.floor(number / 32) % 32] ?? "0";
  const last = letters[number % 32] ?? "0";
  return `CMP-${letter(1)}${letter(2)}${letter(3)}${letter(4)}-${serial}${last}`;
}

const pick = <T>(from: readonly T[], index: number): T => {
  const item = from[index % from.length];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
};

/** The row of an open case: the lower its number, the sooner it is due. */
export function openCaseRow(number: number): CaseRow {
  const [subject, complainant, serviceName] = pick(subjects, number);
  const due = number < 9 ? number : 5 + Math.min(3, Math.floor(number / 9));
  return {
    caseId: referenceOf(number),
    subject,
    complainant,
    stage: number % 7 === 1 ? 2 : 1,
    status: "investigating",
    stageWords: number % 7 === 1 ? "Stage 2" : "Stage 1",
    serviceName,
    officerName: "Priya Nair",
    receivedOn: "2026-11-09",
    clock: pick(clocks, due),
    progress: pick(progress, number),
    sponsored: number % 9 === 1,
  };
}

/** The row of a message nobody has looked at yet. */
export function triageRow(number: number): CaseRow {
  const [subject, complainant] = pick(subjects, number + 3);
  return {
    caseId: referenceOf(500 + number),
    subject,
    complainant,
    stage: 1,
    status: "triage",
    stageWords: "Not yet classified",
    receivedOn: "2026-11-23",
    clock: { state: "on-time", due: "2026-11-30", words: "acknowledge in 5 working days" },
    progress: "Waiting for triage",
    sponsored: number === 2,
  };
}

const firstMail = `Dear Sir or Madam,

My bins in Orchard Close were not emptied on Tuesday. That is the third time this month. I have rung twice and each time I was told that a crew would come back "within 48 hours". Nobody came.

I am 78 and I cannot take the bags to the tip myself. My neighbour's bin was emptied, so the lorry was in the street. Please tell me why mine is always left, and when it will stop.

I also had to pay for a private collection on 12 November (£35, receipt attached) because of the smell.

Yours faithfully
Margaret Ellis
14 Orchard Close, Wexcombe`;

const secondMail = `Thank you for your acknowledgement. It has happened again this morning.

On Mon, 16 Nov 2026 at 10:02, Wexcombe Borough Council <complaints@wexcombe.gov.uk> wrote:
> Dear Margaret Ellis
>
> Thank you for your complaint. Your reference is below.
> We will answer by 7 December 2026.`;

const conversation: readonly Message[] = [
  {
    id: "m1",
    direction: "in",
    from: "Margaret Ellis",
    at: "2026-11-16T08:41:00.000Z",
    subject: "Missed bin collection, third time this month",
    text: firstMail,
    attachments: [
      { id: "a1", name: "Receipt 12 November.pdf", type: "application/pdf", bytes: 84_211 },
      {
        id: "a2",
        name: "bins.jpg",
        type: "image/jpeg",
        bytes: 2_410_882,
        note: "It was sent as image/jpeg, but by its first bytes it is image/png.",
      },
    ],
    formatted: true,
  },
  {
    id: "m2",
    direction: "out",
    from: "Wexcombe Borough Council",
    at: "2026-11-16T10:02:00.000Z",
    subject: "Your complaint",
    text: "Dear Margaret Ellis\n\nThank you for your complaint. We will answer by Monday 7 December 2026.\n\nWexcombe Borough Council",
    attachments: [],
    label: "Acknowledgement",
    letter: "b".repeat(64),
  },
  {
    id: "m3",
    direction: "in",
    from: "Margaret Ellis",
    at: "2026-11-20T07:15:00.000Z",
    subject: "Re: Your complaint",
    text: secondMail,
    newText: "Thank you for your acknowledgement. It has happened again this morning.",
    rest: "quoted text",
    attachments: [],
    formatted: false,
  },
];

/** The first mail as its writer laid it out: a table, her own colours and a picture she took. */
export const asSent: MailAsSent = {
  html: `<p>Dear Sir or Madam,</p><p style="color:#b00020"><b>My bins in Orchard Close were not emptied on Tuesday.</b> That is the third time this month.</p><table><tr bgcolor="#eeeeee"><th>Day</th><th>What I was told</th></tr><tr><td>3 November</td><td>&ldquo;A crew comes within 48 hours.&rdquo;</td></tr><tr><td>10 November</td><td>The same again.</td></tr></table><p><img alt="The bins" width="120" height="60" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" /></p><p>See <a href="https://example.com/bins" target="_blank" rel="noopener noreferrer nofollow">the collection days</a>.</p><p>Yours faithfully<br>Margaret Ellis</p>`,
  remoteImages: 2,
  unshown: ["lorry.heic"],
  cut: false,
};

export const startingLetter = `Dear Margaret Ellis

Thank you for writing to us on 16 November 2026 about missed bin collections.

[What we looked into and what we found]

[What we will do, and by when]

If you are not happy with this answer, you can ask us to look again at stage 2. Write to complaints@wexcombe.gov.uk within 20 working days.

Yours sincerely
Priya Nair`;

const choices: CaseDetail["choices"] = {
  caseTypes: [
    {
      id: "complaint",
      name: "Complaint",
      hint: "Someone is unhappy with what the council did, did not do, or how it did it.",
      examples: ["The bin was missed again.", "Nobody answered my letter."],
      handling: "Goes through the stages.",
    },
    {
      id: "service-request",
      name: "Service request",
      hint: "Someone asks for something to be done for the first time, such as a new bin.",
      examples: ["Please collect my missed bin."],
      handling: "Passed to the service and recorded.",
    },
    { id: "compliment", name: "Compliment", hint: "Someone is pleased and says so." },
    { id: "comment", name: "Comment", hint: "An opinion or idea that asks for no answer." },
  ],
  guide: {
    levels: [{ title: "Triage", words: "Decides what it is and who takes it." }],
    questions: ["Is it a first request for a service?", "Can it be put right straight away?"],
  },
  services: [
    { id: "waste", name: "Waste and Street Scene" },
    { id: "highways", name: "Highways and Parking" },
    { id: "planning", name: "Planning" },
    { id: "housing", name: "Housing" },
    { id: "revenues", name: "Revenues and Benefits" },
  ],
  officers: [
    { id: "tom", name: "Tom Okafor", hint: "Waste and Street Scene" },
    { id: "rhys", name: "Rhys Evans", hint: "Housing" },
    { id: "ewa", name: "Ewa Kowalska", hint: "Revenues and Benefits" },
    { id: "fatima", name: "Fatima Aziz", hint: "Highways and Parking, Planning" },
  ],
};

const history: CaseDetail["history"] = [
  {
    sequence: 1,
    at: "2026-11-16T08:41:30.000Z",
    who: "Redress",
    what: "Logged the message of Margaret Ellis as a new case.",
    kind: "mail",
  },
  {
    sequence: 2,
    at: "2026-11-16T10:02:00.000Z",
    who: "Redress",
    what: "Sent the acknowledgement.",
    kind: "mail",
  },
  {
    sequence: 3,
    at: "2026-11-16T14:20:00.000Z",
    who: "Grace Bello",
    what: "Decided that it is a complaint about Waste and Street Scene.",
    kind: "decision",
  },
  {
    sequence: 4,
    at: "2026-11-17T09:05:00.000Z",
    who: "Grace Bello",
    what: "Assigned the case to Priya Nair.",
    kind: "decision",
  },
  {
    sequence: 5,
    at: "2026-11-19T15:40:00.000Z",
    who: "Priya Nair",
    what: "Added a note.",
    kind: "note",
    text: "Rang the depot. The crew sheet says access was blocked by a parked van on all three dates.",
  },
];

const dueClock: CaseDetail["clocks"][number] = {
  kind: "response",
  title: "Response due",
  stage: 1,
  due: "2026-12-07",
  state: "on-time",
  words: "in 10 working days",
  why: [
    "The complaint arrived on Mon 16 Nov 2026; counting starts on the next working day.",
    "A stage 1 response is due within 15 working days.",
    "Saturdays and Sundays are not counted.",
  ],
};

const acknowledged: CaseDetail["clocks"][number] = {
  kind: "acknowledgement",
  title: "Acknowledgement",
  stage: 1,
  due: "2026-11-23",
  state: "met",
  words: "met on Mon 16 Nov",
  why: ["An acknowledgement is due within 5 working days."],
};

/** A case under investigation, with what its officer may do. */
export function openCase(row: CaseRow): CaseDetail {
  return {
    row,
    version: 7,
    channel: "email",
    receivedAt: "2026-11-16T08:41:00.000Z",
    complainant: { name: row.complainant, email: "m.ellis@example.org" },
    typeWords: "Complaint",
    clocks: [acknowledged, { ...dueClock, ...row.clock, due: row.clock.due ?? dueClock.due }],
    conversation: [...conversation],
    history: [...history],
    attention: [`${row.complainant} wrote again on Fri 20 Nov.`],
    ...someParts,
    asksForOthers: true,
    actions: [...officersOffers],
    choices,
    startingLetter,
  };
}

/** A message that waits for somebody to say what it is. */
export function unclassifiedCase(row: CaseRow): CaseDetail {
  const [first] = conversation;
  return {
    ...openCase(row),
    version: 2,
    clocks: [],
    conversation:
      first === undefined ? [] : [{ ...first, from: row.complainant, subject: row.subject }],
    history: history.slice(0, 2),
    attention: [],
    ...noParts,
    actions: [...triageOffers],
    choices: {
      ...choices,
      suggestedType: { id: "complaint", why: "It says what went wrong and asks for it to stop." },
      suggestedService: { id: "waste", why: "It mentions “bins” and “collection”." },
    },
  };
}
