import { buffer } from "node:stream/consumers";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGraphCall } from "#api/adapters/graph/graph-client.ts";
import { GraphMailbox } from "#api/adapters/graph/graph-mailbox.ts";
import { RequestSlots } from "#api/adapters/graph/request-slots.ts";
import { mailKeyOf } from "#api/services/digest.ts";
import { MailboxBusy, type MailFound } from "#api/services/ports/mailbox.ts";
import { estate } from "#local/estate.ts";
import type { Fault } from "#local/mailbox/faults.ts";
import type { Mailbox as EmulatedMailbox } from "#local/mailbox/mailbox.ts";
import { plainMail } from "#tests/local/mailbox/estate-mail.ts";
import { inOutlook } from "#tests/support/graph.ts";
import { TestClock } from "#tests/support/test-clock.ts";
import { startTestMicrosoft, type TestMicrosoft } from "#tests/support/test-microsoft.ts";
import { createAppToken } from "#api/adapters/entra/app-token.ts";

const { mailbox } = estate;
const credential = {
  kind: "secret",
  clientId: estate.clientId,
  secret: estate.clientSecret,
} as const;

let microsoft: TestMicrosoft;
let emulated: EmulatedMailbox;
const clock = new TestClock("2026-11-10T10:00:00.000Z");
/** An instance that is alone has every slot to itself. */
const alone = { slots: new RequestSlots({ lease: () => Promise.resolve(true) }), clock };
let graph: GraphMailbox;

beforeAll(async () => {
  microsoft = await startTestMicrosoft();
});
afterAll(() => microsoft.close());
beforeEach(async () => {
  emulated = await microsoft.openMailbox(clock);
  graph = new GraphMailbox(createGraphCall(createAppToken(estate.tenantId, credential), alone));
});

async function listedSince(since: string): Promise<MailFound[]> {
  const listed: MailFound[] = [];
  for await (const one of graph.listSince(mailbox, since)) listed.push(one);
  return listed;
}

const handleOf = ({ id }: { id: string }) => ({ mailbox, graphId: id });
const letter = (marker: string) => ({
  subject: "RE: Bins [CMP-0000-00]",
  html: "<p>We are <b>sorry</b>.</p>",
  marker,
});

async function draftedReply(marker = "CMP-0000-00:send:1") {
  const mail = await emulated.deliver(plainMail());
  const draft = await graph.draftReply(handleOf(mail), letter(marker));
  if (draft === undefined) throw new Error("No draft was made.");
  return draft;
}

describe("a mail that came", () => {
  it("is read as text with who wrote it, when, its headers and its files", async () => {
    const files = [
      { filename: "bin.jpg", content: Buffer.from([255, 216, 0, 1]), contentType: "image/jpeg" },
      { filename: "Zażółć.txt", content: "second", contentType: "text/plain" },
    ];
    const raw = await new MailComposer({
      from: "Joan Whitfield <joan.whitfield@example.com>",
      replyTo: "joan@home.example",
      to: mailbox,
      subject: "Żółta skrzynka 🙂",
      messageId: "<one@example.com>",
      inReplyTo: "<zero@example.com>",
      html: "<p>The bin <b>again</b>.</p>",
      attachments: files,
    })
      .compile()
      .build();
    const delivered = await emulated.deliver(raw);
    const mail = await graph.read(handleOf(delivered));
    expect(mail).toMatchObject({
      key: mailKeyOf(mailbox, "<one@example.com>"),
      mailbox,
      graphId: delivered.id,
      internetMessageId: "<one@example.com>",
      from: { name: "Joan Whitfield", email: "joan.whitfield@example.com" },
      replyTo: ["joan@home.example"],
      to: [mailbox],
      subject: "Żółta skrzynka 🙂",
      receivedAt: "2026-11-10T10:00:00.000Z",
    });
    expect(mail?.text).toContain("The bin again.");
    expect(mail?.text).not.toContain("<p>");
    expect(mail?.headers).toContainEqual({ name: "In-Reply-To", value: "<zero@example.com>" });
    expect(mail?.attachments.map(({ name, type }) => [name, type])).toEqual([
      ["bin.jpg", "image/jpeg"],
      ["Zażółć.txt", "text/plain"],
    ]);
    expect(await graph.readRaw(handleOf(delivered), buffer)).toEqual(raw);
    const [first] = mail?.attachments ?? [];
    if (first === undefined) throw new Error("The mail lost its files.");
    const content = await graph.readAttachment(handleOf(delivered), first, buffer);
    expect([...(content ?? [])]).toEqual([255, 216, 0, 1]);
  });

  it("that is not there any more is nothing, in every way of asking", async () => {
    const gone = { mailbox, graphId: "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AAAAAAAAAAAAAAAAA=" };
    const file = { id: "AAMk1", name: "a", type: "b", bytes: 1 };
    expect(await graph.read(gone)).toBeUndefined();
    expect(await graph.readRaw(gone, buffer)).toBeUndefined();
    expect(await graph.readAttachment(gone, file, buffer)).toBeUndefined();
    expect(await graph.draftReply(gone, letter("none"))).toBeUndefined();
    expect(await graph.draftText(mailbox, gone.graphId)).toBeUndefined();
    expect(await graph.send(mailbox, gone.graphId)).toBe("gone");
  });

  it("asks for patience when it breaks off, and whoever takes it fails in their own words", async () => {
    const mail = handleOf(await emulated.deliver(plainMail({ body: "x".repeat(5_000_000) })));
    emulated.faults.add({ kind: "broken-off" });
    await expect(graph.readRaw(mail, buffer)).rejects.toBeInstanceOf(MailboxBusy);
    const full = new Error("The disk is full.");
    await expect(graph.readRaw(mail, () => Promise.reject(full))).rejects.toBe(full);
    // What was left untaken holds no slot.
    for (let n = 0; n < 5; n += 1) await graph.readRaw(mail, () => Promise.resolve("no more"));
    expect((await graph.readRaw(mail, buffer))?.includes("x".repeat(70))).toBe(true);
  });

  it("from nobody, about nothing, is a mail all the same", async () => {
    const delivered = await emulated.deliver("To: complaints@wexcombe.gov.uk\r\n\r\nHello\r\n");
    expect(await graph.read(handleOf(delivered))).toMatchObject({
      from: { name: "Somebody", email: "" },
      subject: "",
    });
  });

  it("is listed with every other one since a day, page after page", async () => {
    for (let n = 0; n < 53; n += 1) {
      const headers = { "Message-ID": `<${n}@example.com>` };
      await emulated.deliver(plainMail({ headers }));
    }
    const listed = await listedSince("2026-11-10T00:00:00Z");
    expect(new Set(listed.map(({ internetMessageId }) => internetMessageId)).size).toBe(53);
    expect(await listedSince("2026-11-11T00:00:00Z")).toEqual([]);
  });

  it("is listed wherever it lies, oldest first, and nothing that the mailbox wrote", async () => {
    const arrives = async (name: string, fault?: Fault) => {
      clock.advance(60);
      if (fault !== undefined) emulated.faults.add(fault);
      const headers = { "Message-ID": `<${name}@example.com>` };
      return (await emulated.deliver(plainMail({ headers }))).id;
    };
    const ids = [
      await arrives("shift-deleted", {
        kind: "removed-unread",
        folder: "recoverableitemsdeletions",
      }),
      await arrives("in the inbox"),
      await arrives("junk", { kind: "filed-on-arrival", folder: "junkemail" }),
      await arrives("deleted", { kind: "removed-unread", folder: "deleteditems" }),
      await arrives("filed", { kind: "filed-on-arrival", folder: "compliments" }),
    ];
    clock.advance(60);
    const [sent, kept, discarded] = [
      await draftedReply("1"),
      await draftedReply("2"),
      await draftedReply("3"),
    ];
    await graph.send(mailbox, sent.id);
    await inOutlook("DELETE", `/messages/${discarded.id}`);
    expect((await emulated.list(mailbox, "drafts")).map(({ id }) => id)).toEqual([kept.id]);

    const listed = await listedSince("2026-11-10T00:00:00Z");
    // The drafts answer three mails more.
    expect(listed.slice(0, 5).map(({ graphId, isInInbox }) => [graphId, isInInbox])).toEqual(
      ids.map((id, index) => [id, index === 1]),
    );
    expect(listed).toHaveLength(8);
    const places = await Promise.all(ids.map((graphId) => graph.read({ mailbox, graphId })));
    expect(places.map((mail) => mail?.foundIn)).toEqual([
      "recoverable-items",
      undefined,
      "junk-email",
      "deleted-items",
      undefined,
    ]);
    // The folders are known by now.
    expect(await microsoft.requestsOf(() => listedSince("2026-11-10T00:00:00Z"))).toHaveLength(2);
  });

  it("is listed again after the mailbox could not say which folders it has", async () => {
    emulated.faults.add({ kind: "throttled", retryAfterSeconds: 5 }, { path: /sentitems/ });
    await draftedReply();
    const list = () => listedSince("2026-11-10T00:00:00Z");
    await expect(list()).rejects.toBeInstanceOf(MailboxBusy);
    clock.advance(5);
    expect(await list()).toHaveLength(1);
    // Where nothing was deleted for good there is no such folder: that is asked for again, and nothing else.
    expect(await microsoft.requestsOf(list)).toHaveLength(2);
  });
});

describe("a letter", () => {
  it("is drafted in its thread, read back as text, sent and found by its marker", async () => {
    const draft = await draftedReply("it's:marked");
    expect((await graph.draftText(mailbox, draft.id))?.trim()).toContain("We are sorry.");
    expect(await graph.findMarked(mailbox, "it's:marked")).toEqual([draft]);
    expect(await graph.findMarked(mailbox, "another")).toEqual([]);
    expect(await graph.send(mailbox, draft.id)).toBe("accepted");
    expect(await graph.findMarked(mailbox, "it's:marked")).toMatchObject([
      { isDraft: false, internetMessageId: draft.internetMessageId },
    ]);
    const [received] = emulated.mailFor("joan.whitfield@example.com").slice(-1);
    expect(received).toMatchObject({ subject: "RE: Bins [CMP-0000-00]" });
  });

  it("may begin a thread of its own", async () => {
    const draft = await graph.draftNew(mailbox, "tom@wexcombe.gov.uk", letter("new"));
    expect(await graph.send(mailbox, draft.id)).toBe("accepted");
    expect(emulated.mailFor("tom@wexcombe.gov.uk")).toHaveLength(1);
  });

  it("is refused when it can never be sent", async () => {
    const draft = await graph.draftNew(mailbox, "not-an-address", letter("bad"));
    expect(await graph.send(mailbox, draft.id)).toBe("refused");
  });

  it.each([
    ["504, though it left", { kind: "sent-but-504" }],
    ["503", { kind: "unavailable" }],
  ] as const)("is of unknown fate when its sending is answered %s", async (_words, fault) => {
    const draft = await draftedReply();
    emulated.faults.add(fault);
    expect(await graph.send(mailbox, draft.id)).toBe("unknown");
  });

  it("has surely not left when its sending was throttled", async () => {
    const draft = await draftedReply();
    emulated.faults.add({ kind: "throttled", retryAfterSeconds: 17 });
    await expect(graph.send(mailbox, draft.id)).rejects.toMatchObject({ retryAfterSeconds: 17 });
  });
});

describe("a mailbox that cannot be used now", () => {
  const read = () => graph.findMarked(mailbox, "anything");

  const secondsAsked = async (): Promise<number> => {
    const refusal: unknown = await read().catch((error: unknown) => error);
    if (!(refusal instanceof MailboxBusy)) throw new Error("The mailbox was not busy.");
    return refusal.retryAfterSeconds;
  };

  it.each([
    ["throttling", { kind: "throttled", retryAfterSeconds: 42 }],
    ["throttling that does not say how long", { kind: "throttled" }],
    ["unavailability", { kind: "unavailable" }],
  ] as const)("is left alone for a time after %s", async (_words, fault) => {
    emulated.faults.add(fault);
    const seconds = await secondsAsked();
    if ("retryAfterSeconds" in fault) expect(seconds).toBe(fault.retryAfterSeconds);
    clock.advance(seconds - 1);
    expect(await microsoft.requestsOf(async () => expect(await secondsAsked()).toBe(1))).toEqual(
      [],
    );
    clock.advance(1);
    expect(await read()).toEqual([]);
  });

  it("is left alone for longer each time while it does not say how long", async () => {
    emulated.faults.add({ kind: "throttled" }, { times: 4 });
    const asked: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      asked.push(await secondsAsked());
      clock.advance(asked.at(-1) ?? 0);
    }
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(new Set(asked).size).toBe(4);
    expect(await read()).toEqual([]);
  });

  it("asks for patience when it is out of our reach, and when it is closed to us", async () => {
    const unreachable = new GraphMailbox(
      createGraphCall(() => Promise.reject(new Error("No token today.")), alone),
    );
    await expect(unreachable.findMarked(mailbox, "x")).rejects.toBeInstanceOf(MailboxBusy);
    const foreign = new GraphMailbox(createGraphCall(() => Promise.resolve("not-a-token"), alone));
    await expect(foreign.findMarked(mailbox, "x")).rejects.toBeInstanceOf(MailboxBusy);
    await expect(graph.findMarked("other@wexcombe.gov.uk", "x")).rejects.toBeInstanceOf(
      MailboxBusy,
    );
  });

  it("is never asked more than four things at a time", async () => {
    await emulated.deliver(plainMail());
    // Exchange refuses a fifth: nothing here is told to wait.
    const answers = await Promise.all(Array.from({ length: 20 }, read));
    expect(answers).toHaveLength(20);
  });
});
