import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startBotInTeams, type BotInTeams } from "./bot-in-teams.ts";
import { caseId, director, officer, publicUrl, registration, teamsAppId } from "./council.ts";

let run: BotInTeams;
beforeEach(async () => {
  run = await startBotInTeams();
});
afterEach(() => run.teams.close());

const said = (): string => JSON.stringify(run.teams.calls.map(({ activity }) => activity));
const inChannel = {
  conversation: {
    id: "19:channel@thread.tacv2",
    conversationType: "channel",
    tenantId: registration.tenantId,
  },
};

describe("typing to the bot", () => {
  test.each(["help", "Help please", "good morning", ""])(
    "“%s” is answered with help",
    async (text) => {
      const answer = await run.send(run.activity({ text }));
      expect(answer).toMatchObject({ status: 200, body: "" });
      expect(run.teams.calls).toHaveLength(1);
      expect(said()).toContain("What I can do for you");
      expect(said()).toContain("Open Approvals");
      expect(said()).toContain(`https://teams.microsoft.com/l/entity/${teamsAppId}/cases?webUrl=`);
    },
  );

  test("a picture without text is answered with help", async () => {
    await run.send(run.activity({ attachments: [{ contentType: "image/png" }] }));
    expect(said()).toContain("What I can do for you");
  });

  test("a reference is answered with the case and a link to it", async () => {
    await run.send(run.activity({ text: "what about cmp 7k3q 9d?" }));
    expect(said()).toContain("With Dee Ross since Tue");
    expect(said()).toContain(encodeURIComponent(`${publicUrl}/tab/?case=${caseId}`));
    expect(said()).not.toContain("lark@example.com");
  });

  test("a reference of a case one may not see is answered as if there were none", async () => {
    const from = { id: "29:officer", aadObjectId: officer.id };
    await run.send(run.activity({ text: caseId, from }));
    expect(run.teams.calls[0]?.activity.text).toBe(`I find no case ${caseId} that you can open.`);
    await run.send(run.activity({ text: "CMP-0000-00", from }));
    expect(run.teams.calls[1]?.activity.text).toBe("I find no case CMP-0000-00 that you can open.");
  });

  test("in a channel nothing is said about a case", async () => {
    await run.send(run.activity({ text: `<at>Redress</at> ${caseId}`, ...inChannel }));
    expect(run.teams.calls[0]?.activity.text).toContain("in a chat with you alone");
    expect(said()).not.toContain("Missed bin");
  });

  test("a stranger learns only that Redress does not know them", async () => {
    const from = { id: "29:x", aadObjectId: "99999999-0000-4000-8000-000000000009" };
    await run.send(run.activity({ text: caseId, from }));
    expect(run.teams.calls[0]?.activity.text).toContain("I do not know you yet");
    expect(run.chatBook.chats.size).toBe(0);
  });
});

describe("whose chat is remembered", () => {
  const installed = { type: "installationUpdate", action: "add" };
  const remembered = (): string[] => [...run.chatBook.chats.keys()];

  test("that of a person who installs the app, who is welcomed once", async () => {
    await run.send(run.activity(installed));
    await run.send(run.activity({ type: "conversationUpdate", membersAdded: [{ id: "29:x" }] }));
    expect(remembered()).toEqual([director.id]);
    expect(run.teams.calls).toHaveLength(1);
    expect(said()).toContain("What I can do for you");
  });

  test("with the newest address, and without the person's name", async () => {
    await run.send(run.activity(installed));
    const conversation = {
      id: "a:a-new-chat",
      conversationType: "personal",
      tenantId: registration.tenantId,
    };
    await run.send(run.activity({ type: "messageReaction", conversation }));
    const stored = run.chatBook.chats.get(director.id) ?? "";
    expect(JSON.parse(stored)).toMatchObject({
      serviceUrl: run.teams.serviceUrl,
      conversation: { id: "a:a-new-chat" },
    });
    expect(stored).not.toContain(director.name);
  });

  test("until they uninstall it", async () => {
    await run.send(run.activity(installed));
    await run.send(run.activity({ type: "installationUpdate", action: "remove" }));
    expect(remembered()).toEqual([]);
  });

  test("through an upgrade, without another welcome", async () => {
    await run.send(run.activity(installed));
    await run.send(run.activity({ type: "installationUpdate", action: "remove-upgrade" }));
    expect(remembered()).toEqual([director.id]);
    await run.send(run.activity({ type: "installationUpdate", action: "add-upgrade" }));
    expect(run.teams.calls).toHaveLength(1);
  });

  test("never a channel, where others would read what is said about a case", async () => {
    await run.send(run.activity({ text: "help", ...inChannel }));
    await run.send(run.activity({ ...installed, ...inChannel }));
    expect(remembered()).toEqual([]);
  });

  test("nobody's of another tenant", async () => {
    await run.send(run.activity({ ...installed, channelData: { tenant: { id: "another" } } }));
    expect(remembered()).toEqual([]);
    expect(run.teams.calls).toEqual([]);
  });
});
