import { z } from "zod";
import type { PersonId } from "../../domain/people/actor.ts";
import type { ChatBook, StandingCard } from "../../services/ports/chat-book.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

const Card = z.object({
  caseId: z.string(),
  purpose: z.string(),
  person: z.string(),
  at: z.object({ conversation: z.string(), activity: z.string() }),
}) satisfies z.ZodType<StandingCard>;

/** Chats by person and standing cards by case, in Azure Tables. */
export class TableChatBook implements ChatBook {
  readonly #table: PartitionedTable;

  constructor(table: PartitionedTable) {
    this.#table = table;
  }

  async rememberChat(person: PersonId, reference: string): Promise<void> {
    await this.#table.put({ partitionKey: chatsOf(person), rowKey: "chat", reference });
  }

  async findChat(person: PersonId): Promise<string | undefined> {
    const row = await this.#table.find(chatsOf(person), "chat");
    return row === undefined ? undefined : z.string().parse(row.reference);
  }

  async forgetChat(person: PersonId): Promise<void> {
    await this.#table.remove(chatsOf(person), "chat");
  }

  async rememberCard(card: StandingCard): Promise<void> {
    await this.#table.put({
      partitionKey: cardsOf(card.caseId),
      rowKey: cardKey(card),
      ...longJson(card),
    });
  }

  async cardsOf(caseId: string, purpose: string): Promise<readonly StandingCard[]> {
    const range = { from: `${purpose}_`, before: `${purpose}\`` };
    const rows = await this.#table.range(cardsOf(caseId), range);
    return rows.map((row) => Card.parse(readLongJson(row)));
  }

  async forgetCard(card: StandingCard): Promise<void> {
    await this.#table.remove(cardsOf(card.caseId), cardKey(card));
  }
}

function chatsOf(person: PersonId): string {
  return `person:${person}`;
}

function cardsOf(caseId: string): string {
  return `cards:${caseId}`;
}

// Activity ids of the channel may hold characters that keys may not.
function cardKey({ purpose, person, at }: StandingCard): string {
  return `${purpose}_${person}_${encodeURIComponent(at.activity).replaceAll("%", "=")}`;
}
