import type { Activity } from "botbuilder";
import { z } from "zod";
import { ok, refused, type Result } from "#api/domain/result.ts";
import type { Person } from "#api/domain/people/actor.ts";
import type { Desk } from "#api/services/desk.ts";

const origin = z.object({
  channelId: z.literal("msteams"),
  conversation: z.object({ tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
});
const signedIn = z.object({ from: z.object({ aadObjectId: z.guid() }) });

/**
 * Who did this in Teams: the Entra ID object id that the channel vouches for, looked up in the
 * council's directory. Names, mail addresses and card data say nothing about identity.
 */
export async function senderOf(
  activity: Activity,
  council: { readonly tenantId: string; readonly desk: Pick<Desk, "findPerson"> },
): Promise<Result<Person, string>> {
  const from = origin.safeParse(activity);
  if (!from.success) return refused("I answer only in Microsoft Teams. Nothing was changed.");
  const tenants = [from.data.conversation.tenantId, from.data.channelData?.tenant?.id].filter(
    (tenant) => tenant !== undefined,
  );
  if (tenants.length === 0 || tenants.some((tenant) => tenant !== council.tenantId)) {
    return refused("I answer only people of the council I work for. Nothing was changed.");
  }
  const account = signedIn.safeParse(activity);
  if (!account.success) {
    return refused(
      "Teams did not tell me who you are, so nothing was changed. Sign in with your work account and try again.",
    );
  }
  const person = await council.desk.findPerson(account.data.from.aadObjectId);
  return person === undefined
    ? refused(
        "I do not know you yet, so nothing was changed. Ask the complaints team to add you to Redress.",
      )
    : ok(person);
}
