/** A clock that stands still until a test moves it, and only forward. */
export class TestClock {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  moveTo(instant: string | number): void {
    const to = typeof instant === "string" ? Date.parse(instant) : instant;
    if (!(to >= this.#now)) throw new Error("A test's clock only runs forward.");
    this.#now = to;
  }

  advance(seconds: number): void {
    this.#now += seconds * 1000;
  }
}
