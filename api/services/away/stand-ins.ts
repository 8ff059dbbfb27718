import { londonDate } from "../../domain/calendar/london-date.ts";
import { standInsOn, type StandIn } from "../../domain/people/cover.ts";
import type { Ports } from "../ports/ports.ts";

/** Who is away today, and who stands in for them. */
export async function standInsToday({ clock, directory }: Ports): Promise<StandIn[]> {
  const today = londonDate(clock.now().toISOString());
  return standInsOn(await directory.covers(), today, await directory.everybody());
}
