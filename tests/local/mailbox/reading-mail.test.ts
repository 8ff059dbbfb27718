import type { Message } from "@microsoft/microsoft-graph-types";
import { describe, expect, test } from "vitest";
import { complaints, openEstateMail, plainMail, type EstateMail } from "./estate-mail.ts";

const inbox = `/users/${complaints}/mailFolders/inbox/messages`;
const immutable = { Prefer: 'IdType="ImmutableId"' };

const outlookMail = [
  "From: Joan Whitfield <joan.whitfield@example.com>",
  `To: "Complaints" <${complaints}>`,
  "Cc: Ward Office <ward.office@example.org>",
  "Reply-To: Joan at work <joan@work.example>",
  "Subject: =?utf-8?Q?Caf=C3=A9_bins?=",
  "Date: Tue, 10 Nov 2026 09:58:00 +0000",
  "Message-ID: <cafe-bins@mail.example.com>",
  "X-Mailer: Outlook",
  "Importance: high",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; boundary="outer"',
  "",
  "--outer",
  'Content-Type: multipart/alternative; boundary="inner"',
  "",
  "--inner",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Still not emptied.",
  "",
  "On Mon, 9 Nov 2026 at 10:00, Complaints wrote:",
  "> We are sorry.",
  "--inner",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<html><body><p>Still <b>not</b> emptied.</p><img src="cid:logo"><div class="gmail_quote">We are sorry.</div></body></html>',
  "--inner--",
  "--outer",
  "Content-Type: image/png; name=logo.png",
  "Content-Transfer-Encoding: base64",
  "Content-Disposition: inline; filename=logo.png",
  "Content-ID: <logo>",
  "",
  "iVBORw0KGgo=",
  "--outer--",
  "",
].join("\r\n");

async function readBack(estate: EstateMail, id: string, prefer: string): Promise<Message> {
  return (await estate.graph
    .api(`/users/${complaints}/messages/${id}`)
    .header("Prefer", `IdType="ImmutableId", ${prefer}`)
    .get()) as Message;
}

describe("a mail that arrived", () => {
  test("carries what its headers said, in Graph's names", async () => {
    const { mailbox, graph } = await openEstateMail();
    const { id } = await mailbox.deliver(outlookMail);
    const message = (await graph
      .api(`/users/${complaints}/messages/${id}`)
      .headers(immutable)
      .get()) as Message;
    expect(message).toMatchObject({
      id,
      internetMessageId: "<cafe-bins@mail.example.com>",
      subject: "Café bins",
      from: { emailAddress: { name: "Joan Whitfield", address: "joan.whitfield@example.com" } },
      toRecipients: [{ emailAddress: { name: "Complaints", address: complaints } }],
      ccRecipients: [{ emailAddress: { name: "Ward Office", address: "ward.office@example.org" } }],
      replyTo: [{ emailAddress: { name: "Joan at work", address: "joan@work.example" } }],
      sentDateTime: "2026-11-10T09:58:00Z",
      receivedDateTime: "2026-11-10T10:00:00Z",
      importance: "high",
      isRead: false,
      isDraft: false,
    });
    expect(message).not.toHaveProperty("internetMessageHeaders");
    expect(message).not.toHaveProperty("uniqueBody");
  });

  test("is found under an ordinary id and an immutable one, and says which was asked for", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const ordinary = await request(inbox);
    const listed = (await ordinary.json()) as { value: Message[] };
    expect(ordinary.headers.get("preference-applied")).toBeNull();
    expect(listed.value[0]?.id).not.toBe(id);
    const again = await request(`/users/${complaints}/messages/${listed.value[0]?.id ?? ""}`, {
      headers: immutable,
    });
    expect(again.headers.get("preference-applied")).toBe('IdType="ImmutableId"');
    expect(await again.json()).toMatchObject({ id });
  });

  test("shows its body as text or as HTML, as preferred", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(outlookMail);
    const text = await readBack(estate, id, 'outlook.body-content-type="text"');
    expect(text.body?.contentType).toBe("text");
    expect(text.body?.content).toContain("Still not emptied.");
    const html = await readBack(estate, id, 'outlook.body-content-type="html"');
    expect(html.body).toMatchObject({ contentType: "html" });
    expect(html.body?.content).toContain("<b>not</b>");
  });

  test("becomes readable text when it was written in HTML only", async () => {
    const estate = await openEstateMail();
    const { id } = await estate.mailbox.deliver(
      plainMail({
        headers: { "Content-Type": "text/html; charset=utf-8" },
        body: "<p>Missed &amp; missed&nbsp;again.</p><p>Flat 2<br>Mill Lane</p>",
      }),
    );
    const { body } = await readBack(estate, id, 'outlook.body-content-type="text"');
    expect(body?.content).toBe("Missed & missed again.\n\nFlat 2\nMill Lane");
  });

  test("gives its headers and its unquoted part only when they are selected", async () => {
    const { mailbox, graph } = await openEstateMail();
    const { id } = await mailbox.deliver(outlookMail);
    const message = (await graph
      .api(`/users/${complaints}/messages/${id}`)
      .header("Prefer", 'outlook.body-content-type="text"')
      .select(["internetMessageHeaders", "uniqueBody"])
      .get()) as Message;
    expect(message.internetMessageHeaders).toContainEqual({ name: "X-Mailer", value: "Outlook" });
    expect(message.uniqueBody?.content).toBe("Still not emptied.");
    expect(message).not.toHaveProperty("subject");
  });

  test("has no attachments when its only picture is shown in its text", async () => {
    const { mailbox } = await openEstateMail();
    await mailbox.deliver(outlookMail);
    expect(await mailbox.list(complaints, "inbox")).toMatchObject([{ hasAttachments: false }]);
  });

  test("is handed out as the very bytes that arrived", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(outlookMail);
    const raw = await request(`/users/${complaints}/messages/${id}/$value`);
    expect(await raw.text()).toBe(outlookMail);
  });

  test("gets an internet message id when it came without one", async () => {
    const { mailbox } = await openEstateMail();
    const mail = plainMail().replace(/Message-ID: .*\r\n/, "");
    expect((await mailbox.deliver(mail)).internetMessageId).toMatch(/^<.+@wexcombe\.gov\.uk>$/);
  });

  test("is kept even when nothing in it is a mail", async () => {
    const { mailbox } = await openEstateMail();
    await mailbox.deliver("\u0000\u0001 no headers at all");
    await mailbox.deliver("");
    expect(await mailbox.list(complaints, "inbox")).toHaveLength(2);
  });
});

describe("conversations", () => {
  const conversationIds = async ({ mailbox }: EstateMail): Promise<(string | null | undefined)[]> =>
    (await mailbox.list(complaints, "inbox")).map(({ conversationId }) => conversationId);

  test("hold together mails that refer to each other", async () => {
    const estate = await openEstateMail();
    const { internetMessageId } = await estate.mailbox.deliver(plainMail());
    const headers = { References: `<older@example.com> ${internetMessageId}` };
    await estate.mailbox.deliver(plainMail({ subject: "Something else", headers }));
    const [first, second] = await conversationIds(estate);
    expect(second).toBe(first);
  });

  test("hold together replies of the same person whose program lost the references", async () => {
    const estate = await openEstateMail();
    await estate.mailbox.deliver(plainMail({ subject: "Bins" }));
    await estate.mailbox.deliver(plainMail({ subject: "RE: Bins" }));
    const [first, second] = await conversationIds(estate);
    expect(second).toBe(first);
  });

  test("keep apart different people who chose the same subject", async () => {
    const estate = await openEstateMail();
    await estate.mailbox.deliver(plainMail({ subject: "Bins" }));
    await estate.mailbox.deliver(
      plainMail({ subject: "RE: Bins", from: "Sam Reed <sam@example.org>" }),
    );
    const [first, second] = await conversationIds(estate);
    expect(second).not.toBe(first);
  });
});

describe("a list of messages", () => {
  test("is newest first, ten at a time, and leads on by its next link", async () => {
    const { mailbox, clock, graph } = await openEstateMail();
    for (let number = 1; number <= 12; number += 1) {
      await mailbox.deliver(plainMail({ subject: `Mail ${number}` }));
      clock.advanceMinutes(1);
    }
    type Page = { value: Message[]; "@odata.nextLink"?: string };
    const first = (await graph.api(inbox).select("subject").get()) as Page;
    expect(first.value).toHaveLength(10);
    expect(first.value[0]?.subject).toBe("Mail 12");
    const second = (await graph.api(first["@odata.nextLink"] ?? "").get()) as Page;
    expect(second.value.map(({ subject }) => subject)).toEqual(["Mail 2", "Mail 1"]);
    expect(second["@odata.nextLink"]).toBeUndefined();
  });

  test("is filtered by time of arrival, message id and conversation", async () => {
    const { mailbox, clock, graph } = await openEstateMail();
    const early = await mailbox.deliver(plainMail({ subject: "Early" }));
    clock.advanceMinutes(60);
    await mailbox.deliver(plainMail({ subject: "Late" }));
    const subjects = async (filter: string): Promise<unknown> => {
      const { value } = (await graph.api(inbox).filter(filter).get()) as { value: Message[] };
      return value.map(({ subject }) => subject);
    };
    expect(await subjects("receivedDateTime ge 2026-11-10T10:30:00Z")).toEqual(["Late"]);
    expect(await subjects(`internetMessageId eq '${early.internetMessageId}'`)).toEqual(["Early"]);
    const [{ conversationId } = {}] = await mailbox.list(complaints, "inbox");
    expect(await subjects(`conversationId eq '${conversationId ?? ""}'`)).toEqual(["Early"]);
    expect(
      await subjects(
        `receivedDateTime lt 2026-11-10T10:30:00Z and internetMessageId eq '<none@example.com>'`,
      ),
    ).toEqual([]);
  });

  test.each([
    ["an unknown property", "$select=subject,colour", "RequestBroker--ParseUri"],
    ["an unknown filter", "$filter=contains(subject,'bin')", "ErrorInvalidUrlQueryFilter"],
    ["an unknown order", "$orderby=colour", "BadRequest"],
    ["an unknown expansion", "$expand=colours", "RequestBroker--ParseUri"],
    ["a search", '$search="bins"', "ErrorInvalidUrlQuery"],
    ["a page larger than Graph gives", "$top=1001", "BadRequest"],
    [
      "a sort that does not follow the filter",
      "$filter=conversationId eq 'x'&$orderby=receivedDateTime desc",
      "InefficientFilter",
    ],
  ])("is refused in Graph's shape for %s", async (_what, query, code) => {
    const { request } = await openEstateMail();
    const answer = await request(`${inbox}?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code, innerError: { "request-id": answer.headers.get("request-id") } },
    });
  });
});

describe("a message that is not there", () => {
  test("is 404 for an id that could be one and 400 for anything else", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const other = id.replace(/.{8}AAA=$/, "zzzzzzzzAAA=");
    const missing = await request(`/users/${complaints}/messages/${other}`);
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ error: { code: "ErrorItemNotFound" } });
    const malformed = await request(`/users/${complaints}/messages/42`);
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toMatchObject({ error: { code: "ErrorInvalidIdMalformed" } });
  });

  test("is 404 in another mailbox than its own", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const answer = await request(`/users/parking@wexcombe.gov.uk/messages/${id}`);
    expect(answer.status).toBe(404);
  });
});

describe("a mail that never lies in the inbox", () => {
  test.each([
    ["a spam confidence level from 5 on", { "X-MS-Exchange-Organization-SCL": "6" }],
    ["Exchange's verdict", { "X-Forefront-Antispam-Report": "CIP:1.2.3.4;SFV:SPM;SCL:9" }],
    ["the mark of a filter before it", { "X-Spam-Flag": "YES" }],
  ])("is in Junk Email for %s", async (_sign, headers) => {
    const { mailbox } = await openEstateMail();
    await mailbox.deliver(plainMail({ headers }));
    expect(await mailbox.list(complaints, "junkemail")).toHaveLength(1);
    expect(await mailbox.list(complaints, "inbox")).toEqual([]);
  });

  test("is where a rule puts it, which has an id and no name", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    mailbox.faults.add({ kind: "filed-on-arrival", folder: "compliments" });
    const { id } = await mailbox.deliver(plainMail());
    const message = `/users/${complaints}/messages/${id}`;
    const { parentFolderId } = (await graph.api(message).get()) as Message;
    const folder = `/users/${complaints}/mailFolders/${parentFolderId ?? ""}`;
    expect(await graph.api(folder).get()).toMatchObject({ displayName: "Compliments" });
    expect((await request(`/users/${complaints}/mailFolders/compliments`)).status).toBe(404);
    // Only the folders that people see are listed.
    const { value } = (await graph.api(`/users/${complaints}/mailFolders`).get()) as {
      value: { displayName: string }[];
    };
    expect(value.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(["Compliments", "Outbox", "Junk Email"]),
    );
    expect(value).not.toContainEqual(expect.objectContaining({ displayName: "Deletions" }));
  });
});

describe("changing messages", () => {
  test("marks them read and puts them into categories, but leaves what was received as it is", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const path = `/users/${complaints}/messages/${id}`;
    const changed = (await graph
      .api(path)
      .patch({ isRead: true, categories: ["Case 123"] })) as Message;
    expect(changed).toMatchObject({ isRead: true, categories: ["Case 123"] });
    const refusal = await request(path, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ subject: "Something milder" }),
    });
    expect(refusal.status).toBe(400);
    expect(await refusal.json()).toMatchObject({
      error: { code: "ErrorInvalidPropertyUpdateSentMessage" },
    });
  });

  test("is refused when somebody else changed the message since it was read", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const path = `/users/${complaints}/messages/${id}`;
    const read = (await graph.api(path).get()) as { "@odata.etag": string };
    await graph.api(path).patch({ isRead: true });
    const answer = await request(path, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": read["@odata.etag"] },
      body: JSON.stringify({ isRead: false }),
    });
    expect(answer.status).toBe(412);
  });

  test("moves them: the ordinary id changes, the immutable one stays", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const { value } = (await graph.api(inbox).get()) as { value: Message[] };
    const ordinaryId = value[0]?.id ?? "";
    const moved = (await graph
      .api(`/users/${complaints}/messages/${id}/move`)
      .headers(immutable)
      .post({ destinationId: "archive" })) as Message;
    expect(moved.id).toBe(id);
    expect((await request(`/users/${complaints}/messages/${ordinaryId}`)).status).toBe(404);
    expect(await mailbox.list(complaints, "archive")).toHaveLength(1);
    expect(await mailbox.list(complaints, "inbox")).toHaveLength(0);
  });

  test("puts them into Deleted Items first, then where they can be recovered, until they are purged", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    const message = `/users/${complaints}/messages/${id}`;
    const deletions = `/users/${complaints}/mailFolders/recoverableitemsdeletions/messages`;
    const all = async () =>
      ((await graph.api(`/users/${complaints}/messages`).get()) as { value: Message[] }).value;
    await graph.api(message).delete();
    expect(await mailbox.list(complaints, "deleteditems")).toHaveLength(1);
    expect(await all()).toHaveLength(1);
    expect((await request(deletions)).status, "nothing was deleted for good yet").toBe(404);
    await graph.api(message).delete();
    expect(await all()).toEqual([]);
    expect(await graph.api(deletions).headers(immutable).get()).toMatchObject({ value: [{ id }] });
    expect((await request(message, { method: "DELETE" })).status).toBe(403);
    await graph.api(`${message}/permanentDelete`).post(undefined);
    expect((await request(message)).status).toBe(404);
    expect((await request(deletions)).status).toBe(404);
  });

  test("counts what lies in the folders", async () => {
    const { mailbox, graph } = await openEstateMail();
    const { id } = await mailbox.deliver(plainMail());
    await mailbox.deliver(plainMail());
    await graph.api(`/users/${complaints}/messages/${id}`).patch({ isRead: true });
    expect(await graph.api(`/users/${complaints}/mailFolders/Inbox`).get()).toMatchObject({
      displayName: "Inbox",
      totalItemCount: 2,
      unreadItemCount: 1,
    });
  });
});
