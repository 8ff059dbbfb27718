import type { Point } from "#api/domain/case/points/facts.ts";

/** Good letters that answer several points, each with what the case says of them. */
export const lettersWithPoints: readonly (readonly [
  how: string,
  points: readonly (readonly [title: string, finding: Point["finding"]])[],
  text: string,
])[] = [
  [
    "under a heading each",
    [
      ["Bay took nine months", "upheld"],
      ["Officer dismissive", "not-upheld"],
      ["Letters not answered", "partly-upheld"],
    ],
    `Dear Mrs Whitfield

This is our Stage 1 response to your complaint CMP-7K3Q-9D about your disabled parking bay.

Complaint 1 - the bay took nine months to mark out - upheld
You applied in January and the bay was marked in October. Our guide says 12 weeks. The contractor's order was not placed until July because the officer who dealt with it had left and nobody took over her work.

Complaint 2 - the officer who visited was dismissive - not upheld
I spoke to the officer and read the notes she made on the day. She recalls explaining that a bay isn't reserved for one household. I understand that this was disappointing to hear, but I have not found that she was dismissive.

Complaint 3 - we did not reply to your letters - partly upheld
We answered your letters of 3 March and 9 May. We can find no reply to the one of 2 August.

To put things right we will pay you £150 by 18 December 2026. We have already put a rota in place so that applications are picked up when someone leaves. No further action is outstanding.

Please accept my apologies for the delay and for not answering your letter.

If you remain dissatisfied you may ask for your complaint to be considered at Stage 2.

Yours sincerely
Highways`,
  ],
  [
    "in a numbered list",
    [
      ["Library closed in October", "not-upheld"],
      ["Website wrong", "upheld"],
    ],
    `Dear Mrs Whitfield

Stage 1 response, reference CMP-7K3Q-9D

You complained about two things: that the library was closed on 4 and 11 October, and that the website still said it was open.

1. The closures. We do not uphold this. The heating had failed, and by law we could not let staff or visitors in below 16 degrees.
2. The website. We uphold this. The page should have been changed the same morning. It wasn't, since the only person who can edit it was on leave.

We are sorry that you made two wasted journeys. Two more staff have now been trained to update the page, and we will send you a £10 voucher by the end of November. Nothing else needs to be done.

If you think we have got this wrong, please write back within 20 working days and ask us to look at it at stage 2.

Yours sincerely
Wexcombe Libraries`,
  ],
];
