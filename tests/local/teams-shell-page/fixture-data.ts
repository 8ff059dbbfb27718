import { estate } from "#local/estate.ts";
import type {
  AdaptiveCard,
  ChatMessage,
  CitizenMessage,
  Conversation,
} from "#local/teams-shell/api.ts";
import type { FixtureState } from "./fixture-shell.ts";

/** The oid of a person of the estate, by name. */
export function idOf(name: string): string {
  const person = estate.people.find((candidate) => candidate.name === name);
  if (person === undefined) throw new Error(`Nobody at the council is called ${name}.`);
  return person.id;
}

const caseLink = `https://teams.microsoft.com/l/entity/${estate.teamsAppId}/cases?context=${encodeURIComponent('{"subEntityId":"case/CMP-7K3Q-9D"}')}`;

/** An approval with every part that a card of the product is made of. */
export const approvalCard: AdaptiveCard = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", style: "heading", text: "Approve a stage 1 response", wrap: true },
    {
      type: "TextBlock",
      text: "CMP-7K3Q-9D · **Missed bin collection**, third time",
      wrap: true,
      isSubtle: true,
    },
    {
      type: "FactSet",
      facts: [
        { title: "Drafted by", value: "Tom Okafor" },
        { title: "Response due", value: "Mon 11 Jan, in 4 working days" },
      ],
    },
    {
      type: "Container",
      style: "emphasis",
      items: [
        { type: "TextBlock", text: "Point 1: upheld", weight: "Bolder", wrap: true },
        { type: "TextBlock", text: "The crew did not enter Harbour Row.", wrap: true },
      ],
    },
    {
      type: "Container",
      style: "warning",
      items: [{ type: "TextBlock", color: "Warning", wrap: true, text: "Due in 4 working days" }],
    },
    {
      type: "Container",
      style: "attention",
      items: [{ type: "TextBlock", color: "Attention", wrap: true, text: "1 check is not met" }],
    },
    {
      type: "Container",
      style: "good",
      items: [{ type: "TextBlock", color: "Good", wrap: true, text: "5 of 6 checks are met" }],
    },
    {
      type: "ActionSet",
      actions: [
        {
          type: "Action.ToggleVisibility",
          title: "Show or hide the letter",
          targetElements: ["letter"],
        },
      ],
    },
    {
      type: "Container",
      id: "letter",
      isVisible: false,
      items: [{ type: "TextBlock", wrap: true, text: "Dear Maria Santos, we are sorry." }],
    },
    {
      type: "Input.ChoiceSet",
      id: "decision",
      label: "Your decision",
      value: "upheld",
      choices: [
        { title: "Upheld", value: "upheld" },
        { title: "Not upheld", value: "not-upheld" },
      ],
    },
  ],
  actions: [
    {
      type: "Action.Execute",
      title: "Approve",
      verb: "approve",
      style: "positive",
      associatedInputs: "none",
      data: { caseId: "CMP-7K3Q-9D" },
    },
    {
      type: "Action.ShowCard",
      title: "Return with a comment",
      card: {
        type: "AdaptiveCard",
        body: [
          {
            type: "Input.Text",
            id: "comment",
            label: "What should change?",
            isMultiline: true,
            isRequired: true,
            errorMessage: "Say what should change.",
            placeholder: "It goes to the author",
          },
        ],
        actions: [
          {
            type: "Action.Execute",
            title: "Return to the author",
            verb: "return",
            data: { caseId: "CMP-7K3Q-9D" },
          },
        ],
      },
    },
    { type: "Action.OpenUrl", title: "Open the case", url: caseLink },
  ],
};

/** A card that only says something. */
export const receiptCard = (words: string): AdaptiveCard => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", style: "heading", text: words, wrap: true },
    { type: "TextBlock", text: "CMP-7K3Q-9D · recorded in the case", wrap: true, isSubtle: true },
  ],
});

/** A letter as the council's mailbox sends it: HTML, and plain text beside it. */
const acknowledgement: CitizenMessage = {
  id: "ack",
  direction: "received",
  from: estate.mailbox,
  fromName: "Wexcombe Borough Council complaints",
  to: "maria.santos@example.org",
  subject: "Re: Missed bin collection [CMP-7K3Q-9D]",
  text: "Thank you for your complaint. We will answer by Monday 11 January.",
  html: `<p>Dear Maria Santos,</p><p>Thank you for your complaint. Its reference is <b>CMP-7K3Q-9D</b>.
    We will answer by <b>Monday 11 January</b>.</p><script>parent.document.title = "taken"</script>`,
  at: "2026-11-20T10:00:20Z",
  attachments: [{ name: "Our complaints procedure.pdf", type: "application/pdf", bytes: 120_344 }],
  internetMessageId: "<ack@wexcombe.gov.uk>",
  inReplyTo: "<first@example.org>",
};

const complaint: CitizenMessage = {
  id: "first",
  direction: "sent",
  from: "maria.santos@example.org",
  fromName: "Maria Santos",
  to: estate.mailbox,
  subject: "Missed bin collection",
  text: "My recycling was not collected on Tuesday.\n\nThis is the third time this month.",
  at: "2026-11-20T10:00:00Z",
  attachments: [],
  internetMessageId: "<first@example.org>",
};

const helensChat: ChatMessage[] = [
  {
    id: "welcome",
    from: "bot",
    at: "2026-11-20T09:00:00Z",
    text: "Hello Helen. I will write here when a response needs **your** approval.",
  },
  { id: "hello", from: "person", at: "2026-11-20T09:01:00Z", text: "help" },
  {
    id: "help",
    from: "bot",
    at: "2026-11-20T09:01:02Z",
    text: `You can say:\n\n- **my cases**\n- **find** and a reference, such as [CMP-7K3Q-9D](${caseLink})`,
  },
  { id: "approval", from: "bot", at: "2026-11-21T16:00:00Z", card: approvalCard },
];

const lee = { id: idOf("Lee Barton"), name: "Lee Barton" };
const leesChat: Conversation = {
  id: "19:lee_tom@unq.gbl.spaces",
  members: [lee, { id: idOf("Tom Okafor"), name: "Tom Okafor" }],
  messages: [
    { id: "1", from: lee, at: "2026-11-20T09:00:00Z", html: "<p>Ms Petrova rang <b>me</b>.</p>" },
  ],
};

const complaintForm: AdaptiveCard = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    {
      ...{ type: "Input.Text", id: "name", label: "Who complains?", isRequired: true },
      errorMessage: "Write who complains.",
    },
  ],
  actions: [{ type: "Action.Submit", title: "Log the complaint", data: { actionId: "a-1" } }],
};

/** The estate as a test finds it: an approval waits for Helen Marsh, a receipt for Tom Okafor. */
export function freshState(): FixtureState {
  return {
    now: "2026-11-21T23:43:00.000Z",
    tabStatus: 200,
    canTabSleep: true,
    answerPress: () => ({ type: "card", card: receiptCard("Approved by Helen Marsh") }),
    beforeClockMoved: Promise.resolve(),
    chats: new Map([
      [idOf("Helen Marsh"), { messages: structuredClone(helensChat), unread: 2 }],
      [
        idOf("Tom Okafor"),
        {
          messages: [
            {
              id: "receipt",
              from: "bot",
              at: "2026-11-21T09:00:00Z",
              card: receiptCard("Your draft is with Helen Marsh"),
            },
          ],
          unread: 1,
        },
      ],
    ]),
    mail: new Map([["maria.santos@example.org", [{ ...complaint }, { ...acknowledgement }]]]),
    conversations: new Map([[idOf("Tom Okafor"), [leesChat]]]),
    answerAction: ({ data }) => ({
      type: "dialog",
      title: "Log a complaint",
      card: data === undefined ? complaintForm : receiptCard(`Logged for ${String(data.name)}`),
    }),
    faults: {
      words: "All is well.",
      faults: [
        {
          ...{ id: "unavailable", group: "Asking the mailbox", title: "The mailbox is away" },
          ...{ words: "503", left: 0, state: "Off", unit: ["call", "calls"] },
        },
      ],
    },
    presses: [],
    said: [],
  };
}
