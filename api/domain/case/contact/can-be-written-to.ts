import type { Case } from "../case.ts";

/** Whether the person has an address that mail can be sent to. */
export function canBeWrittenTo({ replyTo, complainant }: Case): boolean {
  return replyTo !== undefined || complainant.email !== undefined;
}
