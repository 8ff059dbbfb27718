import { openCouncil } from "./support/council.ts";
import { countWork, proofsOf } from "./support/counted-work.ts";
import { storeManyCases } from "./support/many-cases.ts";

const [few, many] = [100, 10_000];

/** Counts what work costs among few cases and among many, on the wire (`npm run --silent prove:counts`). */
async function proveCounts(): Promise<void> {
  const council = await openCouncil();
  const among = async (stored: number) => {
    await council.begin();
    await storeManyCases(council, stored);
    return countWork(council);
  };
  try {
    const proofs = proofsOf(await among(few), await among(many));
    const holds = proofs.every(({ isWithinBudget, isTheSame }) => isWithinBudget && isTheSame);
    const rows = proofs.map(({ withFew, withMany, ...proof }) => ({
      ...proof,
      counts: { [few]: withFew, [many]: withMany },
    }));
    process.stdout.write(`${JSON.stringify({ casesStored: [few, many], rows, holds })}\n`);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await council.close();
  }
}

await proveCounts();
