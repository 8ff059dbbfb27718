/** What happened in a stage, as instants (ISO 8601). */
export type StageFacts = {
  readonly stage: number;
  readonly startedAt: string;
  readonly acknowledgedAt?: string;
  readonly answeredAt?: string;
  /** The quicker way this stage takes, such as `early-resolution`. */
  readonly route?: string;
  /** Events that only this stage of this procedure knows, such as `panel-met`. */
  readonly milestones?: readonly { readonly event: string; readonly at: string }[];
};

/** A date that was put back, the person having been told. */
export type ExtensionFact = {
  readonly stage: number;
  /** The kind of clock; `response` unless said otherwise. */
  readonly clock?: string;
  readonly workingDays: number;
  readonly at: string;
  readonly reason: string;
  /** Why it goes beyond what the policy allows. */
  readonly goodReason?: string;
};

/** A time in which the council waits for somebody else; without `to` it goes on. */
export type PauseFact = {
  readonly stage: number;
  readonly clock?: string;
  readonly from: string;
  readonly to?: string;
  readonly reason: string;
};

/** A date (`YYYY-MM-DD`) that the person agreed to. */
export type AgreedDateFact = {
  readonly stage: number;
  readonly clock?: string;
  readonly date: string;
  readonly at: string;
  /** Who agreed it and how, such as "Mr Ash, by phone". */
  readonly agreedWith: string;
};

/** A date that a newly proclaimed bank holiday moved: it is explained by it, and counted anew without it. */
export type MovedDateFact = {
  readonly stage: number;
  /** The clock by its id in the policy. */
  readonly clock: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly because: readonly { readonly date: string; readonly name: string }[];
};

/** What the clocks of a case follow from: a part of the case, and nothing else. */
export type ClockFacts = {
  readonly receivedAt: string;
  readonly stages: readonly StageFacts[];
  /** A case type of the policy; a case without one runs the clocks of a complaint. */
  readonly type?: string;
  /** Only `closed` matters: what was not done by then no longer falls due. */
  readonly status?: string;
  readonly extensions?: readonly ExtensionFact[];
  readonly pauses?: readonly PauseFact[];
  readonly agreedDates?: readonly AgreedDateFact[];
  readonly movedDates?: readonly MovedDateFact[];
};
