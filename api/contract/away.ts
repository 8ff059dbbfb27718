import { z } from "zod";
import { ActionForm } from "./action-form.ts";

/** Somebody who is or will be away, and who stands in. */
export const AwayLine = z.object({
  id: z.string(),
  /** The id of who is away. */
  person: z.string(),
  who: z.string(),
  deputy: z.string(),
  /** Such as "Mon 10 Nov until Wed 12 Nov". */
  days: z.string(),
  /** How it stands, such as "now" or "in 3 days". */
  standing: z.string(),
  mayEnd: z.boolean(),
});
export type AwayLine = z.infer<typeof AwayLine>;

/** Who is away as far as it concerns me, and how to name somebody who stands in (`GET /api/away`). */
export const Away = z.object({ lines: z.array(AwayLine), form: ActionForm });
export type Away = z.infer<typeof Away>;

const day = (what: string) => z.iso.date(`Give ${what}.`);

/** The body of `POST /api/away`; without a person it is whoever sends it. */
export const NameCover = z.object({
  person: z.string().max(200).default(""),
  deputy: z.string().min(1, "Choose who stands in.").max(200),
  from: day("the first day"),
  until: day("the last day"),
});
export type NameCover = z.infer<typeof NameCover>;

/** The body of `POST /api/away/endings`. */
export const EndCover = z.object({ person: z.string().max(200), cover: z.string().max(200) });
export type EndCover = z.infer<typeof EndCover>;

/** What was done, as a sentence. */
export const AwayChanged = z.object({ message: z.string() });
export type AwayChanged = z.infer<typeof AwayChanged>;
