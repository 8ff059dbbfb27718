import type { Describers, Forms } from "../chapter.ts";
import { choiceField, nothingAsked } from "../form.ts";
import type { enclosureCommands, enclosureEvents } from "./facts.ts";

export const enclosureForms: Forms<typeof enclosureCommands> = {
  "enclose-files": { title: "Enclose files", form: () => nothingAsked },
  "leave-out-file": {
    title: "Leave a file out of the letter",
    form: ({ case: { enclosures } }) => ({
      fields: [
        choiceField(
          "file",
          "File",
          enclosures.map(({ id, name }) => ({ id, name })),
        ),
      ],
    }),
  },
};

export const enclosureDescribers: Describers<typeof enclosureEvents> = {
  "files-enclosed": ({ stage, files }) => ({
    what: `enclosed ${files.map(({ name }) => name).join(", ")} with the stage ${stage} response`,
    kind: "draft",
  }),
  "file-left-out": ({ stage, name }) => ({
    what: `left ${name} out of the stage ${stage} response`,
    kind: "draft",
  }),
};
