import { EstateClient, until, wordsOf } from "./check/estate-client.ts";
import { travel } from "./check/journey.ts";
import { estate } from "./estate.ts";

/** What the scripted journey counted; `unaccounted` mails are never anything but none. */
export type CheckResult = {
  readonly mails: number;
  readonly cases: number;
  readonly acknowledged: number;
  readonly approvals: number;
  readonly sent: number;
  readonly nudges: number;
  readonly unaccounted: number;
};

/** Runs the main journey over the estate's public interfaces and counts what came of it; throws when a step fails. */
export async function runCheck(
  { url }: { readonly url: string },
  tell: (line: string) => void,
): Promise<CheckResult> {
  const client = new EstateClient(url);
  const officer = client.person("Priya Nair");
  const atFirst = await until("every sample mail is accounted for", async () => {
    const assurance = await officer.assurance();
    return assurance.unaccounted + assurance.arriving === 0 ? assurance : undefined;
  });
  tell(atFirst.words);
  const journey = await travel(client, tell);
  const rows = await officer.list("all-cases");
  const details = await Promise.all(rows.map(({ caseId }) => officer.open(caseId)));
  const assurance = await officer.assurance();
  if (assurance.unaccounted + assurance.arriving > 0) throw new Error(assurance.words);
  const acknowledged = details.filter(({ conversation }) =>
    conversation.some(({ label }) => label === "Stage 1 acknowledgement"),
  ).length;
  if (acknowledged < rows.length) {
    throw new Error(`Only ${acknowledged} of ${rows.length} cases were acknowledged.`);
  }
  return {
    mails: atFirst.received + journey.mails,
    cases: rows.length,
    acknowledged,
    approvals: journey.approvals,
    sent: journey.sent,
    nudges: await countNudges(client),
    unaccounted: assurance.unaccounted,
  };
}

async function countNudges(client: EstateClient): Promise<number> {
  let nudges = 0;
  for (const { name } of estate.people) {
    const cards = await client.person(name).cards("CMP-");
    nudges += cards.filter(({ card }) => / is (due soon|overdue)/.test(wordsOf(card))).length;
  }
  return nudges;
}
