import type {
  Assurance,
  LedgerPage,
  MailText,
  ServiceComplaints,
} from "#api/contract/assurance.ts";

const key = "5f".repeat(32);

/** A day on which one mail is missing and a case could not finish its work. */
export const assurance: Assurance = {
  checkedAt: "2026-11-23T14:02:00.000Z",
  covered:
    "The mailboxes were listed anew for Mon 16 Nov to Mon 23 Nov and, going back a week at each check, Mon 9 Nov to Sun 15 Nov.",
  since: "2026-11-01",
  until: "2026-11-23",
  received: 1204,
  accountedFor: 1203,
  unaccounted: 1,
  arriving: 2,
  words: "1,204 received · 1,203 accounted for · 1 unaccounted",
  breakdown: [
    { outcome: "new-case", title: "New cases", count: 611 },
    { outcome: "follow-up", title: "Added to a case", count: 402 },
    { outcome: "machine", title: "Machine mail", count: 188 },
    { outcome: "set-aside", title: "Set aside by a person", count: 2 },
  ],
  days: [
    {
      day: "2026-11-23",
      checkedAt: "2026-11-23T14:02:00.000Z",
      received: 31,
      accountedFor: 31,
      unaccounted: 0,
      words: "31 received · 31 accounted for · 0 unaccounted",
    },
    {
      day: "2026-11-22",
      checkedAt: "2026-11-23T14:02:00.000Z",
      received: 12,
      accountedFor: 11,
      unaccounted: 1,
      words: "12 received · 11 accounted for · 1 unaccounted",
    },
  ],
  missing: [
    {
      id: `mail-2026-11-22-${key}`,
      title: "Mail to complaints@wexcombe.gov.uk, Sun 22 Nov at 21:14",
      words:
        "Storage could not be used (503). Tried 5 times, last Mon 23 Nov at 03:12. Redress queued it again Mon 23 Nov at 08:10. That did not help.",
      since: "2026-11-22T21:14:00.000Z",
      readable: true,
      offers: ["replay", "set-aside"],
    },
  ],
  givenUp: [
    {
      id: "work-drain_CMP-7K3Q-9D",
      title: "What CMP-7K3Q-9D still has to send or tell",
      words: "Storage could not be used (503). Tried 5 times, last Mon 23 Nov at 03:12.",
      since: "2026-11-23T03:11:00.000Z",
      caseId: "CMP-7K3Q-9D",
      readable: false,
      offers: ["replay"],
    },
  ],
  waiting: {
    count: 2,
    words: "2 not classified yet, the oldest 3 working days",
    oldest: [
      { caseId: "CMP-2M8A-4T", words: "Received Wed 18 Nov, 3 working days old", mayOpen: true },
      { caseId: "CMP-9X1C-7R", words: "Received Fri 20 Nov, 1 working day old", mayOpen: true },
    ],
    mayList: true,
  },
  services: {
    rule: "A service is marked when it logged less than half of what it logged in an average 90 days before.",
    caution:
      "Redress has cases since Monday 2 February 2026, so only 180 earlier days can be compared with.",
    rows: [
      {
        id: "parking",
        name: "Parking",
        directorate: "Place",
        recent: 3,
        quiet: true,
        words:
          "3 in the last 90 days; 11 in an average 90 days before: less than half. Ask whether complaints are answered without being logged.",
      },
      {
        id: "waste",
        name: "Waste and recycling",
        directorate: "Place",
        recent: 48,
        quiet: false,
        words: "48 in the last 90 days; 44 in an average 90 days before.",
      },
    ],
  },
  health: [
    {
      name: "complaints@wexcombe.gov.uk",
      standing: "well",
      words:
        "Redress may read it. Read to its end Mon 23 Nov at 14:00. Its other folders were last looked at Mon 23 Nov at 14:00.",
    },
    {
      name: "Chat",
      standing: "watch",
      words: "Redress cannot write to 1 of 20 people. They are told by e-mail instead.",
    },
  ],
  unreached: [{ name: "Grace Lin", jobTitle: "Link officer" }],
};

export const ledgerPage: LedgerPage = {
  title: "Machine mail, Sun 1 Nov to Mon 23 Nov",
  rows: [
    {
      id: `mail-2026-11-22-${key}`,
      receivedAt: "2026-11-22T21:14:00.000Z",
      mailbox: "complaints@wexcombe.gov.uk",
      outcome: "machine",
      outcomeTitle: "Machine mail",
      reason: "An automatic reply",
      mayOpenCase: true,
      readable: true,
      loggable: true,
    },
    {
      id: `mail-2026-11-21-${key}`,
      receivedAt: "2026-11-21T10:14:00.000Z",
      mailbox: "complaints@wexcombe.gov.uk",
      outcome: "set-aside",
      outcomeTitle: "Set aside by a person",
      reason: "An invitation to a trade fair",
      by: "Priya Nair, Sat 21 Nov at 11:02",
      mayOpenCase: true,
      readable: true,
      loggable: true,
    },
  ],
};

export const mailText: MailText = {
  from: "Joan Whitfield <joan.whitfield@example.com>",
  subject: "Automatic reply: your letter",
  sentAt: "2026-11-22T21:13:00.000Z",
  text: "I am away until Monday.",
  cut: false,
};

export const serviceComplaints: ServiceComplaints = {
  title: "Complaints to Parking in the last 90 days",
  rows: [{ caseId: "CMP-2M8A-4T", receivedAt: "2026-11-18T09:00:00.000Z" }],
  restricted: 1,
  mayOpen: true,
};
