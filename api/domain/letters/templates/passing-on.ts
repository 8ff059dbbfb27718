import type { Case } from "../../case/case.ts";
import { canBeWrittenTo } from "../../case/contact/can-be-written-to.ts";
import type { NoComplaint } from "../../case/own-letters/facts.ts";
import { asWords } from "../letter-document.ts";
import { letterSubject } from "../letters.ts";

/** Something the person wrote, or that was taken down from them. */
export type PassedMessage = {
  readonly text: string;
  /** The day it reached the council, in words. */
  readonly receivedOn: string;
  readonly files: number;
};

/** What the service is asked to do with it. */
const asks: Readonly<Record<NoComplaint, string>> = {
  "service-request":
    "It is a request for something to be done or put right. Please deal with it, and answer the person yourselves.",
  compliment: "It is a compliment. Please tell those it is about.",
  comment: "It is a comment or a suggestion. Please think about it, and answer where that helps.",
};

/** The mail that passes on to a service what was no complaint, with everything the person wrote. */
export function passingOn(
  theCase: Case,
  facts: {
    readonly caseType: NoComplaint;
    readonly service: string;
    readonly council: string;
    /** Where the complaints team is written to. */
    readonly team: string;
    readonly messages: readonly PassedMessage[];
  },
): { readonly subject: string; readonly text: string } {
  const { caseType, service, council, team, messages } = facts;
  const told = canBeWrittenTo(theCase) ? ", and the person knows that you have it" : "";
  const paragraphs = [
    `To ${asWords(service)}`,
    `This was sent to the complaints team of ${asWords(council)}. We do not handle it as a complaint: it is passed to you${told}. Our reference is ${theCase.id}.`,
    asks[caseType],
    contactLines(theCase),
    ...messages.flatMap(quoted),
    `Write to the person, not to us. If they meant to complain, or are not satisfied with your answer, tell us: ${asWords(team)}.`,
  ];
  const subject = letterSubject(theCase).replace(/^RE: /, "");
  return { subject: `Passed to you: ${subject}`, text: paragraphs.join("\n\n") };
}

function contactLines({ complainant }: Case): string {
  const { name, email, phone, address } = complainant;
  const known = [name, email, phone, address].flatMap((one) =>
    one === undefined || one === "" ? [] : [asWords(one)],
  );
  return `From:\n${known.join("\n")}`;
}

function quoted({ text, receivedOn, files }: PassedMessage): string[] {
  const came = files === 1 ? " One file came with it" : ` ${files} files came with it`;
  const withFiles = files === 0 ? "" : `${came}; ask the complaints team for what you need.`;
  // Quoted as mail programs do, so that nothing in it becomes a heading or a list of ours.
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${asWords(line)}`.trimEnd());
  return [`Received on ${receivedOn}:${withFiles}`, lines.join("\n")];
}
