import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { ActionAccepted } from "#api/contract/case-action.ts";
import { Assurance } from "#api/contract/assurance.ts";
import { CaseDetail } from "#api/contract/case-detail.ts";
import { CasePage, type CaseRow, type QueueName } from "#api/contract/case-list.ts";
import type { PersonCommand } from "#api/domain/case/commands.ts";
import { estate, type EstatePerson } from "../estate.ts";
import {
  chatAnswerSchema,
  citizenMailAnswerSchema,
  clockAnswerSchema,
  invokeAnswerSchema,
  sendMailAnswerSchema,
  tokenAnswerSchema,
  type ChatMessage,
  type CitizenMessage,
  type InvokeAnswer,
} from "../teams-shell/api.ts";

const patienceMs = 60_000;
const betweenLooksMs = 150;

/** Everything a visitor of the running estate could do by hand, through its public interfaces only. */
export class EstateClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** One of the council's people, at their tab and chat. */
  person(name: string): PersonClient {
    const person = estate.people.find((one) => one.name === name);
    if (person === undefined) throw new Error(`Nobody of the council is called ${name}.`);
    return new PersonClient(this.#url, person);
  }

  /** Sends a mail to the complaints mailbox by SMTP, as a resident; gives its Message-ID. */
  async sendMail(
    from: string,
    mail: { subject: string; text: string; inReplyTo?: string },
  ): Promise<string> {
    const body = { to: estate.mailbox, ...mail };
    const answer = await ask(`${this.#url}/shell/citizens/${from}/mail`, { body });
    return sendMailAnswerSchema.parse(answer).internetMessageId;
  }

  /** What a resident has received from the council, oldest first. */
  async received(address: string): Promise<CitizenMessage[]> {
    const answer = await ask(`${this.#url}/shell/citizens/${address}/mail`);
    const { messages } = citizenMailAnswerSchema.parse(answer);
    return messages.filter(({ direction }) => direction === "received");
  }

  /** Moves the estate's clock; everything that fell due has happened when it answers. */
  async moveClock(to: string): Promise<string> {
    const answer = await ask(`${this.#url}/shell/clock`, { body: { to } });
    return clockAnswerSchema.parse(answer).now;
  }
}

/** One person's own view: what their token and their chat let them see and do. */
export class PersonClient {
  readonly id: string;
  readonly name: string;
  readonly #url: string;

  constructor(url: string, person: EstatePerson) {
    this.#url = url;
    this.id = person.id;
    this.name = person.name;
  }

  async list(queue: QueueName): Promise<CaseRow[]> {
    const rows: CaseRow[] = [];
    let after: string | undefined;
    do {
      const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
      const page = CasePage.parse(await this.#ask(`/api/queues/${queue}${query}`));
      rows.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    return rows;
  }

  async open(caseId: string): Promise<CaseDetail> {
    return CaseDetail.parse(await this.#ask(`/api/cases/${caseId}`));
  }

  async act(caseId: string, action: z.input<typeof PersonCommand>): Promise<ActionAccepted> {
    const body = { actionId: randomUUID(), action };
    return ActionAccepted.parse(await this.#ask(`/api/cases/${caseId}/actions`, body));
  }

  /** Mailbox against ledger, counted now. */
  async assurance(): Promise<Assurance> {
    return Assurance.parse(await this.#ask("/api/assurance/checks", {}));
  }

  /** The cards of this person's chat that mention a text, oldest first. */
  async cards(mentioning: string): Promise<ChatMessage[]> {
    const { messages } = chatAnswerSchema.parse(await ask(this.#shell("/chat")));
    return messages.filter(({ card }) => card !== undefined && wordsOf(card).includes(mentioning));
  }

  /** Waits until a card with all these words has arrived. */
  cardWith(...words: readonly string[]): Promise<ChatMessage> {
    const [first = ""] = words;
    return until(`${this.name} gets a card saying “${words.join("”, “")}”`, async () => {
      const cards = await this.cards(first);
      return cards.findLast(({ card }) => words.every((word) => wordsOf(card).includes(word)));
    });
  }

  /** Presses a button of a card, with the data the card itself carries for that button. */
  async press(
    message: ChatMessage,
    verb: string,
    inputs: Record<string, string> = {},
  ): Promise<InvokeAnswer> {
    const data = { ...dataOf(message.card, verb), ...inputs };
    const answer = await ask(this.#shell(`/chat/${encodeURIComponent(message.id)}/invoke`), {
      body: { verb, data },
    });
    return invokeAnswerSchema.parse(answer);
  }

  #shell(path: string): string {
    return `${this.#url}/shell/people/${this.id}${path}`;
  }

  async #ask(path: string, body?: unknown): Promise<unknown> {
    const { token } = tokenAnswerSchema.parse(await ask(this.#shell("/token"), { body: {} }));
    return ask(this.#url + path, body === undefined ? { token } : { token, body });
  }
}

/** Looks again until there is something to see; says what it waited for when there never is. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(betweenLooksMs);
  }
  throw new Error(`Waited in vain until ${what}.`);
}

/** All words of a card, however deep they lie. */
export function wordsOf(card: unknown): string {
  if (typeof card === "string") return card;
  if (typeof card !== "object" || card === null) return "";
  return Object.values(card).map(wordsOf).join(" ");
}

const Execute = z.object({
  type: z.literal("Action.Execute"),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
});

function dataOf(card: unknown, verb: string): Record<string, unknown> {
  const found = executesIn(card).find((action) => action.verb === verb);
  if (found === undefined) throw new Error(`The card has no button to ${verb}.`);
  return found.data;
}

function executesIn(part: unknown): z.infer<typeof Execute>[] {
  const own = Execute.safeParse(part);
  if (own.success) return [own.data];
  if (typeof part !== "object" || part === null) return [];
  return Object.values(part).flatMap(executesIn);
}

async function ask(
  url: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} from ${new URL(url).pathname}: ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}
