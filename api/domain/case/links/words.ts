import { withText, type Describers, type Forms } from "../chapter.ts";
import { choiceField, lineField, wordsField } from "../form.ts";
import { linkKinds, type linkCommands, type linkEvents, type LinkKind } from "./facts.ts";

export const linkForms: Forms<typeof linkCommands> = {
  "link-case": {
    title: "Link another case",
    form: () => ({
      intro: ["The other case will name this one too."],
      fields: [
        lineField("other", "Reference of the other case", { hint: "Such as CMP-7K3Q-9D." }),
        choiceField(
          "kind",
          "How they belong together",
          linkKinds.map((id) => ({ id, name: kindWords[id].name, hint: kindWords[id].hint })),
        ),
        wordsField("reason", "Why", { required: false }),
      ],
    }),
  },
  "unlink-case": {
    title: "Unlink another case",
    form: ({ case: { links } }) => ({
      fields: [
        choiceField(
          "other",
          "The other case",
          links.map(({ other, kind }) => ({ id: other, name: other, hint: kindWords[kind].name })),
        ),
        wordsField("reason", "Why they do not belong together"),
      ],
    }),
  },
  "join-campaign": {
    title: "Make it part of a campaign",
    form: ({ case: { id } }) => ({
      intro: [
        "Many people who write the same are answered as one, each with a reply of their own.",
      ],
      fields: [
        lineField("campaign", "What the campaign is called"),
        {
          ...{ kind: "words", name: "lead", label: "Case that is answered for all", lines: 1 },
          ...{ required: true, value: id, hint: "This case, or the reference of another." },
        },
      ],
    }),
  },
  "leave-campaign": {
    title: "Take it out of the campaign",
    form: ({ case: { campaign } }) => ({
      intro: campaign === undefined ? [] : [`It is part of: ${campaign.name}.`],
      fields: [wordsField("reason", "Why it stands by itself")],
    }),
  },
};

type KindWords = {
  readonly name: string;
  readonly hint: string;
  /** What this case is to the other one, to be followed by its reference. */
  readonly linked: string;
};

/** What another case is to this one, in words. */
export function linkWords(kind: LinkKind): string {
  return kindWords[kind].name;
}

const kindWords: Readonly<Record<LinkKind, KindWords>> = {
  related: {
    name: "About the same matter",
    hint: "Whoever answers one should know the other.",
    linked: "linked it, as about the same matter, to",
  },
  duplicate: {
    name: "The same complaint twice",
    hint: "Answer one of them, and close the other.",
    linked: "linked it, as the same complaint, to",
  },
  "same-person": {
    name: "From the same person",
    hint: "About something else.",
    linked: "linked it, as from the same person, to",
  },
  follows: {
    name: "This one follows the other",
    hint: "Such as when a remedy of the other was not given.",
    linked: "linked it as following",
  },
  "followed-by": {
    name: "The other one follows this one",
    hint: "Such as when a remedy of this one was not given.",
    linked: "linked it as followed by",
  },
};

export const linkDescribers: Describers<typeof linkEvents> = {
  "case-linked": ({ other, kind, reason }) =>
    withText({ what: `${kindWords[kind].linked} ${other}`, kind: "note" }, reason),
  "case-unlinked": ({ other, reason }) =>
    withText({ what: `unlinked it from ${other}`, kind: "note" }, reason),
  "campaign-joined": ({ campaign, lead }) => ({
    what: `made it part of the campaign ${campaign}, answered with ${lead}`,
    kind: "decision",
  }),
  "campaign-left": ({ reason }) =>
    withText({ what: "took it out of the campaign", kind: "decision" }, reason),
};
