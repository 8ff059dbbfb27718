import { app } from "@azure/functions";
import { createBot } from "#bot/create-bot.ts";
import { BlobEvidence } from "./adapters/blobs/blob-evidence.ts";
import { BlobTexts } from "./adapters/blobs/blob-texts.ts";
import { BlobSlotLeases } from "./adapters/blobs/slot-leases.ts";
import { createAppToken } from "./adapters/entra/app-token.ts";
import { createApplicationVerifier } from "./adapters/entra/verify-app-token.ts";
import { createSsoVerifier } from "./adapters/entra/verify-sso-token.ts";
import { GovUkBankHolidays } from "./adapters/gov-uk/gov-uk-bank-holidays.ts";
import { createGraphCall } from "./adapters/graph/graph-client.ts";
import { GraphMailbox } from "./adapters/graph/graph-mailbox.ts";
import { RequestSlots } from "./adapters/graph/request-slots.ts";
import { createConsoleLogger } from "./adapters/logging/console-logger.ts";
import { queueNames, StorageWorkQueue } from "./adapters/queues/storage-work-queue.ts";
import { openStorage } from "./adapters/storage.ts";
import { pdfLetter } from "./adapters/paper/pdf-letter.ts";
import { wordLetter } from "./adapters/paper/word-letter.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { readTabFolder } from "./adapters/tab-folder.ts";
import { TableAssuranceBook } from "./adapters/tables/table-assurance-book.ts";
import { TableCaseStore } from "./adapters/tables/table-case-store.ts";
import { TableCaseViews } from "./adapters/tables/table-case-views.ts";
import { TableChatBook } from "./adapters/tables/table-chat-book.ts";
import { TableDirectory } from "./adapters/tables/table-directory.ts";
import { TableLedger, TableThreads } from "./adapters/tables/table-ledger.ts";
import { TablePresence } from "./adapters/tables/table-presence.ts";
import { TableSyncState } from "./adapters/tables/table-sync-state.ts";
import { TableWordsKeys } from "./adapters/tables/table-words-keys.ts";
import { readConfig } from "./config.ts";
import { registerBotEndpoint } from "./functions/http/bot-endpoint.ts";
import { registerDeskEndpoints } from "./functions/http/desk-endpoints.ts";
import { registerGraphEndpoints } from "./functions/http/graph-endpoints.ts";
import { registerIntakeEndpoint } from "./functions/http/intake-endpoint.ts";
import { registerTabEndpoint } from "./functions/http/tab-endpoint.ts";
import { registerWorkTriggers } from "./functions/queue/work-triggers.ts";
import { registerTimers } from "./functions/timer/timers.ts";
import { proveNothingLost } from "./services/assurance/assurance-desk.ts";
import { gatherGivenUp, performWork } from "./services/assurance/failed-work.ts";
import { followBankHolidays } from "./services/calendar/follow-bank-holidays.ts";
import { KnownHolidays } from "./services/calendar/known-holidays.ts";
import { checkAccess } from "./services/mailbox/check-access.ts";
import { createDesk } from "./services/create-desk.ts";
import type { Ports } from "./services/ports/ports.ts";
import { renewLists } from "./services/lists/renew-lists.ts";
import { sweepClocks } from "./services/telling/sweep-clocks.ts";
import { syncMailboxes } from "./services/mailbox/sync-mailbox.ts";
import { takeInWebForm } from "./services/intake/take-in-web-form.ts";
import { takeNotifications } from "./services/mailbox/take-notifications.ts";
import { watchMailboxes } from "./services/mailbox/watch-mailbox.ts";

const config = readConfig(process.env);
const logger = createConsoleLogger((line) => process.stdout.write(`${line}\n`));
const { tables, queues, containers } = await openStorage(config.storage);
const chatBook = new TableChatBook(tables.conversations);
const bot = createBot({
  ...config.bot,
  tenantId: config.tenantId,
  teamsAppId: config.teamsAppId,
  publicUrl: config.publicUrl,
  desk: () => desk,
  chatBook,
  logger,
});

const sync = new TableSyncState(tables.sync);
const holidays = new KnownHolidays({ sync, clock: systemClock, logger });
const ports: Ports = {
  settings: config,
  get calendar() {
    return holidays.calendar;
  },
  holidays,
  bankHolidayFeed: new GovUkBankHolidays(),
  clock: systemClock,
  logger,
  cases: new TableCaseStore(tables.cases),
  views: new TableCaseViews(tables.views),
  texts: new BlobTexts(containers.texts),
  evidence: new BlobEvidence(containers.evidence),
  ledger: new TableLedger(tables.mail),
  threads: new TableThreads(tables.mail),
  assurance: new TableAssuranceBook(tables.sync),
  directory: new TableDirectory(tables.people, systemClock),
  mailbox: new GraphMailbox(
    createGraphCall(createAppToken(config.tenantId, config.credential), {
      slots: new RequestSlots(new BlobSlotLeases(containers.leases)),
      clock: systemClock,
    }),
  ),
  queue: new StorageWorkQueue(queues),
  chat: bot.chat,
  chatBook,
  sync,
  presence: new TablePresence(tables.sync),
  wordsKeys: new TableWordsKeys(tables.people),
  paper: { docx: wordLetter, pdf: pdfLetter },
};
const desk = createDesk(ports);

app.setup({ enableHttpStream: false });
app.hook.preInvocation(() => holidays.lookAgain());
registerDeskEndpoints({ desk, verifySignIn: createSsoVerifier(config), logger });
registerIntakeEndpoint({
  verifyApplication: createApplicationVerifier(config),
  takeInWebForm: (websiteId, form) => takeInWebForm(ports, websiteId, form),
  logger,
});
registerBotEndpoint(bot.messages);
registerGraphEndpoints({
  takeNotifications: (notifications) => takeNotifications(ports, notifications),
  logger,
});
registerTabEndpoint(await readTabFolder(config.tabFolder));
registerWorkTriggers(queueNames, (work, delivery) => performWork(ports, work, delivery));
registerTimers({
  syncMailboxes: () => syncMailboxes(ports),
  watchMailboxes: () => watchMailboxes(ports),
  checkAccess: () => checkAccess(ports),
  gatherGivenUp: () => gatherGivenUp(ports),
  proveNothingLost: () => proveNothingLost(ports),
  sweepClocks: () => sweepClocks(ports),
  renewLists: () => renewLists(ports),
  followBankHolidays: () => followBankHolidays(ports),
});
