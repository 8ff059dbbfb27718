import { z } from "zod";
import { CaseRow } from "./case-list.ts";

/** The fewest characters that are looked for. */
export const fewestToFind = 2;

/** What somebody typed so far (`POST /api/find`: in a body, since addresses are written down in logs). */
export const FindQuery = z.object({ text: z.string().max(200) });
export type FindQuery = z.infer<typeof FindQuery>;

/** The cases that are meant, newest first as far as it says nothing better. */
export const FoundCases = z.object({ cases: z.array(CaseRow), more: z.boolean() });
export type FoundCases = z.infer<typeof FoundCases>;
