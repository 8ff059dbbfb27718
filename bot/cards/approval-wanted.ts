import { plainText, readLetter } from "#api/domain/letters/letter-document.ts";
import type { CaseCard } from "#api/domain/case/case-card.ts";
import { shortMoment } from "#api/domain/calendar/london-date.ts";
import type { AdaptiveCard, CardAction, CardElement, Fact } from "./adaptive-card.ts";
import { caseCard, openCase } from "./case-card.ts";
import { pressAction } from "./press-action.ts";
import type { TabAddress } from "./tab-links.ts";
import { cut, quote, sentence, titled, verbatim, withoutAddresses } from "./words.ts";
import { bytesOf, within } from "./within.ts";

type ApprovalWanted = Extract<CaseCard, { kind: "approval-wanted" }>;

/** Teams takes more on some clients; 24 KB arrive on all of them. The rest is room for a notice on top. */
const mostBytes = 23_000;
/** What is left of it for the letter when there is very much to say about it. */
const roomForLetter = 3000;
const longestComment = 4000;
const longestNote = 500;
/** One line of a point, a remedy or what needs care. */
const longestLine = 160;
const letterId = "letter";

/** The question to an approver, in the order of the tab: who and what, what was decided, the letter, what was checked. */
export function approvalWantedCard(wanted: ApprovalWanted, tab: TabAddress): AdaptiveCard {
  const card = (before: readonly CardElement[], letter: readonly CardElement[]): AdaptiveCard =>
    caseCard(wanted, {
      title: `${wanted.caseId} needs your approval`,
      facts: factsOf(wanted),
      body: [
        ...before,
        verbatim(wanted.sheet.independence),
        {
          type: "ActionSet",
          actions: [
            {
              type: "Action.ToggleVisibility",
              title: "Show or hide the letter",
              targetElements: [letterId],
            },
            openCase(tab, wanted.caseId, "Open the full letter"),
          ],
        },
        { type: "Container", id: letterId, isVisible: false, items: letter },
      ],
      actions: answers(wanted),
    });
  const before = within(mostBytes - roomForLetter - bytesOf(card([], [])), aboutLetter(wanted), {
    goesOn: sentence("There is more to know. Open the case before you decide."),
  });
  const letter = within(mostBytes - bytesOf(card(before, [])), linesOf(wanted.letter), {
    goesOn: sentence("The letter goes on. Open it to read all of it before you decide."),
    isCut: wanted.letterIsCut,
  });
  return card(before, letter);
}

function factsOf({ sheet }: ApprovalWanted): Fact[] {
  return [
    { title: "Written by", value: sheet.author },
    ...(sheet.inPlaceOf === undefined ? [] : [{ title: "In place of", value: sheet.inPlaceOf }]),
  ];
}

function aboutLetter({ sheet }: ApprovalWanted): readonly CardElement[] {
  const { care, points, pointsWords, decision, remedies, gist } = sheet;
  const { note, returned, changes, checks, enclosures } = sheet;
  return [
    titled("Complaint from", line(sheet.complainant)),
    ...(note === undefined ? [] : [quote(`${note.by} says:`, cut(note.text, longestNote))]),
    ...care.map(({ title, words }) => titled(title, line(words))),
    ...(decision === undefined ? [] : [titled("Decision", decision)]),
    ...points.map(({ id, title, finding, answered }) =>
      titled(`Point ${id}, ${finding ?? (answered ? "answered" : "no answer yet")}`, line(title)),
    ),
    ...remedies.map((remedy) => titled("Remedy", line(remedy))),
    ...(gist === "" ? [] : [titled("The letter says", withoutAddresses(gist))]),
    ...(pointsWords === undefined ? [] : [sentence(`${pointsWords}.`)]),
    ...checks.map((check) => titled("Check", line(check))),
    ...enclosures.map((name) => titled("Goes with it", line(name))),
    ...(returned === undefined
      ? []
      : [
          quote(
            `Last time it went back (${returned.by}, ${shortMoment(returned.at)}):`,
            returned.comment,
          ),
        ]),
    ...changes.map((change) => titled("Changed since", line(change))),
  ];
}

function line(text: string): string {
  // Looking for addresses takes time with the square of what has no space in it.
  return cut(withoutAddresses(text.slice(0, 4 * longestLine)), longestLine);
}

function answers(wanted: ApprovalWanted): readonly CardAction[] {
  const { caseId, text, delegates } = wanted;
  const data = { caseId, text };
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
    ...(delegates.length === 0 ? [] : [delegating(wanted)]),
  ];
}

function delegating({ caseId, text, delegates }: ApprovalWanted): CardAction {
  return {
    type: "Action.ShowCard",
    title: "Delegate",
    card: {
      type: "AdaptiveCard",
      body: [
        {
          type: "Input.ChoiceSet",
          id: "to",
          label: "Who decides instead?",
          style: "compact",
          placeholder: "Choose somebody",
          isRequired: true,
          errorMessage: "Choose who decides instead.",
          choices: delegates.map(({ id, name }) => ({ title: cut(name, 100), value: id })),
        },
        {
          type: "Input.Text",
          id: "note",
          label: "What should they know? (optional)",
          isMultiline: true,
          maxLength: 1000,
        },
      ],
      actions: [pressAction({ title: "Pass it on", verb: "delegate", data: { caseId, text } })],
    },
  };
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
