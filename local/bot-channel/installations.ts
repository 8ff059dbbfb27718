import { installationActivities } from "./activities.ts";
import { isTaken, type BotEndpoint, type Delivery } from "./bot-endpoint.ts";
import type { Chats } from "./chats.ts";
import type { Roster } from "./roster.ts";

/** For whom the app is installed in Teams. */
export type Installations = {
  /** True from the moment the bot is told, so that it can greet the person in the same breath. */
  has(personId: string): boolean;
  /** Installs the app for a person and tells the bot, once; what the bot did not take is told again next time. */
  install(personId: string): Promise<Delivery>;
};

const alreadyInstalled: Delivery = { kind: "answered", status: 200, body: "" };

/** Keeps who has the app in the chats' own record. */
export const createInstallations = (options: {
  clock: { now(): Date };
  roster: Roster;
  chats: Chats;
  bot: BotEndpoint;
}): Installations => {
  const { clock, roster, chats, bot } = options;
  const underWay = new Map<string, Promise<Delivery>>();

  const announce = async (personId: string): Promise<Delivery> => {
    const entry = roster.ofPerson(personId);
    let delivery: Delivery = alreadyInstalled;
    for (const activity of installationActivities({ roster, entry, now: clock.now() })) {
      delivery = await bot.post(activity);
      if (!isTaken(delivery)) return delivery;
    }
    chats.install(personId, clock.now());
    return delivery;
  };

  return {
    has: (personId) => chats.of(personId).installed || underWay.has(personId),
    install: async (personId) => {
      if (chats.of(personId).installed) return alreadyInstalled;
      const announced =
        underWay.get(personId) ?? announce(personId).finally(() => underWay.delete(personId));
      underWay.set(personId, announced);
      return announced;
    },
  };
};
