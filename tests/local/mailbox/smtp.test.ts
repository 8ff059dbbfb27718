import { createTransport, type Transporter } from "nodemailer";
import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { MailboxOptions } from "#local/mailbox/mailbox.ts";
import { complaints, openEstateMail, parking, type EstateMail } from "./estate-mail.ts";

const joan = "joan.whitfield@example.com";

async function openPost(
  options: Partial<MailboxOptions> = {},
): Promise<EstateMail & { post: Transporter; port: number }> {
  const estate = await openEstateMail(options);
  const { port } = await estate.mailbox.startSmtp({ port: 0, host: "127.0.0.1" });
  const post = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  onTestFinished(() => post.close());
  return { ...estate, post, port };
}

/** Speaks SMTP line by line, each after the answer to the one before; resolves with the last answer. */
async function converse(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let answer = String(await once(socket, "data"));
  for (const line of lines) {
    socket.write(line);
    answer = String(await once(socket, "data"));
  }
  return answer;
}

describe("mail that comes by SMTP", () => {
  test("lies in the inbox at the estate's time, and in the citizen's sent mail", async () => {
    const { mailbox, clock, post } = await openPost();
    clock.advanceMinutes(7 * 24 * 60);
    const { messageId } = await post.sendMail({
      from: `Joan Whitfield <${joan}>`,
      to: complaints,
      subject: "Bins – again",
      text: "Missed for the third time.",
      attachments: [{ filename: "bins.jpg", content: Buffer.from("jpeg") }],
    });
    expect(await mailbox.list(complaints, "inbox")).toMatchObject([
      {
        subject: "Bins – again",
        internetMessageId: messageId,
        receivedDateTime: "2026-11-17T10:00:00Z",
        hasAttachments: true,
      },
    ]);
    expect(mailbox.mailFor(joan)).toMatchObject([
      {
        direction: "sent",
        from: joan,
        to: complaints,
        text: "Missed for the third time.",
        attachments: [{ name: "bins.jpg", type: "image/jpeg", bytes: 4 }],
      },
    ]);
  });

  test("is announced to whoever looks at the mailbox and at the citizen's mail", async () => {
    const { mailbox, post } = await openPost();
    const announced: string[] = [];
    mailbox.onMail((address) => announced.push(address));
    await post.sendMail({ from: joan, to: complaints, subject: "Bins", text: "Bins" });
    expect(announced).toEqual([complaints, joan]);
  });

  test("is delivered to each shared mailbox of its envelope, not to those of its headers", async () => {
    const { mailbox, post } = await openPost();
    await post.sendMail({
      envelope: { from: joan, to: [parking] },
      from: joan,
      to: complaints,
      subject: "Blind copy",
      text: "Blind copy",
    });
    expect(await mailbox.list(parking, "inbox")).toHaveLength(1);
    expect(await mailbox.list(complaints, "inbox")).toHaveLength(0);
  });

  test("is refused in words when nobody here has the address", async () => {
    const { mailbox, post } = await openPost();
    await expect(
      post.sendMail({ from: joan, to: "complaint@wexcombe.gov.uk", subject: "Typo", text: "" }),
    ).rejects.toMatchObject({
      responseCode: 550,
      response: expect.stringContaining(
        `There is no mailbox complaint@wexcombe.gov.uk here: this estate takes mail for ${complaints}, ${parking} only.`,
      ) as string,
    });
    expect(mailbox.mailFor(joan)).toEqual([]);
  });

  test.each([
    ["announces its size", true],
    ["keeps its size to itself", false],
  ])("is refused when it is too large and %s", async (_how, announces) => {
    const { mailbox, port } = await openPost({ limits: { incomingBytes: 2000 } });
    const body = `Subject: Large\r\n\r\n${"x".repeat(70).concat("\r\n").repeat(100)}`;
    const size = announces ? ` SIZE=${body.length}` : "";
    const mailFrom = ["EHLO example.com\r\n", `MAIL FROM:<${joan}>${size}\r\n`];
    const whole = [...mailFrom, `RCPT TO:<${complaints}>\r\n`, "DATA\r\n", `${body}\r\n.\r\n`];
    expect(await converse(port, announces ? mailFrom : whole)).toMatch(/^552 /);
    expect(await mailbox.list(complaints, "inbox")).toEqual([]);
  });

  test("may be empty, without a single header, or from nobody at all", async () => {
    const { mailbox, port } = await openPost();
    const answer = await converse(port, [
      "EHLO example.com\r\n",
      "MAIL FROM:<>\r\n",
      `RCPT TO:<${complaints}>\r\n`,
      "DATA\r\n",
      ".\r\n",
    ]);
    expect(answer).toMatch(/^250 /);
    expect(await mailbox.list(complaints, "inbox")).toMatchObject([
      { subject: "", bodyPreview: "", toRecipients: [] },
    ]);
  });

  test("is taken to be from the envelope's sender when it does not say who wrote it", async () => {
    const { mailbox, port } = await openPost();
    await converse(port, [
      "EHLO example.com\r\n",
      `MAIL FROM:<${joan}>\r\n`,
      `RCPT TO:<${complaints}>\r\n`,
      "DATA\r\n",
      "Subject: Bins\r\n\r\nMissed.\r\n.\r\n",
    ]);
    expect(await mailbox.list(complaints, "inbox")).toMatchObject([
      { from: { emailAddress: { address: joan } } },
    ]);
  });
});
