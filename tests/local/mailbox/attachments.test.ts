import { FileUpload, LargeFileUploadTask } from "@microsoft/microsoft-graph-client";
import type { Attachment, FileAttachment, Message } from "@microsoft/microsoft-graph-types";
import { createTransport } from "nodemailer";
import { describe, expect, test } from "vitest";
import { complaints, openEstateMail, type EstateMail } from "./estate-mail.ts";

const messages = `/users/${complaints}/messages`;
const mebibyte = 1024 * 1024;

async function mailWithFiles(): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true });
  const { message } = await composer.sendMail({
    from: "Joan <joan@example.com>",
    to: complaints,
    subject: "Photographs",
    html: '<p>See below.</p><img src="cid:pothole@example">',
    attachments: [
      { filename: "pothole.png", content: Buffer.from("png bytes"), cid: "pothole@example" },
      { filename: "Brief an die Stadt – Müll.pdf", content: Buffer.from("%PDF-1.4 pages") },
      {
        filename: "earlier.eml",
        contentType: "message/rfc822",
        content: "Subject: Earlier\r\n\r\nAn earlier complaint.",
      },
    ],
  });
  return message as Buffer;
}

async function newDraft({ graph }: EstateMail): Promise<string> {
  const draft = (await graph
    .api(messages)
    .header("Prefer", 'IdType="ImmutableId"')
    .post({ subject: "Findings" })) as Message;
  return draft.id ?? "";
}

const file = (name: string, content: Buffer): object => ({
  "@odata.type": "#microsoft.graph.fileAttachment",
  name,
  contentBytes: content.toString("base64"),
});

describe("what came attached to a mail", () => {
  test("is listed with its content, told apart from what the text shows", async () => {
    const { mailbox, graph } = await openEstateMail();
    const { id } = await mailbox.deliver(await mailWithFiles());
    const { value } = (await graph.api(`${messages}/${id}/attachments`).get()) as {
      value: FileAttachment[];
    };
    expect(value).toMatchObject([
      {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "pothole.png",
        contentType: "image/png",
        isInline: true,
        contentId: "pothole@example",
        size: 9,
        contentBytes: Buffer.from("png bytes").toString("base64"),
      },
      { name: "Brief an die Stadt – Müll.pdf", contentType: "application/pdf", isInline: false },
      { "@odata.type": "#microsoft.graph.itemAttachment", name: "earlier.eml" },
    ]);
    expect(value[2]).not.toHaveProperty("contentBytes");
    expect(await mailbox.list(complaints, "inbox")).toMatchObject([{ hasAttachments: true }]);
  });

  test("comes along with the message when expanded, without the bytes when only its name is asked for", async () => {
    const { mailbox, graph } = await openEstateMail();
    const { id } = await mailbox.deliver(await mailWithFiles());
    const read = (await graph
      .api(`${messages}/${id}`)
      .expand("attachments($select=name,size)")
      .select("subject")
      .get()) as Message;
    expect(read.attachments).toHaveLength(3);
    expect(read.attachments?.[1]).toMatchObject({
      name: "Brief an die Stadt – Müll.pdf",
      size: 14,
    });
    expect(read.attachments?.[1]).not.toHaveProperty("contentBytes");
  });

  test("is handed out as plain bytes", async () => {
    const { mailbox, graph, request } = await openEstateMail();
    const { id } = await mailbox.deliver(await mailWithFiles());
    const { value } = (await graph
      .api(`${messages}/${id}/attachments`)
      .select("id,name")
      .get()) as { value: Attachment[] };
    const answer = await request(`${messages}/${id}/attachments/${value[1]?.id ?? ""}/$value`);
    expect(answer.headers.get("content-type")).toContain("application/pdf");
    expect(await answer.text()).toBe("%PDF-1.4 pages");
  });

  test("stays as it came: nothing can be attached to received mail", async () => {
    const { mailbox, request } = await openEstateMail();
    const { id } = await mailbox.deliver(await mailWithFiles());
    const answer = await request(`${messages}/${id}/attachments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(file("more.txt", Buffer.from("more"))),
    });
    expect(answer.status).toBe(400);
  });
});

describe("attaching a file to a draft", () => {
  test("takes small files in one request each, and loses none when they come at once", async () => {
    const estate = await openEstateMail();
    const id = await newDraft(estate);
    const names = ["one.txt", "two.txt", "three.txt"];
    await Promise.all(
      names.map((name) =>
        estate.graph.api(`${messages}/${id}/attachments`).post(file(name, Buffer.from(name))),
      ),
    );
    const { value } = (await estate.graph.api(`${messages}/${id}/attachments`).get()) as {
      value: Attachment[];
    };
    expect(value.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test("removes a file again", async () => {
    const estate = await openEstateMail();
    const id = await newDraft(estate);
    const attached = (await estate.graph
      .api(`${messages}/${id}/attachments`)
      .post(file("wrong.txt", Buffer.from("wrong")))) as Attachment;
    await estate.graph.api(`${messages}/${id}/attachments/${attached.id ?? ""}`).delete();
    expect(await estate.mailbox.list(complaints, "drafts")).toMatchObject([
      { hasAttachments: false },
    ]);
  });

  test("refuses three megabytes in one request", async () => {
    const estate = await openEstateMail();
    const id = await newDraft(estate);
    const answer = await estate.request(`${messages}/${id}/attachments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(file("large.bin", Buffer.alloc(3 * mebibyte))),
    });
    expect(answer.status).toBe(413);
  });

  test("refuses more than a message can hold", async () => {
    const estate = await openEstateMail({ limits: { messageBytes: 10 } });
    const id = await newDraft(estate);
    const attach = (content: string): Promise<Response> =>
      estate.request(`${messages}/${id}/attachments`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(file("a.txt", Buffer.from(content))),
      });
    expect((await attach("123456")).status).toBe(201);
    const answer = await attach("123456");
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: "ErrorMessageSizeExceeded" } });
  });
});

describe("an upload session", () => {
  const open = (estate: EstateMail, id: string, size: number): Promise<{ uploadUrl: string }> =>
    estate.graph
      .api(`${messages}/${id}/attachments/createUploadSession`)
      .post({ AttachmentItem: { attachmentType: "file", name: "video.mp4", size } }) as Promise<{
      uploadUrl: string;
    }>;

  /** Puts five bytes under an upload address. */
  const put = ({ localUrl }: EstateMail, url: string, range: string): Promise<Response> =>
    fetch(localUrl(url), {
      method: "PUT",
      headers: { "content-range": range },
      body: "12345",
    });

  test("takes a large file from Microsoft's own upload task, without a token", async () => {
    const estate = await openEstateMail();
    const id = await newDraft(estate);
    const content = Buffer.alloc(3.5 * mebibyte, "redress");
    const { uploadUrl } = await open(estate, id, content.length);
    expect(uploadUrl).toMatch(/^https:\/\/outlook\.office\.com\/.*authtoken=/);
    const task = new LargeFileUploadTask(
      estate.graph,
      new FileUpload(new Uint8Array(content).buffer, "video.mp4", content.length),
      { url: uploadUrl, expiry: new Date("2026-11-10T11:00:00Z") },
      { rangeSize: 2 * mebibyte },
    );
    const { location } = await task.upload();
    expect(location).toMatch(/Attachments\('.+'\)$/);
    const { value } = (await estate.graph.api(`${messages}/${id}/attachments`).get()) as {
      value: FileAttachment[];
    };
    expect(value).toMatchObject([{ name: "video.mp4", size: content.length }]);
    expect(Buffer.from(value[0]?.contentBytes ?? "", "base64").equals(content)).toBe(true);
  });

  test("wants its ranges in order and whole", async () => {
    const estate = await openEstateMail({ limits: { sessionAttachmentBytes: 5 } });
    const { uploadUrl } = await open(estate, await newDraft(estate), 10);
    expect((await put(estate, uploadUrl, "bytes 5-9/10")).status).toBe(416);
    expect((await put(estate, uploadUrl, "bytes 0-5/10")).status).toBe(400);
    const first = await put(estate, uploadUrl, "bytes 0-4/10");
    expect(await first.json()).toMatchObject({ nextExpectedRanges: ["5-"] });
    expect((await put(estate, uploadUrl, "bytes 5-9/10")).status).toBe(201);
  });

  test("is refused for a small file, and gone after an hour", async () => {
    const estate = await openEstateMail({ limits: { sessionAttachmentBytes: 5 } });
    const id = await newDraft(estate);
    await expect(open(estate, id, 4)).rejects.toMatchObject({
      statusCode: 400,
      code: "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
    });
    const { uploadUrl } = await open(estate, id, 5);
    estate.clock.advanceMinutes(61);
    expect((await put(estate, uploadUrl, "bytes 0-4/5")).status).toBe(404);
  });
});
