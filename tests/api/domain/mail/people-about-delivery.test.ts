import { describe, expect, test } from "vitest";
import { machineReason } from "#api/domain/mail/machine-mail.ts";
import { mailOf } from "./mail.ts";

type Row = readonly [what: string, given: Parameters<typeof mailOf>[0]];

const people: readonly Row[] = [
  [
    "has a failing lift",
    {
      subject: "Permanent failure",
      text: "Status: broken. Error code 5.1 on the panel; the message board failed.",
    },
  ],
  [
    "counts letters",
    {
      subject: "Mail failure",
      text: "The mail failed to deliver 550 letters to their recipients.",
    },
  ],
  [
    "writes a report of their own",
    {
      subject: "Non-delivery of my bin",
      text: "Non-delivery report: not delivered to the following address: 4 Elm Road.",
    },
  ],
  [
    "answers a report",
    {
      subject: "Re: Undeliverable: Your complaint",
      headers: { "In-Reply-To": "<a@wexcombe.gov.uk>" },
      text: "This message could not be delivered to joan@example.com, you say; here it is.",
    },
  ],

  [
    "waits for a bin",
    {
      subject: "Undelivered bin",
      text: "The bin you promised is still undelivered to my address. joan@example.com",
    },
  ],
  [
    "waits for bins",
    {
      subject: "Delivery failure",
      text: "Delivery to 4 Elm Road failed again, the boxes were returned to the depot.",
    },
  ],
  [
    "gets other people's post",
    {
      subject: "Returned mail",
      text: "Returned mail keeps coming: letters for the last tenant, marked addressee unknown.",
    },
  ],
  [
    "lives in a road without post",
    {
      subject: "Mail delivery problems in Elm Road",
      text: "Mail delivery failed all week. Undelivered mail everywhere.",
    },
  ],
  [
    "quotes what a form said",
    {
      subject: "Your message was rejected",
      text: "That is what your web form says. joan@example.com",
    },
  ],
  [
    "begins with what they got",
    {
      text: "Your message could not be delivered to bins@wexcombe.example\n\nThis is what I got from you. Please register my complaint.",
    },
  ],
  [
    "tells that somebody has left",
    {
      from: "clerk@village.example",
      text: "Your mail of 3 May could not be delivered to jo@village.example. Please send it to me.",
    },
  ],
  [
    "pastes a report",
    {
      subject: "Undeliverable: the hedge",
      text: "I got this from your server:\n\n550 5.1.1 <planning@wexcombe.example>: user unknown",
    },
  ],
  [
    "brings a report along",
    {
      subject: "Mail to you does not arrive",
      text: "See the attached.",
      attached: ["message/delivery-status", "message/rfc822"],
    },
  ],
  [
    "delivers sofas",
    {
      from: "delivery@furniture.example",
      name: "Sam Carter",
      text: "The sofa could not be delivered to the customer, the road was closed.",
    },
  ],
  [
    "looks after a village's mail",
    {
      from: "postmaster@village.example",
      name: "Ann Post",
      subject: "Mail to your office",
      text: "Dear team, our mail to you was rejected with 550 5.7.1. Please ask your supplier.",
    },
  ],
  [
    "answers for a village's mail",
    {
      from: "postmaster@village.example",
      name: "Ann Post",
      subject: "Re: Mail to your office",
      text: "Thanks. Yes, the message was not delivered.",
    },
  ],
  [
    "hires out bouncy castles",
    {
      from: "bounces@castles.example",
      name: "Bounces Ltd",
      subject: "Delivery failed",
      text: "The castle could not be delivered to the park: the gate was locked.",
    },
  ],
  [
    "waits for a bin in German",
    {
      subject: "Zustellung der Biotonne",
      text: "Die Tonne konnte nicht zugestellt werden. Ihre Nachricht habe ich erhalten: joan@example.de",
    },
  ],
  [
    "got a letter back in German",
    {
      subject: "Unzustellbar",
      text: "Ihr Brief kam zurück, Empfänger unbekannt. Ich wohne in der Ulmenstraße.",
    },
  ],
  [
    "passes on in French",
    {
      subject: "Retour du courrier",
      text: "Votre message n'a pas été remis à mon mari. jean@example.fr",
    },
  ],
  [
    "asks whether they were read",
    {
      subject: "Read: my complaint of 3 May",
      text: "Did anybody look at it? In your message\nyou said a fortnight.",
    },
  ],
  [
    "lost an account",
    {
      subject: "Deleted: my account",
      text: "Your message says my account was deleted on 3 May. Why?",
    },
  ],
  [
    "read what they were sent",
    {
      subject: "Read receipt - and you?",
      text: "Your message was read on 3 May by me, you did not read my reply.",
    },
  ],
  [
    "has a neighbour with messages",
    { subject: "Complaint about message from 3rd floor", text: "He leaves rude messages." },
  ],
];

describe("what sounds like a report on a mail", () => {
  test.each(people)("is a person's mail who %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBeUndefined();
  });
});
