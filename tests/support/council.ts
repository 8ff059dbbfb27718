import { BlobEvidence } from "#api/adapters/blobs/blob-evidence.ts";
import { BlobTexts } from "#api/adapters/blobs/blob-texts.ts";
import { BlobSlotLeases } from "#api/adapters/blobs/slot-leases.ts";
import { createAppToken, type AppToken } from "#api/adapters/entra/app-token.ts";
import { GovUkBankHolidays } from "#api/adapters/gov-uk/gov-uk-bank-holidays.ts";
import { createGraphCall, type GraphCall } from "#api/adapters/graph/graph-client.ts";
import { GraphMailbox } from "#api/adapters/graph/graph-mailbox.ts";
import { RequestSlots } from "#api/adapters/graph/request-slots.ts";
import { createConsoleLogger } from "#api/adapters/logging/console-logger.ts";
import { pdfLetter } from "#api/adapters/paper/pdf-letter.ts";
import { wordLetter } from "#api/adapters/paper/word-letter.ts";
import { TableAssuranceBook } from "#api/adapters/tables/table-assurance-book.ts";
import { TableCaseStore } from "#api/adapters/tables/table-case-store.ts";
import { TableCaseViews } from "#api/adapters/tables/table-case-views.ts";
import { TableChatBook } from "#api/adapters/tables/table-chat-book.ts";
import { TableDirectory } from "#api/adapters/tables/table-directory.ts";
import { TableLedger, TableThreads } from "#api/adapters/tables/table-ledger.ts";
import { TablePresence } from "#api/adapters/tables/table-presence.ts";
import { TableSyncState } from "#api/adapters/tables/table-sync-state.ts";
import { TableWordsKeys } from "#api/adapters/tables/table-words-keys.ts";
import type { Person } from "#api/domain/people/actor.ts";
import { KnownHolidays } from "#api/services/calendar/known-holidays.ts";
import type { Ports } from "#api/services/ports/ports.ts";
import { estate } from "#local/estate.ts";
import type { Mailbox } from "#local/mailbox/mailbox.ts";
import { lives, throughGate, type CallGate } from "./calls.ts";
import { MemoryWorkQueue } from "./memory-work-queue.ts";
import { RecordingChat } from "./recording-chat.ts";
import { TestClock } from "./test-clock.ts";
import { startTestMicrosoft, type TestMicrosoft } from "./test-microsoft.ts";
import { startTestStorage, type TestStorage } from "./test-storage.ts";

/** A Tuesday in November, at ten in the morning in London. */
export const scenarioStart = "2026-11-10T10:00:00.000Z";

const settings = {
  council: estate.council,
  councilAddress: ["Town Hall", "Wexcombe", "WX1 1AA"],
  publicUrl: "https://redress.wexcombe.gov.uk",
  mailboxes: [
    { address: estate.mailbox, policy: "lgsco-2024" },
    { address: estate.housingMailbox, policy: "housing-ombudsman-2024" },
  ],
  controlMailbox: estate.controlMailbox,
  defaultPolicy: "lgsco-2024",
  policies: ["lgsco-2024", "housing-ombudsman-2024", "children-act-1989", "ombudsman-enquiry"],
};

/**
 * A council in this process: real storage, a real mailbox behind HTTP and tokens, and the product's own
 * adapters over both. Only the chat and the queue are stand-ins, since they are what survives a process.
 */
export class Council {
  readonly storage: TestStorage;
  readonly microsoft: TestMicrosoft;
  readonly #appToken: AppToken;
  /** Processes that die in a scenario would keep their slots for a while; it is one machine's to all of them. */
  readonly #slots: RequestSlots;
  clock = new TestClock(scenarioStart);
  queue = new MemoryWorkQueue(this.clock);
  chat = new RecordingChat();
  /** The lines that production would have logged. */
  log: string[] = [];
  mailbox: Mailbox;

  constructor(parts: { storage: TestStorage; microsoft: TestMicrosoft; mailbox: Mailbox }) {
    this.storage = parts.storage;
    this.microsoft = parts.microsoft;
    this.mailbox = parts.mailbox;
    this.#slots = this.ownSlots();
    this.#appToken = createAppToken(estate.tenantId, {
      kind: "secret",
      clientId: estate.clientId,
      secret: estate.clientSecret,
    });
  }

  /** The slots of another instance of the app. */
  ownSlots(): RequestSlots {
    return new RequestSlots(new BlobSlotLeases(this.storage.containers.leases));
  }

  /** Begins a scenario: nothing has happened yet and it is ten o'clock. */
  async begin(): Promise<void> {
    this.clock = new TestClock(scenarioStart);
    this.queue = new MemoryWorkQueue(this.clock);
    this.chat = new RecordingChat();
    this.log = [];
    [this.mailbox] = await Promise.all([
      this.microsoft.openMailbox(this.clock),
      this.storage.empty(),
    ]);
  }

  /** The ports of a new process, as main.ts makes them; every call of it goes through the gate. */
  process(gate: CallGate = lives, slots = this.#slots): Ports {
    const { tables, containers } = this.storage;
    const table = (name: keyof typeof tables) => throughGate(tables[name], name, gate);
    const { log, clock } = this;
    const logger = createConsoleLogger((line) => void log.push(line));
    const sync = new TableSyncState(table("sync"));
    const holidays = new KnownHolidays({ sync, clock, logger });
    return {
      settings,
      get calendar() {
        return holidays.calendar;
      },
      holidays,
      bankHolidayFeed: new GovUkBankHolidays(),
      clock,
      logger,
      cases: new TableCaseStore(table("cases")),
      views: new TableCaseViews(table("views")),
      texts: throughGate(new BlobTexts(containers.texts), "texts", gate),
      evidence: throughGate(new BlobEvidence(containers.evidence), "evidence", gate),
      ledger: new TableLedger(table("mail")),
      threads: new TableThreads(table("mail")),
      assurance: new TableAssuranceBook(table("sync")),
      directory: new TableDirectory(table("people"), this.clock),
      mailbox: throughGate(new GraphMailbox(this.#graphCall(slots)), "mailbox", gate),
      queue: throughGate(this.queue, "queue", gate),
      chat: throughGate(this.chat, "chat", gate),
      chatBook: new TableChatBook(table("conversations")),
      sync,
      presence: new TablePresence(table("sync")),
      wordsKeys: new TableWordsKeys(table("people")),
      paper: { docx: wordLetter, pdf: pdfLetter },
    };
  }

  #graphCall(slots: RequestSlots): GraphCall {
    return createGraphCall(this.#appToken, { slots, clock: this.clock });
  }

  async close(): Promise<void> {
    await this.microsoft.close();
    await this.storage.stop();
  }
}

/** Opens the council for one test file. */
export async function openCouncil(): Promise<Council> {
  const [storage, microsoft] = await Promise.all([startTestStorage(), startTestMicrosoft()]);
  const mailbox = await microsoft.openMailbox(new TestClock(scenarioStart));
  return new Council({ storage, microsoft, mailbox });
}

/** Somebody of the council by name, as the directory knows them. */
export function personCalled(name: string): Person {
  const found = estate.people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`Nobody of the council is called ${name}.`);
  const { upn: _upn, featured: _featured, ...person } = found;
  return { ...person, roles: found.roles as Person["roles"] };
}
