import type { Person } from "../people/actor.ts";
import type { Case } from "./case.ts";

/** The services that a case complains about: the one it was routed to, and those that answer its points. */
export function servicesOf({ service, points }: Case): ReadonlySet<string> {
  const answering = points.filter(({ dropped }) => dropped === undefined);
  const own = service === undefined ? [] : [service];
  return new Set([...own, ...answering.map((point) => point.service)]);
}

/** Whether a person works in, or answers for, a service that the case complains about. */
export function isOfService(theCase: Case, { services }: Person): boolean {
  const ofCase = servicesOf(theCase);
  return services.some((service) => ofCase.has(service));
}
