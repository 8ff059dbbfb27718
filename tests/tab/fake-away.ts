import type { Away, AwayLine, EndCover, NameCover } from "#api/contract/away.ts";

const deputies = [
  { id: "grace", name: "Grace Bello", hint: "Complaints officer" },
  { id: "beth", name: "Beth Carver", hint: "Complaints manager, Children’s Services" },
];

/** What came of naming or ending: what was done, or why not and of which field. */
export type AwayOutcome =
  | { readonly kind: "done"; readonly message: string }
  | { readonly kind: "refused"; readonly why: string; readonly field?: keyof NameCover };

/** Who is away at a fake council, and who stands in. */
export class FakeAway {
  readonly #lines: AwayLine[] = [
    {
      ...{ id: "c1", person: "tom", who: "Tom Okafor", deputy: "Rhys Evans" },
      ...{ days: "Mon 23 Nov until Fri 27 Nov", standing: "now", mayEnd: true },
    },
  ];

  overview(): Away {
    return {
      lines: this.#lines,
      form: {
        intro: ["Letters that wait for approval go to whoever stands in."],
        fields: [
          ...[{ name: "deputy", label: "Who stands in", choices: deputies }].map(
            (field) => ({ ...field, kind: "choice", required: true }) as const,
          ),
          ...[
            { name: "from", label: "First day", value: "2026-11-23" },
            { name: "until", label: "Last day" },
          ].map((field) => ({ ...field, kind: "day", required: true }) as const),
        ],
      },
    };
  }

  name({ deputy, from, until }: NameCover): AwayOutcome {
    if (until === "") return { kind: "refused", field: "until", why: "Give the last day." };
    if (this.#lines.some(({ person }) => person === "me")) {
      return { kind: "refused", why: "Somebody stands in already. End that first." };
    }
    const name = deputies.find(({ id }) => id === deputy)?.name ?? deputy;
    this.#lines.push({
      ...{ id: "c2", person: "me", who: "Priya Nair", deputy: name },
      ...{ days: `${from} until ${until}`, standing: "to come", mayEnd: true },
    });
    return { kind: "done", message: `${name} stands in for Priya Nair.` };
  }

  end({ cover }: EndCover): AwayOutcome {
    const [line] = this.#lines.splice(
      this.#lines.findIndex(({ id }) => id === cover),
      1,
    );
    return { kind: "done", message: `${line?.deputy ?? "Nobody"} stands in no more.` };
  }
}
