import type { PersonId, ServiceId } from "../people/actor.ts";
import type { PersonAction, PersonCommand } from "./commands.ts";

/** The people a command names, who are looked up before it is decided. */
export function peopleNamedIn(command: PersonCommand): PersonId[] {
  switch (command.type) {
    case "assign":
    case "hand-over":
      return [command.officer];
    case "request-information":
    case "delegate":
      return [command.to];
    case "promise-remedy":
      return command.owner === undefined ? [] : [command.owner];
    case "note-lesson":
      return [command.owner];
    case "restrict-access":
      return [...command.members];
    case "add-sponsor":
      return command.person === undefined ? [] : [command.person];
    default:
      return [];
  }
}

/** The service a command names, which must be one of the council's. */
export function serviceNamedIn(command: PersonCommand): ServiceId | undefined {
  return "service" in command ? command.service : undefined;
}

// In these, `text` is not written but pointed at: the letter somebody has before them.
const pointing: readonly PersonAction[] = ["submit", "approve", "return", "delegate", "take-over"];

/** The long text a command brings, to be kept by its hash. */
export function textBroughtBy(command: PersonCommand): string | undefined {
  if ("telling" in command && command.telling !== "letter") return undefined;
  return "text" in command && !pointing.includes(command.type) ? command.text : undefined;
}
