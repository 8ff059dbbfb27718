import { actOnCase } from "./act-on-case.ts";
import { callerHistory } from "./caller-history.ts";
import { checkLetterInHand } from "./check-letter.ts";
import { createAssuranceDesk } from "./assurance/assurance-desk.ts";
import { createAwayDesk } from "./away/away-desk.ts";
import type { Desk } from "./desk.ts";
import { createDraftDesk } from "./drafts/draft-desk.ts";
import { encloseFiles } from "./enclose-files.ts";
import { findCases } from "./find-cases.ts";
import { handleTogether } from "./handle-together.ts";
import { letterForPost } from "./letter-for-post.ts";
import { listCases } from "./list-cases.ts";
import { logComplaint } from "./log-complaint.ts";
import { lookAlikes } from "./look-alikes.ts";
import { openAttachment } from "./open-attachment.ts";
import { openCase } from "./open-case.ts";
import { openMail } from "./open-mail.ts";
import { meOf } from "./pages.ts";
import type { Ports } from "./ports/ports.ts";
import { changeSavedLists, savedLists } from "./saved-lists.ts";
import { summariseList } from "./summarise-list.ts";
import { answeredCard } from "./questions/answered-card.ts";

/** The desk over the given ports: what the tab and the chat can ask for. */
export function createDesk(ports: Ports): Desk {
  return {
    findPerson: (id) => ports.directory.findPerson(id),
    me: (person) => meOf(person, ports.settings.council),
    list: (person, queue, asked) => listCases(ports, person, { ...asked, queue }),
    summary: (person, queue) => summariseList(ports, person, queue),
    savedLists: (person) => savedLists(ports, person),
    changeSavedLists: (person, change) => changeSavedLists(ports, person, change),
    find: (person, text) => findCases(ports, person, text),
    openCase: (person, caseId) => openCase(ports, person, caseId),
    openAttachment: (person, caseId, attachmentId) =>
      openAttachment(ports, person, { caseId, attachmentId }),
    openMail: (person, caseId, mailId) => openMail(ports, person, { caseId, mailId }),
    letterForPost: (person, asked) => letterForPost(ports, person, asked),
    act: (person, caseId, request) => actOnCase(ports, person, { caseId, request }),
    encloseFiles: (person, caseId, files) => encloseFiles(ports, person, { caseId, ...files }),
    checkLetter: (person, caseId, text) => checkLetterInHand(ports, person, { caseId, text }),
    callerHistory: (person, caller) => callerHistory(ports, person, caller),
    lookAlikes: (person, caseId) => lookAlikes(ports, person, caseId),
    handleTogether: (person, asked) => handleTogether(ports, person, asked),
    logComplaint: (person, complaint) => logComplaint(ports, person, complaint),
    drafts: createDraftDesk(ports),
    answeredCard: (person, pressed) => answeredCard(ports, person, pressed),
    away: createAwayDesk(ports),
    assurance: createAssuranceDesk(ports),
  };
}
