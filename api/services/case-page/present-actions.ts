import type { Message, OfferedAction } from "../../contract/case-detail.ts";
import { actionForms, actionGroups } from "../../domain/case/action-forms.ts";
import { offeredActions } from "../../domain/case/allowed-actions.ts";
import type { PersonAction } from "../../domain/case/commands.ts";
import { nothingAsked, type FormContext, type Written } from "../../domain/case/form.ts";
import { adoptedPolicies } from "../adopted-policies.ts";
import {
  approversFor,
  colleaguesFor,
  councillorsFor,
  officersFor,
  servicesToChoose,
} from "./case-choices.ts";
import type { OpenedCase } from "./opened-case.ts";

/** What this person is offered on the case, each with what it asks and where in the menu it stands. */
export function actionsOf(opened: OpenedCase, conversation: readonly Message[]): OfferedAction[] {
  const { case: theCase, person, policy } = opened;
  const context = { ...formContext(opened), written: writtenIn(opened, conversation) };
  return offeredActions(theCase, person, policy).map((offer) => ({
    ...offer,
    group: groupOf(offer.type),
    form: offer.allowed ? actionForms[offer.type].form(context) : nothingAsked,
  }));
}

function writtenIn(
  { case: { stage }, events }: OpenedCase,
  conversation: readonly Message[],
): Written {
  const [first] = conversation;
  const sent = events.findLast((event) => event.type === "response-sent" && event.stage === stage);
  const answer = conversation.find(({ id }) => id === `event-${sent?.sequence}`)?.text;
  return {
    told: first?.newText ?? first?.text ?? "",
    ...(answer === undefined ? {} : { answer }),
  };
}

function formContext(opened: OpenedCase): FormContext {
  const { case: theCase, person, policy, ports, today } = opened;
  return {
    case: theCase,
    person,
    policy,
    calendar: ports.calendar,
    today,
    services: servicesToChoose(opened),
    officers: officersFor(opened),
    colleagues: colleaguesFor(opened),
    councillors: councillorsFor(opened),
    approvers: approversFor(opened),
    procedures: adoptedPolicies(ports.settings, today).map(({ id, title }) => ({
      id,
      name: title,
    })),
  };
}

function groupOf(type: PersonAction): string {
  return actionGroups.find(({ actions }) => actions.includes(type))?.title ?? "The reply";
}
