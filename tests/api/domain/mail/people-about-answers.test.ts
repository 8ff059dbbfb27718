import { describe, expect, test } from "vitest";
import { machineReason } from "#api/domain/mail/machine-mail.ts";
import { mailOf } from "./mail.ts";

type Row = readonly [what: string, given: Parameters<typeof mailOf>[0]];

const people: readonly Row[] = [
  [
    "puts its name above a complaint",
    { subject: "Automatic reply: is that all?", text: "I wrote three times." },
  ],
  [
    "asks about one that a gateway marked",
    { subject: "[External] Automatic reply: Bins", text: "Still waiting, and why do I get this?" },
  ],
  [
    "repeats one word for word",
    {
      subject: "Re: Bins",
      text: "This is an automated response. Please do not reply.\n\nThat is all I got.",
    },
  ],

  [
    "thanks for one, and goes on",
    {
      subject: "Re: Your complaint",
      text: "Thank you for your automated response, but nobody has called me.",
    },
  ],
  [
    "says what came was one",
    {
      subject: "Re: CMP-1",
      text: "This is an automated response and not an answer to my complaint.",
    },
  ],
  [
    "gives their mail its name",
    { subject: "Automatic reply", text: "All I get is an automatic reply. Please ring me." },
  ],
  [
    "asks how long one takes",
    { subject: "Auto response times", text: "How long do I have to wait?" },
  ],
  [
    "complains of absence",
    {
      subject: "Out of office",
      text: "Whenever I write I get an out of office. Is anyone urgently dealing with my leak?",
    },
  ],
  [
    "complains of a team's absence",
    {
      subject: "Out of office reply from your planning team",
      text: "Please ask somebody to return my calls.",
    },
  ],
  [
    "goes away",
    {
      subject: "I am away next week",
      text: "I am on holiday from Monday until 3 May. Please collect my bins before I am back, it is urgent.",
    },
  ],
  [
    "answers from a holiday",
    {
      subject: "Re: My repair",
      headers: { "In-Reply-To": "<a@wexcombe.gov.uk>" },
      text: "I am on holiday until 3 May with limited access to email. The contractor must not come before.",
    },
  ],
  [
    "answers an absence note from a leave",
    {
      subject: "Re: Automatic reply: My repair",
      text: "I'm on leave until Monday myself, please respond before I am back.",
    },
  ],
  [
    "keeps the mark of what they answer",
    {
      subject: "Re: Missed bin (automated response)",
      text: "Nobody has come. I am away from Friday, so please call back today.",
    },
  ],
  [
    "answers in French from a journey",
    {
      subject: "Re: Ma plainte",
      text: "Je suis absent jusqu'au 3 mai, merci de me répondre d'urgence.",
    },
  ],
  [
    "writes of their vacation",
    { subject: "Vacation: bins not collected", text: "We were away from 3 May." },
  ],
  [
    "writes of a recorded message",
    { subject: "Holiday message on your phone line", text: "It is still the Christmas one." },
  ],
  [
    "writes about a program on a list",
    {
      subject: "Re: rules",
      headers: { Precedence: "bulk", "List-Id": "<rules.example>", "In-Reply-To": "<a@b.example>" },
      text: "It does anything that can't be automatically generated.",
    },
  ],
  [
    "quotes an absence note on a list",
    {
      subject: "[Residents] Re: Tom Bell is out of the office.",
      headers: {
        Precedence: "bulk",
        "List-Id": "<residents.example>",
        "In-Reply-To": "<a@b.example>",
      },
      text: "On Friday Tom Bell wrote:\n> I will be out of the office and will not return until Monday.\n\nan automated message to all of us, is this a record?",
    },
  ],
];

const machines: readonly Row[] = [
  [
    "an absence note that says what it is",
    {
      subject: "Re: bins@wexcombe.example",
      text: "This is an automated response to a message you have sent to tom@example.com.\n\nI will be out of the office until Monday.\n\nI will reply to your email when I return.",
    },
  ],
  [
    "a bare name with an absence",
    {
      subject: "Out of Office",
      text: "I am out of the office until Monday. For urgent matters call 01632 960001.",
    },
  ],
  [
    "a bare name with thanks",
    { subject: "Auto Response from Support", text: "Thank you for contacting support." },
  ],
  [
    "Lotus Notes",
    {
      subject: "Tom Bell/Wexcombe/Example is out of the office.",
      text: "I will be out of the office starting 02/08/2026 and will not return until 06/08/2026.",
    },
  ],
  [
    "Lotus Notes through a list",
    {
      subject: "[Residents] Tom Bell is out of the office.",
      text: "I will be out of the office starting 02/08/2026 and will not return until 06/08/2026.",
    },
  ],
  [
    "a Polish name in brackets",
    { subject: "[Automatyczna odpowiedź] Skarga", text: "Wracam w poniedziałek." },
  ],
  [
    "an acknowledgement of its own",
    {
      subject: "Your enquiry 123",
      text: "Thank you for your enquiry. This is an automated acknowledgement, please do not reply to this email.",
    },
  ],
  [
    "a note from nowhere",
    {
      subject: "Re: Bins",
      headers: { "Return-Path": "<>" },
      text: "I am on annual leave until 3 May.",
    },
  ],
  [
    "bulk mail from nowhere, whatever it says",
    { subject: "Ta", headers: { "Return-Path": "<>", Precedence: "bulk" }, text: "Got it." },
  ],
];

describe("what sounds like an automatic answer", () => {
  test.each(people)("is a person's mail who %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBeUndefined();
  });

  test.each(machines)("is one: %s", (_what, given) => {
    expect(machineReason(mailOf(given))).toBe("automatic-reply");
  });
});
