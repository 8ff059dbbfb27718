import { allocationDescribers } from "./allocation/words.ts";
import { careDescribers } from "./care/words.ts";
import { withText, type Described, type Names } from "./chapter.ts";
import { checkInDescribers } from "./check-ins/words.ts";
import { commentDescribers } from "./comments/words.ts";
import { contactDescribers, passedOnBy } from "./contact/words.ts";
import { dateDescribers } from "./dates/words.ts";
import { enclosureDescribers } from "./enclosures/words.ts";
import { endingDescribers } from "./endings/words.ts";
import type { CaseEvent, EventOf } from "./events.ts";
import { linkDescribers } from "./links/words.ts";
import { ombudsmanDescribers } from "./ombudsman/words.ts";
import { ownLetterDescribers } from "./own-letters/words.ts";
import { panelDescribers } from "./panel/words.ts";
import { passageDescribers } from "./passage/words.ts";
import { pointDescribers } from "./points/words.ts";
import { remedyDescribers } from "./remedies/words.ts";
import { reminderDescribers } from "./reminders/words.ts";
import { requestDescribers } from "./requests/words.ts";
import { responseDescribers } from "./response/words.ts";
import { signOffDescribers } from "./sign-off/words.ts";
import { sponsorDescribers } from "./sponsors/words.ts";
import { undeliveredDescribers } from "./undelivered/words.ts";
import { byChannel } from "./vocabulary.ts";

const describers = {
  "case-logged": logged,
  ...passageDescribers,
  ...allocationDescribers,
  ...pointDescribers,
  ...dateDescribers,
  ...contactDescribers,
  ...requestDescribers,
  ...responseDescribers,
  ...commentDescribers,
  ...enclosureDescribers,
  ...signOffDescribers,
  ...undeliveredDescribers,
  ...ownLetterDescribers,
  ...endingDescribers,
  ...remedyDescribers,
  ...checkInDescribers,
  ...reminderDescribers,
  ...careDescribers,
  ...sponsorDescribers,
  ...linkDescribers,
  ...panelDescribers,
  ...ombudsmanDescribers,
} satisfies Record<CaseEvent["type"], unknown>;

/** One event as a sentence without its subject: "assigned it to Tom Okafor". */
export function describeEvent(event: CaseEvent, names: Names): Described {
  // Each describer takes the event it is filed under.
  const describe = describers[event.type] as (event: CaseEvent, names: Names) => Described;
  return describe(event, names);
}

function logged(event: EventOf<"case-logged">): Described {
  const { caseId, mail, complainant, channel, unacknowledged } = event;
  return mail === undefined
    ? {
        what: `logged what ${complainant.name} said or wrote ${byChannel(channel)} as ${caseId}`,
        kind: "mail",
      }
    : withText(
        { what: `wrote to the council; logged as ${caseId}${passedOnBy(mail)}`, kind: "mail" },
        [
          ...(mail.passedOn === undefined ? [] : [mail.passedOn.words]),
          ...(unacknowledged === undefined
            ? []
            : [`Not acknowledged before a person has looked: ${unacknowledged}`]),
        ].join("\n"),
      );
}
