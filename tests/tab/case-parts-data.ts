import type { CaseDetail } from "#api/contract/case-detail.ts";

type Parts = Pick<
  CaseDetail,
  | ("care" | "points" | "requests" | "remedies" | "lessons" | "checkIns")
  | "related"
  | "outside"
  | "hands"
>;

/** A case of which nothing more is known than its mail. */
export const noParts: Parts = {
  care: [],
  points: [],
  requests: [],
  remedies: [],
  lessons: [],
  checkIns: [],
  related: [],
  outside: [],
  hands: [],
};

/** What is known of a case that has been worked on, in the service's words. */
export const someParts: Parts = {
  care: [
    {
      title: "Reasonable adjustment",
      words: "Letters in large print.",
      when: "Look at it again on Mon 7 Dec",
    },
    { title: "Councillor", words: "Cllr Amina Shah", when: "Not told yet" },
  ],
  points: [
    {
      id: "1",
      title: "The bins were left three times",
      service: "Waste and Street Scene",
      answer: {
        text: "A parked van blocked the close on all three days.",
        by: "Tom Okafor",
        at: "2026-11-19T15:40:00.000Z",
      },
      finding: "Upheld",
      findingReason: "Nobody came back the next day.",
    },
    { id: "2", title: "Nobody rang back", service: "Customer Services" },
    {
      id: "3",
      title: "The smell",
      service: "Waste and Street Scene",
      dropped: "It is part of point 1.",
    },
  ],
  requests: [
    {
      id: "1",
      question: "What do the crew sheets say?",
      to: "Lee Barton",
      askedBy: "Priya Nair",
      askedAt: "2026-11-18T09:00:00.000Z",
      point: "1",
      standing: { state: "overdue", words: "1 working day overdue" },
    },
  ],
  remedies: [
    {
      id: "1",
      kind: "£35.00, for point 1",
      what: "Pay for the private collection",
      owner: "Tom Okafor",
      due: "2026-12-01",
      standing: { state: "on-time", words: "due in 6 working days" },
    },
    {
      id: "2",
      kind: "An action",
      what: "Collect on Mondays instead",
      owner: "Helen Marsh",
      due: "2026-12-01",
      standing: { state: "none", words: "cannot be given" },
      note: "The lorry is elsewhere.\nInstead: a second bin.",
    },
  ],
  lessons: [
    {
      id: "1",
      kind: "Training",
      what: "Crews report blocked streets",
      owner: "Helen Marsh",
      due: "2026-11-20",
      standing: { state: "met", words: "done on Fri 20 Nov" },
      note: "Everybody was told at the morning meeting.",
    },
  ],
  checkIns: [
    {
      stage: 1,
      title: "Our stage 1 answer did not meet their need",
      facts: ["Tom Okafor, by phone", "Mon 9 Nov"],
      said: "The bins are still late.",
      next: "Whoever is not satisfied can ask for stage 2.",
    },
    {
      stage: 2,
      title: "Ask whether our stage 2 answer met their need",
      standing: { state: "due-soon", words: "due in 2 working days" },
      facts: ["Answered on Wed 11 Nov"],
    },
  ],
  related: [
    {
      caseId: "CMP-2M8A-4T",
      words: "From the same person",
      reason: "She also lost her tax letter.",
    },
  ],
  outside: [
    {
      id: "enquiry-1",
      title: "Local Government and Social Care Ombudsman, 26 001 234",
      standing: { state: "due-soon", words: "due in 2 working days" },
      facts: ["Arrived on Mon 2 Nov"],
      text: "All letters about the collections.",
    },
  ],
  hands: [
    {
      who: "Complaints team",
      from: "2026-11-16T08:41:00.000Z",
      to: "2026-11-17T09:05:00.000Z",
      workingDays: 1,
    },
    { who: "Priya Nair (complaints team)", from: "2026-11-17T09:05:00.000Z", workingDays: 4 },
  ],
};
