import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { EstatePerson } from "#local/estate.ts";

/** A conversation of colleagues, of which the bot is no member. */
export type Conversation = {
  readonly id: string;
  /** Teams calls the chat of two people `personal`, as it does a chat with a bot. */
  readonly type: "personal" | "groupChat";
  /** A group's own name. */
  readonly topic?: string;
  readonly members: readonly Pick<EstatePerson, "id" | "name">[];
  readonly messages: readonly ColleagueMessage[];
};

export type ColleagueMessage = {
  readonly id: string;
  readonly from: Pick<EstatePerson, "id" | "name">;
  readonly at: string;
  /** As Teams keeps it. */
  readonly html: string;
};

/** The conversations that people have among themselves. */
export type ColleagueChats = { of(personId: string): readonly Conversation[] };

type Said = readonly [minutesBefore: number, from: string, html: string];

/** What the council's people wrote to each other in the hours before the estate first ran. */
const samples: readonly { topic?: string; members: readonly string[]; said: readonly Said[] }[] = [
  {
    members: ["Lee Barton", "Tom Okafor"],
    said: [
      [
        135,
        "Lee Barton",
        "<p>Morning Tom. <strong>Ms Petrova</strong> of 14 Harbour Row rang me just now, she got my number from the crew. Nobody has emptied the food bins of her block since the 6th &amp; she has reported it twice. She wants to know who decides that. You can ring her on 01632 960187, mornings are best.</p>",
      ],
      [
        128,
        "Tom Okafor",
        '<p>Thanks Lee. That sounds like a complaint, not another missed bin <img itemtype="http://schema.skype.com/Emoji" itemid="thinking" alt="🤔" src="https://statics.teams.cdn.office.net/thinking.png"></p>',
      ],
    ],
  },
  {
    topic: "Front desk and complaints",
    members: ["Priya Nair", "Grace Bello", "Rhys Evans", "Helen Marsh"],
    said: [
      [
        210,
        "Rhys Evans",
        '<p><at id="0">Priya Nair</at> a gentleman was at the counter, Mr Abdi Warsame, abdi.warsame@example.org:</p><ul><li>no heating at 3 Kingfisher House since 2 November</li><li>two appointments that nobody kept</li><li>his mother, 81, lives with him</li></ul><p>He asks for somebody to take it seriously.</p>',
      ],
      [
        205,
        "Priya Nair",
        '<blockquote itemtype="http://schema.skype.com/Reply"><strong>Rhys Evans</strong><p>a gentleman was at the counter, Mr Abdi Warsame…</p></blockquote><p>Thank you Rhys, I log it right away.</p>',
      ],
    ],
  },
];

const begunSchema = z.object({ begunAt: z.iso.datetime() });
const minuteMs = 60_000;

/** Opens the sample conversations; their times stay those of the estate's first start, kept in `folder`. */
export const openColleagueChats = (options: {
  people: readonly EstatePerson[];
  clock: { now(): Date };
  folder?: string | undefined;
}): ColleagueChats => {
  const begun = Date.parse(begunAt(options.clock.now(), options.folder));
  const personNamed = (name: string) => {
    const person = options.people.find((candidate) => candidate.name === name);
    return person && { id: person.id, name };
  };
  const conversations = samples.map(({ topic, members, said }, index): Conversation => {
    const present = members.flatMap((name) => personNamed(name) ?? []);
    return {
      id: topic === undefined ? chatOfTwo(present) : `19:redress-sample-${index}@thread.v2`,
      type: topic === undefined ? "personal" : "groupChat",
      ...(topic !== undefined && { topic }),
      members: present,
      messages: said.flatMap(([minutesBefore, name, html]) => {
        const at = begun - minutesBefore * minuteMs;
        const from = personNamed(name);
        return from ? [{ id: String(at), from, at: new Date(at).toISOString(), html }] : [];
      }),
    };
  });
  return {
    of: (personId) =>
      conversations.filter(({ members }) => members.some(({ id }) => id === personId)),
  };
};

const chatOfTwo = (members: readonly { id: string }[]): string =>
  `19:${members.map(({ id }) => id).join("_")}@unq.gbl.spaces`;

function begunAt(now: Date, folder: string | undefined): string {
  if (folder === undefined) return now.toISOString();
  const file = join(folder, "colleagues.json");
  if (existsSync(file)) return begunSchema.parse(JSON.parse(readFileSync(file, "utf8"))).begunAt;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ begunAt: now.toISOString() })}\n`);
  return now.toISOString();
}
