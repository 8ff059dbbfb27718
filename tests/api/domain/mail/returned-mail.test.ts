import { describe, expect, it } from "vitest";
import { bouncedMail } from "#api/domain/mail/bounced-mail.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const ours = "<ack-1@wexcombe.gov.uk>";
const daemon = "MAILER-DAEMON@mx.example.net";
const head = `From: ${daemon}\r\nSubject: failure\r\nMessage-ID: <mail-1@example.com>\r\n\r\n`;

const found = (body: string, given: Given = {}) =>
  bouncedMail(mailOf({ from: daemon, text: "", ...given }), `${head}${body}`);

describe("the id of a mail that came back", () => {
  it.each<[string, string]>([
    ["as mail programs write it", `Message-ID: ${ours}`],
    ["in any letters", `MESSAGE-Id: ${ours}`],
    ["close to its name", `Message-ID:${ours}`],
    ["far from its name", `Message-ID \t:\t  ${ours} \t`],
    ["under a name of its own", `X-Message-ID: ${ours}`],
    ["as the original's", `Original_Message-ID: ${ours}`],
    ["as the original's own", `X-OriginalMessage-ID: ${ours}`],
    ["without brackets", "Message-ID: ack-1@wexcombe.gov.uk"],
    ["in a quotation", `> > Message-ID: ${ours}`],
    ["set in", `\t    Message-ID: ${ours}`],
    ["beside a rule", `| Message-ID: ${ours}`],
    ["in a list", `* Message-ID: ${ours}`],
    ["on the next line", `Message-ID:\r\n\t${ours}`],
    ["on the next line of a quotation", `> Message-ID:\r\n>  ${ours}`],
    ["encoded in capitals", "Message-ID: =3Cack-1@wexcombe.gov.uk=3E"],
    ["encoded in small letters", "Message-ID: =3cack-1@wexcombe.gov.uk=3e"],
    ["with its line cut by an encoding", "Message-ID: <ack-1@wexcombe.=\r\ngov.uk>"],
  ])("is read %s", (_how, line) => {
    expect(found(`Subject: Your complaint\r\n${line}\r\nTo: joan@example.com\r\n`).messageId).toBe(
      ours,
    );
  });

  it.each<[string, string, string]>([
    ["an equals sign within", "Message-ID: <a=3Db@x.example>", "<a=b@x.example>"],
    ["no domain", "Message-ID: <20261110095800>", "<20261110095800>"],
    ["marks within", "Message-ID: <A1$b.c+d/e@[192.0.2.1]>", "<A1$b.c+d/e@[192.0.2.1]>"],
  ])("is read with %s", (_what, line, id) => {
    expect(found(`${line}\r\n`).messageId).toBe(id);
  });

  it.each([
    ["several ids", "Message-ID: <a@x.example>, <b@x.example>"],
    ["another field", "Resent-Message-ID: <other@x.example>"],
    ["a short word", "Message-ID: none"],
    ["nothing", "Message-ID:\r\nSubject: x"],
    ["nothing between brackets", "Message-ID: <>"],
  ])("is not taken from %s", (_what, line) => {
    expect(found(`${line}\r\n`).messageId).toBeUndefined();
  });

  it("is not the report's own, which stands in its header", () => {
    expect(found("We are sorry.")).toEqual({});
    const other = mailOf({ internetMessageId: "<other@x.example>", from: daemon, text: "" });
    expect(bouncedMail(other, `${head}We are sorry.`)).toEqual({});
    expect(bouncedMail(other, head.trimEnd())).toEqual({});
    expect(bouncedMail(other, head.replaceAll("\r\n\r\n", "\r\n \t\r\n"))).toEqual({});
  });

  it("is its own when the report goes out under the id of what it returns", () => {
    expect(found(`Message-ID: ${ours}`, { internetMessageId: ours }).messageId).toBe(ours);
    const both = `Message-ID: <mail-1@example.com>\r\n\r\nMessage-ID: ${ours}`;
    expect(found(both).messageId).toBe(ours);
  });
});

describe("which of several ids is meant", () => {
  const returned = `From: complaints@wexcombe.gov.uk\r\nMessage-ID: ${ours}\r\n`;

  it.each<[string, string]>([
    ["what the report states", `Original-Message-ID: ${ours}\r\n\r\nMessage-ID: <other@x.example>`],
    [
      "what it states in its own way",
      `X-Original-Message-ID: ${ours}\r\nMessage-ID: <o@x.example>`,
    ],
    [
      "what it states with a type",
      `Original-Message-ID: rfc822; ${ours}\r\nMessage-ID: <o@x.example>`,
    ],
    [
      "what it states wide apart",
      `Original-Message-ID \t: \t ${ours}\r\nMessage-ID: <o@x.example>`,
    ],
    [
      "what it states on the next line",
      `Original-Message-ID:\r\n ${ours}\r\nMessage-ID: <o@x.example>`,
    ],
    ["the first mail it returns", `${returned}\r\n\r\nMessage-ID: <older@x.example>`],
    [
      "the mail, not what somebody says of an original",
      `See Original-Message-ID: <o@x.example>\r\n${returned}`,
    ],
  ])("is %s", (_which, body) => {
    expect(found(body).messageId).toBe(ours);
  });

  const inner = [
    "From: Mail System <MAILER-DAEMON@a.example>",
    "Auto-Submitted: auto-replied",
    "Message-ID: <inner@a.example>",
  ];
  const between = "The mail could not be delivered.\r\n".repeat(100);

  it("is what a report returns that was itself returned", () => {
    expect(found(`${inner.join("\r\n")}\r\n\r\n${between}${returned}`).messageId).toBe(ours);
    const byType = inner
      .join("\r\n")
      .replace(/Auto.*/, "Content-Type: multipart/report; report-type=delivery-status");
    expect(found(`${byType}\r\n\r\n${between}${returned}`).messageId).toBe(ours);
  });

  it.each<[string, string]>([
    ["nothing else is returned", `${inner.join("\r\n")}\r\n`],
    [
      "a person wrote it",
      `${inner.join("\r\n").replace("MAILER-DAEMON", "joan")}\r\n\r\n${between}${returned}`,
    ],
    [
      "a daemon passed it on",
      `${inner.join("\r\n").replace("From", "X-Envelope-From")}\r\n\r\n${between}${returned}`,
    ],
    [
      "no machine says that it wrote it",
      `${inner.join("\r\n").replace(/Auto.*\r\n/, "")}\r\n\r\n${between}${returned}`,
    ],
    [
      "it only speaks of such a mark",
      `${inner.join("\r\n").replace("Auto-", "X-Auto-")}\r\n\r\n${between}${returned}`,
    ],
  ])("is the first one when %s", (_when, body) => {
    expect(found(body).messageId).toBe("<inner@a.example>");
  });

  it("is what the report answers when it returns nothing", () => {
    const headers = { "In-Reply-To": `Your mail ${ours}`, References: "<first@x> <last@x>" };
    expect(found("Sorry.", { headers }).messageId).toBe(ours);
    expect(found("Sorry.", { headers: { References: headers.References } }).messageId).toBe(
      "<last@x>",
    );
  });

  it.each(["X-Original-Message-ID", "Original-Message-ID", "X-Original-MessageID"])(
    "is what its header names, before all others: %s",
    (header) => {
      const headers = { [header]: `id ${ours}`, "In-Reply-To": "<other@x.example>" };
      expect(found("Message-ID: <other@x.example>", { headers }).messageId).toBe(ours);
    },
  );

  it("is looked for in the words when the report is not to be had as it arrived", () => {
    const text = `Sorry.\r\n\r\nOriginal-Message-ID: ${ours}\r\nMessage-ID: <other@x.example>\r\n`;
    expect(bouncedMail(mailOf({ from: daemon, text })).messageId).toBe(ours);
  });
});

describe("whom a mail did not reach", () => {
  it.each<[string, string]>([
    ["the final recipient", "Final-Recipient: rfc822; Joan@example.com"],
    ["the final recipient, wide apart", "FINAL-RECIPIENT \t:rfc822;joan@example.com"],
    ["the original one", "Original-Recipient: rfc822;joan@example.com"],
    ["the actual one", "X-Actual-Recipient: rfc822; joan@example.com"],
    [
      "the final one before the others",
      "X-Actual-Recipient: rfc822;a@x.example\r\nOriginal-Recipient: rfc822;b@x.example\r\nFinal-Recipient: rfc822;joan@example.com",
    ],
    [
      "the original one before the actual",
      "X-Actual-Recipient: rfc822;a@x.example\r\nOriginal-Recipient: rfc822;joan@example.com",
    ],
    [
      "the first with an address",
      "Final-Recipient: x400; /S=joan/\r\nFinal-Recipient: rfc822;joan@example.com",
    ],
    [
      "no field that is only called alike",
      "Not-Final-Recipient: a@x.example\r\nOriginal-Recipient: rfc822;joan@example.com",
    ],
    [
      "no words about it",
      "The Final-Recipient: a@x.example\r\nOriginal-Recipient: rfc822;joan@example.com",
    ],
  ])("is %s", (_who, fields) => {
    expect(found(`${fields}\r\n`).recipient).toBe("joan@example.com");
  });

  it("is whom Exim lists, before all fields", () => {
    const headers = { "X-Failed-Recipients": "Joan@example.com, tom@example.net" };
    const fields = "Final-Recipient: rfc822;other@example.com\r\n";
    expect(found(fields, { headers }).recipient).toBe("joan@example.com");
  });

  it.each<[string, string]>([
    [
      "the first address in its words",
      "We could not reach <joan@example.com> nor tom@example.net.",
    ],
    ["not whoever reports", `${daemon.toLowerCase()} could not reach joan@example.com.`],
    ["not our own mailbox", "Complaints@Wexcombe.gov.uk wrote to joan@example.com"],
    ["not its reader", "To: housing@wexcombe.gov.uk: we could not reach joan@example.com"],
    ["not whom to ask", "Ask postmaster@mx.example or Support@mx.example about joan@example.com"],
    ["not whom to tell", "Tell abuse@mx.example or helpdesk@mx.example of joan@example.com"],
  ])("is without fields %s", (_which, text) => {
    const mail = mailOf({ from: daemon, text, to: ["Housing@wexcombe.gov.uk"] });
    expect(bouncedMail(mail).recipient).toBe("joan@example.com");
  });

  it.each([
    ["o'neil+bins_2@mail.west-side.example.co.uk", "o'neil+bins_2@mail.west-side.example.co.uk"],
    ["joan.support@example.com", "joan.support@example.com"],
    ["joan@example.com.", "joan@example.com"],
  ])("is read as it stands: %s", (written, recipient) => {
    expect(bouncedMail(mailOf({ from: daemon, text: `No ${written}` })).recipient).toBe(recipient);
  });

  it("is nobody when no address stands where anybody reads", () => {
    expect(bouncedMail(mailOf({ from: daemon, text: "We are sorry." })).recipient).toBeUndefined();
    const far = `${"sorry ".repeat(4000)} joan@example.com`;
    expect(bouncedMail(mailOf({ from: daemon, text: far })).recipient).toBeUndefined();
  });
});
