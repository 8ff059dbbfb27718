import type { Message } from "@microsoft/microsoft-graph-types";
import { describe, expect, test } from "vitest";
import { complaints, openEstateMail, parking, plainMail, type EstateMail } from "./estate-mail.ts";

const joan = "joan.whitfield@example.com";
const messages = `/users/${complaints}/messages`;
const marker = "String {6f1d8b1e-2f0a-4a55-9c5f-0f5b1a2c3d4e} Name CaseSendKey";
const immutable = { Prefer: 'IdType="ImmutableId"' };

type Draft = Message & { id: string };

async function createReply({ graph }: EstateMail, id: string, body: object = {}): Promise<Draft> {
  return (await graph.api(`${messages}/${id}/createReply`).headers(immutable).post(body)) as Draft;
}

const post = ({ request }: EstateMail, path: string, body?: object): Promise<Response> =>
  request(path, {
    method: "POST",
    ...(body && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });

const errorCode = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { error: { code: string } }).error.code;

describe("a reply draft", () => {
  test("answers the writer, in the same conversation, above the quoted mail", async () => {
    const estate = await openEstateMail();
    const { id, internetMessageId } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id, { comment: "We will look into it." });
    expect(draft).toMatchObject({
      isDraft: true,
      subject: "RE: Bins not collected",
      toRecipients: [{ emailAddress: { name: "Joan Whitfield", address: joan } }],
      from: { emailAddress: { address: complaints } },
    });
    expect(draft.body?.content).toMatch(
      /^We will look into it\.[^]*From: Joan Whitfield[^]*Our bins were missed again\.$/,
    );
    const [original] = await estate.mailbox.list(complaints, "inbox");
    expect(draft.conversationId).toBe(original?.conversationId);
    const mime = await (await estate.request(`${messages}/${draft.id}/$value`)).text();
    expect(mime).toContain(`In-Reply-To: ${internetMessageId}`);
    expect(mime).toContain(`References: ${internetMessageId}`);
  });

  test("goes to Reply-To when the writer gave one", async () => {
    const estate = await openEstateMail();
    const headers = { "Reply-To": "Joan's daughter <kate@example.org>" };
    const { id } = await estate.mailbox.deliver(plainMail({ headers }));
    expect((await createReply(estate, id)).toRecipients).toMatchObject([
      { emailAddress: { address: "kate@example.org" } },
    ]);
  });

  test("to all also goes to the others, but not to the mailbox itself", async () => {
    const estate = await openEstateMail();
    const headers = { Cc: "Ward Office <ward@example.org>" };
    const { id } = await estate.mailbox.deliver(plainMail({ headers }));
    const draft = (await estate.graph.api(`${messages}/${id}/createReplyAll`).post({})) as Message;
    expect(draft.toRecipients).toMatchObject([{ emailAddress: { address: joan } }]);
    expect(draft.ccRecipients).toMatchObject([{ emailAddress: { address: "ward@example.org" } }]);
    expect(draft.ccRecipients).toHaveLength(1);
  });

  test("takes a whole body instead of a comment, but never both", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const message = { body: { contentType: "HTML", content: "<p>Dear Mrs Whitfield</p>" } };
    expect((await createReply(estate, id, { message })).body?.content).toBe(
      "<p>Dear Mrs Whitfield</p>",
    );
    const both = await post(estate, `${messages}/${id}/createReply`, { message, comment: "Hello" });
    expect(both.status).toBe(400);
  });

  test("is found by its marker, whose name is sensitive to case and whose value is not", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const singleValueExtendedProperties = [{ id: marker, value: "Case-1/Response-2" }];
    const draft = await createReply(estate, id, { message: { singleValueExtendedProperties } });
    const find = async (name: string, value: string): Promise<unknown> => {
      const { value: found } = (await estate.graph
        .api(messages)
        .headers(immutable)
        .filter(
          `singleValueExtendedProperties/Any(ep: ep/id eq '${name}' and ep/value eq '${value}')`,
        )
        .expand(`singleValueExtendedProperties($filter=id eq '${marker}')`)
        .get()) as { value: Message[] };
      return found.map((message) => [message.id, message.singleValueExtendedProperties]);
    };
    const expected = [[draft.id, singleValueExtendedProperties]];
    expect(await find(marker, "Case-1/Response-2")).toEqual(expected);
    expect(await find(marker, "CASE-1/RESPONSE-2")).toEqual(expected);
    expect(await find(marker.replace("CaseSendKey", "casesendkey"), "Case-1/Response-2")).toEqual(
      [],
    );
    expect(await find(marker, "Case-1/Response-3")).toEqual([]);
  });

  test("gets its marker by a later change as well", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    await estate.graph
      .api(`${messages}/${draft.id}`)
      .patch({ singleValueExtendedProperties: [{ id: marker, value: "k" }] });
    const read = (await estate.graph
      .api(`${messages}/${draft.id}`)
      .expand(`singleValueExtendedProperties($filter=id eq '${marker}')`)
      .get()) as Message;
    expect(read.singleValueExtendedProperties).toEqual([{ id: marker, value: "k" }]);
  });

  test.each([
    [
      "headers of its own that do not begin with x-",
      { internetMessageHeaders: [{ name: "Auto-Submitted", value: "auto-replied" }] },
      "InvalidInternetMessageHeader",
    ],
    [
      "more than five headers",
      {
        internetMessageHeaders: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `x-h${n}`, value: "1" })),
      },
      "InvalidInternetMessageHeaderCollection",
    ],
    ["a property Graph does not know", { colour: "red" }, "RequestBodyRead"],
    [
      "a malformed marker id",
      { singleValueExtendedProperties: [{ id: "CaseSendKey", value: "k" }] },
      "BadRequest",
    ],
  ])("is refused %s", async (_what, message, code) => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const answer = await post(estate, `${messages}/${id}/createReply`, { message });
    expect(answer.status).toBe(400);
    expect(await errorCode(answer)).toBe(code);
    expect(await estate.mailbox.list(complaints, "drafts")).toEqual([]);
  });
});

describe("sending a draft", () => {
  test("answers 202 with nothing, and the citizen has the mail with all its headers", async () => {
    const estate = await openEstateMail();
    const { id, internetMessageId } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id, {
      message: {
        body: { contentType: "html", content: "<p>We are sorry.</p>" },
        internetMessageHeaders: [{ name: "x-redress-case", value: "WX-1" }],
      },
    });
    const sent = await post(estate, `${messages}/${draft.id}/send`);
    expect(sent.status).toBe(202);
    expect(await sent.text()).toBe("");

    expect(estate.mailbox.mailFor(joan.toUpperCase())).toMatchObject([
      { direction: "sent", subject: "Bins not collected", internetMessageId },
      {
        direction: "received",
        from: complaints,
        fromName: "Wexcombe Borough Council Complaints",
        to: joan,
        subject: "RE: Bins not collected",
        text: "We are sorry.",
        html: "<p>We are sorry.</p>",
        internetMessageId: draft.internetMessageId,
        inReplyTo: internetMessageId,
      },
    ]);
    const copy = await (await estate.request(`${messages}/${draft.id}/$value`)).text();
    expect(copy).toContain("X-Redress-Case: WX-1");
  });

  test("moves it to Sent Items: same immutable id, new ordinary id, marker kept", async () => {
    const estate = await openEstateMail();
    const { graph, mailbox } = estate;
    const draft = (await graph.api(messages).post({
      subject: "Your complaint",
      body: { contentType: "Text", content: "Received." },
      toRecipients: [{ emailAddress: { address: joan } }],
      singleValueExtendedProperties: [{ id: marker, value: "k" }],
    })) as Message;
    const [{ id: immutableId } = {}] = await mailbox.list(complaints, "drafts");
    await graph.api(`${messages}/${draft.id ?? ""}/send`).post({});
    expect((await estate.request(`${messages}/${draft.id ?? ""}`)).status).toBe(404);
    const copy = (await graph
      .api(`${messages}/${immutableId ?? ""}`)
      .headers(immutable)
      .expand(`singleValueExtendedProperties($filter=id eq '${marker}')`)
      .get()) as Message;
    expect(copy).toMatchObject({
      id: immutableId,
      isDraft: false,
      internetMessageId: draft.internetMessageId,
      singleValueExtendedProperties: [{ value: "k" }],
    });
    expect(await mailbox.list(complaints, "drafts")).toEqual([]);
    expect(await mailbox.list(complaints, "sentitems")).toMatchObject([{ id: immutableId }]);
  });

  test("brings it back in when it is addressed to a shared mailbox", async () => {
    const estate = await openEstateMail();
    const draft = (await estate.graph.api(messages).post({
      subject: "For your department",
      toRecipients: [{ emailAddress: { address: parking } }],
      bccRecipients: [{ emailAddress: { address: complaints } }],
    })) as Message;
    await estate.graph.api(`${messages}/${draft.id ?? ""}/send`).post({});
    expect(await estate.mailbox.list(parking, "inbox")).toMatchObject([
      { subject: "For your department", bccRecipients: [] },
    ]);
    expect(await estate.mailbox.list(complaints, "inbox")).toHaveLength(1);
  });

  test("reaches each citizen once, however often they are addressed", async () => {
    const estate = await openEstateMail();
    const to = { emailAddress: { address: joan } };
    const draft = (await estate.graph
      .api(messages)
      .post({ toRecipients: [to], ccRecipients: [to] })) as Message;
    await estate.graph.api(`${messages}/${draft.id ?? ""}/send`).post({});
    expect(estate.mailbox.mailFor(joan)).toHaveLength(1);
  });

  test("carries its attachments to the citizen", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    await estate.graph.api(`${messages}/${draft.id}/attachments`).post({
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "Our findings.pdf",
      contentType: "application/pdf",
      contentBytes: Buffer.from("%PDF-1.4").toString("base64"),
    });
    await estate.graph.api(`${messages}/${draft.id}/send`).post({});
    expect(estate.mailbox.mailFor(joan).at(-1)?.attachments).toEqual([
      { name: "Our findings.pdf", type: "application/pdf", bytes: 8 },
    ]);
  });

  test("happens once: a message that was sent cannot be sent again", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    const answers = await Promise.all(
      [1, 2].map(() => post(estate, `${messages}/${draft.id}/send`)),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect((await post(estate, `${messages}/${draft.id}/send`)).status).toBe(400);
    expect(estate.mailbox.mailFor(joan)).toHaveLength(2);
  });

  const toJoan = { toRecipients: [{ emailAddress: { address: joan } }] };
  test.each([
    {
      what: "nobody to go to",
      message: { subject: "To whom?" },
      refusal: [400, "ErrorInvalidRecipients"],
    },
    {
      what: "a recipient that is no address",
      message: { toRecipients: [{ emailAddress: { address: "Joan" } }] },
      refusal: [400, "ErrorInvalidRecipients"],
    },
    {
      what: "somebody else's name on it",
      message: { ...toJoan, from: { emailAddress: { address: "mayor@wexcombe.gov.uk" } } },
      refusal: [403, "ErrorSendAsDenied"],
    },
  ])("is refused with $what", async ({ message, refusal }) => {
    const estate = await openEstateMail();
    const draft = (await estate.graph.api(messages).post(message)) as Message;
    const answer = await post(estate, `${messages}/${draft.id ?? ""}/send`);
    expect([answer.status, await errorCode(answer)]).toEqual(refusal);
    expect(estate.mailbox.mailFor(joan)).toEqual([]);
  });
});

describe("sending that misbehaves", () => {
  test("answers 504 although the mail has gone out", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    estate.mailbox.faults.add({ kind: "sent-but-504" });
    expect((await post(estate, `${messages}/${draft.id}/send`)).status).toBe(504);
    expect(estate.mailbox.mailFor(joan)).toHaveLength(2);
    expect(await estate.mailbox.list(complaints, "sentitems")).toHaveLength(1);
  });

  test("shows the sent copy only later: until then the draft is gone and nothing is found", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    estate.mailbox.faults.add({ kind: "sent-copy-late", seconds: 60 });
    expect((await post(estate, `${messages}/${draft.id}/send`)).status).toBe(202);
    expect(estate.mailbox.mailFor(joan)).toHaveLength(2);
    expect((await estate.request(`${messages}/${draft.id}`)).status).toBe(404);
    const delta = `/users/${complaints}/mailFolders/sentitems/messages/delta`;
    const before = (await estate.graph.api(delta).get()) as { "@odata.deltaLink": string };

    estate.clock.advanceMinutes(1);
    expect((await estate.request(`${messages}/${draft.id}`)).status).toBe(200);
    const after = (await estate.graph.api(before["@odata.deltaLink"]).get()) as {
      value: Message[];
    };
    expect(after.value).toMatchObject([{ subject: "RE: Bins not collected", isDraft: false }]);
  });

  test("gives a dragged mail a new immutable id", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    estate.mailbox.faults.add({ kind: "immutable-id-changes" });
    await estate.graph.api(`${messages}/${id}/move`).post({ destinationId: "archive" });
    expect((await estate.request(`${messages}/${id}`)).status).toBe(404);
    expect(await estate.mailbox.list(complaints, "archive")).toHaveLength(1);
  });

  test("has lost the draft that is to be sent: nothing leaves", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(plainMail());
    const draft = await createReply(estate, id);
    estate.mailbox.faults.add({ kind: "draft-gone" });
    expect((await post(estate, `${messages}/${draft.id}/send`)).status).toBe(404);
    expect(await estate.mailbox.list(complaints, "drafts")).toEqual([]);
    expect(await estate.mailbox.list(complaints, "sentitems")).toEqual([]);
  });

  test("has other ids for a mail dragged out and back, which the next round tells", async () => {
    const estate = await openEstateMail();
    const { id, internetMessageId } = await estate.mailbox.deliver(plainMail());
    const delta = `/users/${complaints}/mailFolders/inbox/messages/delta`;
    const before = (await estate.graph.api(delta).get()) as { "@odata.deltaLink": string };
    estate.mailbox.faults.add({ kind: "dragged-in-outlook" });
    expect((await estate.request(`${messages}/${id}`)).status).toBe(404);
    expect((await estate.request(`${messages}/${id}`)).status).toBe(404);

    const after = (await estate.graph.api(before["@odata.deltaLink"]).get()) as {
      value: Message[];
    };
    const [back] = after.value;
    expect(back).toMatchObject({ internetMessageId });
    expect((await estate.request(`${messages}/${back?.id}`)).status).toBe(200);
  });
});
