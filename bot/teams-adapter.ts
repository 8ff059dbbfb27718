import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from "botbuilder";

/** What happens with one activity, from its arrival to the last answer. */
export type Turn = (context: TurnContext) => Promise<void>;

/**
 * Opens the SDK's own turn. Its `process` would want an Express response, and writes every fault to
 * the console, where what people wrote could end up.
 */
export class TeamsAdapter extends CloudAdapter {
  /** Verifies who sent the activity, runs the turn and returns what an invoke is answered with. */
  async take(
    authorization: string,
    activity: Activity,
    turn: Turn,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}
