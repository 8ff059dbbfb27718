import { actOnCase } from "./acting/act-on-case.ts";
import { callerHistory } from "./lists/caller-history.ts";
import { checkLetterInHand } from "./letters/check-letter.ts";
import { createAssuranceDesk } from "./assurance/assurance-desk.ts";
import { createAwayDesk } from "./away/away-desk.ts";
import type { Desk } from "./desk.ts";
import { createDraftDesk } from "./drafts/draft-desk.ts";
import { encloseFiles } from "./letters/enclose-files.ts";
import { findCases } from "./lists/find-cases.ts";
import { handleTogether } from "./acting/handle-together.ts";
import { letterForPost } from "./letters/letter-for-post.ts";
import { listCases } from "./lists/list-cases.ts";
import { prepareLetter } from "./letters/notices.ts";
import { logComplaint } from "./intake/log-complaint.ts";
import { lookAlikes } from "./lists/look-alikes.ts";
import { openAttachment } from "./case-page/open-attachment.ts";
import { openCase } from "./case-page/open-case.ts";
import { openMail } from "./case-page/open-mail.ts";
import { meOf } from "./lists/pages.ts";
import { officersLoad } from "./case-page/officers-load.ts";
import { otherCases } from "./case-page/other-cases.ts";
import type { Ports } from "./ports/ports.ts";
import { changeSavedLists, savedLists } from "./lists/saved-lists.ts";
import { summariseList } from "./lists/summarise-list.ts";
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
    prepareLetter: (person, caseId, asked) => prepareLetter(ports, person, { caseId, asked }),
    callerHistory: (person, caller) => callerHistory(ports, person, caller),
    otherCases: (person, caseId) => otherCases(ports, person, caseId),
    officersLoad: (person, asked) => officersLoad(ports, person, asked),
    lookAlikes: (person, caseId) => lookAlikes(ports, person, caseId),
    handleTogether: (person, asked) => handleTogether(ports, person, asked),
    logComplaint: (person, complaint) => logComplaint(ports, person, complaint),
    drafts: createDraftDesk(ports),
    answeredCard: (person, pressed) => answeredCard(ports, person, pressed),
    away: createAwayDesk(ports),
    assurance: createAssuranceDesk(ports),
  };
}
