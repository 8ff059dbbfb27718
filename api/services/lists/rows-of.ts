import type { CaseRow } from "../../contract/case-list.ts";
import { londonDate } from "../../domain/calendar/london-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { listedCase } from "../../domain/case/listed-case.ts";
import { policyNow } from "../../domain/case/policy-now.ts";
import type { Ports } from "../ports/ports.ts";
import { presentRow } from "./present-row.ts";

/** What makes a line of a list from a case as it stands now, where no list was read. */
export async function rowsOf(ports: Ports): Promise<(theCase: Case) => CaseRow> {
  const { calendar, clock, directory } = ports;
  const services = await directory.services();
  const today = londonDate(clock.now().toISOString());
  return (theCase) =>
    presentRow(listedCase(theCase, policyNow(theCase), calendar), { today, calendar, services });
}
