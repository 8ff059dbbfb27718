import { createHash } from "node:crypto";
import type { EstatePerson } from "#local/estate.ts";

/** A person as Teams knows them to this bot. The ids are opaque and differ from bot to bot. */
export type RosterEntry = {
  readonly person: EstatePerson;
  readonly userId: string;
  readonly conversationId: string;
};

/** Who can chat with the bot, found by any id that Teams accepts. */
export type Roster = {
  readonly bot: { readonly id: string; readonly name: string };
  readonly tenantId: string;
  /** By Entra object id; throws for somebody who is not in the directory. */
  ofPerson(personId: string): RosterEntry;
  ofConversation(conversationId: string): RosterEntry | undefined;
  /** By the bot's own `29:` id of the person or by their Entra object id. */
  ofMember(memberId: string): RosterEntry | undefined;
};

/** Works out the Teams ids of everybody in the directory; the same at every start. */
export const createRoster = (options: {
  people: readonly EstatePerson[];
  tenantId: string;
  botAppId: string;
}): Roster => {
  const { people, tenantId, botAppId } = options;
  const opaque = (kind: string, personId: string) =>
    createHash("sha256").update(`${kind} ${botAppId} ${personId}`).digest("base64url");
  const entries = people.map((person) => ({
    person,
    userId: `29:1${opaque("user", person.id)}`,
    conversationId: `a:1${opaque("conversation", person.id)}`,
  }));
  return {
    bot: { id: `28:${botAppId}`, name: "Redress" },
    tenantId,
    ofPerson: (id) => {
      const entry = entries.find(({ person }) => person.id === id);
      if (entry === undefined) throw new Error("Nobody in the directory has this object id.");
      return entry;
    },
    ofConversation: (id) => entries.find(({ conversationId }) => conversationId === id),
    ofMember: (id) => entries.find(({ person, userId }) => userId === id || person.id === id),
  };
};
