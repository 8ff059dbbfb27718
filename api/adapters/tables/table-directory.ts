import { z } from "zod";
import {
  roles,
  type Person,
  type PersonId,
  type Role,
  type Service,
  type ServiceId,
} from "../../domain/people/actor.ts";
import type { Cover } from "../../domain/people/cover.ts";
import type { Directory, StoredCovers } from "../../services/ports/directory.ts";
import type { Clock } from "../../services/ports/clock.ts";
import { longJson, readLongJson } from "./long-json.ts";
import type { PartitionedTable } from "./partitioned-table.ts";

const PersonRow = z
  .object({
    id: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    mail: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    services: z.array(z.string()).readonly(),
    procedures: z.array(z.string()).readonly().exactOptional(),
    organisation: z.string().exactOptional(),
  })
  .readonly() satisfies z.ZodType<Person>;

const ServiceRow = z
  .object({
    id: z.string(),
    name: z.string(),
    directorate: z.string(),
    words: z.array(z.string()).readonly(),
    mail: z.string().exactOptional(),
  })
  .readonly() satisfies z.ZodType<Service>;

const CoverRow = z.object({
  covers: z
    .array(
      z
        .object({
          ...{ id: z.string(), person: z.string(), deputy: z.string() },
          ...{ from: z.iso.date(), until: z.iso.date(), setAt: z.string() },
          setBy: z.object({ id: z.string(), name: z.string() }).readonly(),
        })
        .readonly(),
    )
    .readonly(),
}) satisfies z.ZodType<{ covers: readonly Cover[] }>;

const everything = { from: " ", before: "~" };

type Content = {
  readonly people: readonly Person[];
  readonly services: readonly Service[];
  readonly covers: readonly Cover[];
};

/**
 * The council's directory in Azure Tables. It is small and asked for at every request, so it is kept
 * for a minute: a role that is taken away is gone within that minute.
 */
export class TableDirectory implements Directory {
  static readonly freshSeconds = 60;
  readonly #table: PartitionedTable;
  readonly #clock: Clock;
  #kept: { readonly content: Promise<Content>; readonly until: number } | undefined;

  constructor(table: PartitionedTable, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async findPerson(id: PersonId): Promise<Person | undefined> {
    return (await this.#content()).people.find((person) => person.id === id);
  }

  async findByMail(address: string): Promise<Person | undefined> {
    const wanted = address.toLowerCase();
    return (await this.#content()).people.find(({ mail }) => mail.toLowerCase() === wanted);
  }

  async peopleWith(role: Role, service?: ServiceId): Promise<readonly Person[]> {
    return (await this.#content()).people.filter(
      (person) =>
        person.roles.includes(role) && (service === undefined || person.services.includes(service)),
    );
  }

  async everybody(): Promise<readonly Person[]> {
    return (await this.#content()).people;
  }

  async services(): Promise<readonly Service[]> {
    return (await this.#content()).services;
  }

  async covers(): Promise<readonly Cover[]> {
    return (await this.#content()).covers;
  }

  async findCovers(person: PersonId): Promise<StoredCovers> {
    const row = await this.#table.find("covers", person);
    if (row === undefined) return { covers: [] };
    return { covers: CoverRow.parse(readLongJson(row)).covers, etag: row.etag };
  }

  async saveCovers(
    person: PersonId,
    { covers, etag }: StoredCovers,
  ): Promise<"saved" | "changed-since"> {
    const row = { partitionKey: "covers", rowKey: person, ...longJson({ covers }) };
    const isSaved =
      etag === undefined
        ? (await this.#table.insert(row)) === "inserted"
        : (await this.#table.replace(row, etag)) !== undefined;
    this.#kept = undefined;
    return isSaved ? "saved" : "changed-since";
  }

  /** Adds a person to the directory, or changes what is kept of them. */
  async savePerson(person: Person): Promise<void> {
    await this.#table.put({ partitionKey: "people", rowKey: person.id, ...longJson(person) });
    this.#kept = undefined;
  }

  /** Adds a service of the council, or changes it. */
  async saveService(service: Service): Promise<void> {
    await this.#table.put({ partitionKey: "services", rowKey: service.id, ...longJson(service) });
    this.#kept = undefined;
  }

  #content(): Promise<Content> {
    const now = this.#clock.now().getTime();
    if (this.#kept === undefined || this.#kept.until <= now) {
      const content = this.#read();
      this.#kept = { content, until: now + TableDirectory.freshSeconds * 1000 };
      content.catch(() => {
        this.#kept = undefined;
      });
    }
    return this.#kept.content;
  }

  async #read(): Promise<Content> {
    const [people, services, covers] = await Promise.all([
      this.#table.range("people", everything),
      this.#table.range("services", everything),
      this.#table.range("covers", everything),
    ]);
    return {
      people: people.map((row) => PersonRow.parse(readLongJson(row))),
      services: services.map((row) => ServiceRow.parse(readLongJson(row))),
      covers: covers.flatMap((row) => CoverRow.parse(readLongJson(row)).covers),
    };
  }
}
