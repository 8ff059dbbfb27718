import { plainText, readLetter } from "#api/domain/letters/letter-document.ts";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import type { AdaptiveCard, CardElement } from "./adaptive-card.ts";
import { caseCard, openCase } from "./case-card.ts";
import { pressAction } from "./press-action.ts";
import type { TabAddress } from "./tab-links.ts";
import { quote, sentence, verbatim } from "./words.ts";

type ApprovalWanted = Extract<CaseCard, { kind: "approval-wanted" }>;

/** Teams takes more on some clients; 24 KB arrive on all of them. The rest is room for a notice on top. */
const mostBytes = 23_000;
const longestComment = 4000;
const letterId = "letter";

/** The question to an approver: who wrote what for whom, the letter itself, and the two answers. */
export function approvalWantedCard(wanted: ApprovalWanted, tab: TabAddress): AdaptiveCard {
  const withLetter = (letter: readonly CardElement[]): AdaptiveCard =>
    caseCard(wanted, {
      title: `${wanted.caseId} needs your approval`,
      facts: [{ title: "Written by", value: wanted.author }],
      body: [
        verbatim(wanted.independence),
        ...(wanted.earlierComment === undefined
          ? []
          : [quote("Last time it went back with this comment:", wanted.earlierComment)]),
        {
          type: "ActionSet",
          actions: [
            {
              type: "Action.ToggleVisibility",
              title: "Show or hide the letter",
              targetElements: [letterId],
            },
            openCase(tab, wanted.caseId, "Open the letter"),
          ],
        },
        { type: "Container", id: letterId, isVisible: false, items: letter },
      ],
      actions: answers(wanted),
    });
  const room = mostBytes - bytesOf(withLetter([]));
  return withLetter(letterWithin(room, wanted));
}

function answers(wanted: ApprovalWanted): AdaptiveCard["actions"] {
  const data = { caseId: wanted.caseId, text: wanted.text };
  return [
    pressAction({
      title: "Approve",
      verb: "approve",
      data,
      style: "positive",
      associatedInputs: "none",
    }),
    {
      type: "Action.ShowCard",
      title: "Return with a comment",
      card: {
        type: "AdaptiveCard",
        body: [
          {
            type: "Input.Text",
            id: "comment",
            label: "What should change?",
            isMultiline: true,
            isRequired: true,
            errorMessage: "Write what should change first.",
            maxLength: longestComment,
          },
        ],
        actions: [pressAction({ title: "Return to the author", verb: "return", data })],
      },
    },
  ];
}

/** The letter line by line, as far as `room` bytes allow; it says so when that is not all of it. */
function letterWithin(room: number, wanted: ApprovalWanted): readonly CardElement[] {
  const goesOn = sentence("The letter goes on. Open it to read all of it before you decide.");
  const lines = linesOf(wanted.letter);
  const shown: CardElement[] = [];
  let left = room - bytesOf(goesOn) - 1;
  for (const line of lines) {
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    shown.push(line);
  }
  const isWhole = shown.length === lines.length && !wanted.letterIsCut;
  return isWhole ? shown : [...shown, goesOn];
}

/** One element for each line, with space before a paragraph; an endless line becomes several. */
function linesOf(letter: string): readonly CardElement[] {
  return readLetter(letter).flatMap((block) => {
    if (block.kind === "list") return verbatimLines(plainText([block]), {});
    const words = block.runs.map(({ text }) => text).join("");
    return verbatimLines(words, block.kind === "heading" ? { weight: "bolder" } : {});
  });
}

function verbatimLines(words: string, look: { weight?: "bolder" }): CardElement[] {
  const longestLine = /.{1,2000}(?:\s|$)|.{1,2000}/gu;
  return words
    .split("\n")
    .flatMap((line) => line.match(longestLine) ?? [])
    .map((text, index) => ({
      type: "RichTextBlock",
      inlines: [{ type: "TextRun", text, ...look }],
      spacing: index === 0 ? "medium" : "none",
    }));
}

function bytesOf(part: object): number {
  return Buffer.byteLength(JSON.stringify(part));
}
