import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startBotInTeams, type BotInTeams } from "./bot-in-teams.ts";
import { auditor, caseId, director, officer, registration } from "./council.ts";

let run: BotInTeams;
beforeEach(async () => {
  run = await startBotInTeams();
});
afterEach(() => run.teams.close());

const message = {
  id: "1795168800000",
  createdDateTime: "2026-11-20T23:30:00.000Z",
  linkToMessage: "https://teams.microsoft.com/l/message/19:x/1795168800000",
  from: { user: { id: officer.id, displayName: "Lee Barton", userIdentityType: "aadUser" } },
  body: {
    contentType: "html",
    content:
      '<div>Hi <at id="0">Dee</at>, Ms Petrova (01632 960187, <a href="mailto:p@example.org">p@example.org</a>) rang:</div>' +
      "<div>&lt;b&gt;nobody&lt;/b&gt; empties the bins.<script>alert(1)</script></div>",
  },
};

type Step = "composeExtension/fetchTask" | "composeExtension/submitAction";

/** A message action as Teams sends it from the chat of two people. */
const chosen = (name: Step, value: Record<string, unknown> = {}) => ({
  type: "invoke",
  name,
  conversation: {
    id: "19:dee_lee@unq.gbl.spaces",
    conversationType: "personal",
    tenantId: registration.tenantId,
  },
  value: {
    commandId: "logComplaint",
    commandContext: "message",
    messagePayload: message,
    ...value,
  },
});

type Task = {
  type: string;
  value: { title: string; card: { contentType: string; content: { body: object[] } } } | string;
};

async function taskFor(activity: Record<string, unknown>): Promise<Task> {
  const answer = await run.send(run.activity(activity));
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.body) as { task: Task }).task;
}

type Parts = Record<string, unknown>;

function cardIn({ type, value }: Task): { body: Parts[]; actions: Parts[]; words: string } {
  expect(type).toBe("continue");
  if (typeof value === "string") throw new Error(value);
  expect(value.card.contentType).toBe("application/vnd.microsoft.card.adaptive");
  const content = value.card.content as unknown as { body: Parts[]; actions: Parts[] };
  return { ...content, words: JSON.stringify(content) };
}

/** What a form holds: its fields by their ids, and what its button carries. */
function formIn(task: Task) {
  const { body, actions, words } = cardIn(task);
  const fields = body.filter(({ type }) => String(type).startsWith("Input."));
  const [submit] = actions;
  expect(submit).toMatchObject({ type: "Action.Submit", title: "Log the complaint" });
  return {
    values: Object.fromEntries(fields.map(({ id, value }) => [String(id), value])),
    carried: submit?.data as Parts,
    words,
  };
}

const open = async (value: Record<string, unknown> = {}) =>
  formIn(await taskFor(chosen("composeExtension/fetchTask", value)));
const submit = (data: unknown, changes: Parts = {}) =>
  taskFor({ ...chosen("composeExtension/submitAction", { data }), ...changes });

const typed = { name: "Ms Petrova", subject: "Bins not emptied", channel: "phone" };

describe("the form that a message's menu opens", () => {
  test("has the message's words as plain text, whose they are and what they give away", async () => {
    const form = await open();
    expect(form.values).toEqual({
      words:
        "Hi Dee, Ms Petrova (01632 960187, p@example.org) rang:\n<b>nobody</b> empties the bins.",
      name: "",
      email: "p@example.org",
      phone: "01632 960187",
      subject: "",
      channel: "",
      receivedAt: "2026-11-20",
    });
    expect(form.words).toContain("Lee Barton, Friday 20 November 2026 at 23:30");
  });

  test.each<[string, object, Parts]>([
    [
      "plain text is taken as it is",
      { body: { contentType: "text", content: " <b>1 < 2 " } },
      { words: "<b>1 < 2" },
    ],
    [
      "nothing but a picture",
      { body: { contentType: "html", content: '<img src="x">' } },
      { words: "" },
    ],
    ["a post's subject", { subject: "Bins in Fore Street" }, { subject: "Bins in Fore Street" }],
    [
      "no body, no writer, no time",
      { body: null, from: null, createdDateTime: "soon" },
      { words: "", receivedAt: "" },
    ],
  ])("takes in %s", async (_, change, expected) => {
    expect((await open({ messagePayload: { ...message, ...change } })).values).toMatchObject(
      expected,
    );
  });

  test("says what does not come along", async () => {
    const long = {
      contentType: "html",
      content: `<p>${"word ".repeat(2000)}</p><attachment id="1">`,
    };
    const { words } = await open({ messagePayload: { ...message, body: long } });
    expect(words).toContain("longer than this form");
    expect(words).toContain("Pictures and files do not come along");
  });

  test("opens empty for a message that cannot be read at all", async () => {
    expect((await open({ messagePayload: "no" })).values).toMatchObject({ words: "", name: "" });
  });
});

describe("submitting it", () => {
  test("logs the complaint in the person's name, and shows the reference and the way to the case", async () => {
    const { values, carried } = await open();
    const receipt = cardIn(await submit({ ...values, ...typed, ...carried }));
    expect(receipt.words).toContain(`Logged as ${caseId}`);
    expect(receipt.actions).toMatchObject([{ type: "Action.OpenUrl", title: "Open the case" }]);
    expect(run.desk.logged).toEqual([
      {
        person: director.id,
        complaint: {
          actionId: carried.actionId,
          channel: "phone",
          receivedAt: "2026-11-20",
          complainant: { name: "Ms Petrova", email: "p@example.org", phone: "01632 960187" },
          subject: "Bins not emptied",
          words: expect.stringMatching(
            /^Hi Dee, [^]*empties the bins\.\n\n\[From a message in Teams: Lee Barton, Friday 20 November 2026 at 23:30\]$/,
          ) as string,
        },
      },
    ]);
  });

  test("twice sends the same action id, which logs one case; another form has another", async () => {
    const { values, carried } = await open();
    const data = { ...values, ...typed, ...carried };
    expect(await submit(data)).toEqual(await submit(data));
    const ids = run.desk.logged.map(({ complaint }) => complaint.actionId);
    expect(new Set(ids).size).toBe(1);
    expect((await open()).carried.actionId).not.toBe(carried.actionId);
  });

  test.each<[string, Parts, string]>([
    ["nobody complains", { name: " " }, "Write who complains."],
    [
      "the address is none",
      { email: "p at example" },
      "Check the e-mail address, or leave it out.",
    ],
    ["no way it came by is chosen", { channel: "" }, "Choose how it reached the council."],
    ["the day is none", { receivedAt: "" }, "Give the day it reached the council."],
    ["nothing was said", { words: "" }, "Write what was said."],
    [
      "the service refuses the day",
      { receivedAt: "2099-01-01" },
      "It cannot have arrived in the future.",
    ],
  ])("when %s says so, with everything kept", async (_, change, remark) => {
    const { values, carried } = await open();
    const filled = { ...values, ...typed, ...change };
    const form = formIn(await submit({ ...filled, ...carried }));
    expect(form.words).toContain(remark);
    expect(form).toMatchObject({ values: filled, carried });
    expect(run.desk.logged).toEqual([]);
  });

  test("when Redress fails keeps the form, to be submitted again under the same action id", async () => {
    const { values, carried } = await open();
    const data = { ...values, ...typed, ...carried };
    run.desk.breakDown();
    const form = formIn(await submit(data));
    expect(form.words).toContain("it is not logged twice");
    expect(JSON.stringify(run.log.lines)).not.toContain("Petrova");
    run.desk.recover();
    await submit({ ...form.values, ...form.carried });
    expect(run.desk.logged).toMatchObject([{ complaint: { actionId: carried.actionId } }]);
  });

  test.each<[string, unknown]>([
    ["no data", undefined],
    ["data that are no object", "log it"],
    ["an action id that is none", { ...typed, actionId: "' or 1 eq 1" }],
  ])("by %s logs nothing", async (_, data) => {
    expect(await submit(data)).toEqual({
      type: "message",
      value: expect.stringContaining("I cannot read this form") as string,
    });
    expect(run.desk.logged).toEqual([]);
  });
});

describe("nobody logs a complaint", () => {
  const steps: Step[] = ["composeExtension/fetchTask", "composeExtension/submitAction"];
  const people: [string, Parts, string][] = [
    [
      "whose role does not",
      { from: { id: "29:a", aadObjectId: auditor.id } },
      "Your role does not",
    ],
    ["in another's name", { from: { id: "29:x", name: director.name } }, "who you are"],
    [
      "of whom the directory knows nothing",
      { from: { id: "29:x", aadObjectId: "99999999-0000-4000-8000-000000000009" } },
      "I do not know you yet",
    ],
    [
      "of another tenant",
      { channelData: { tenant: { id: "another" } } },
      "only people of the council",
    ],
  ];
  test.each(people)("%s", async (_, sender, sentence) => {
    for (const step of steps) {
      const data = { ...typed, actionId: "a1b2c3d4", words: "w", receivedAt: "2026-11-20" };
      const task = await taskFor({ ...chosen(step, { data, person: director.id }), ...sender });
      expect(task).toEqual({ type: "message", value: expect.stringContaining(sentence) as string });
    }
    expect(run.desk.logged).toEqual([]);
  });

  test("by a command that the manifest does not have", async () => {
    const task = await taskFor(chosen("composeExtension/fetchTask", { commandId: "closeCase" }));
    expect(task).toMatchObject({ type: "message" });
  });

  test("and the chat of two people never becomes the one that Redress writes in", async () => {
    await open();
    expect(run.chatBook.chats.size).toBe(0);
    await run.send(run.activity({ text: "help" }));
    await open();
    expect(run.chatBook.chats.get(director.id)).toContain("a:director-and-bot");
  });
});
