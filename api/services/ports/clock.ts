/** The time of day, injected so that rules never read the machine's clock. */
export interface Clock {
  now(): Date;
}
