/** Work that is done one after the other, in the order in which it was asked for. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private pass: () => void = () => {};

  /** Does something once all that was asked for before is done, however that ended. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const before = this.last;
    let pass = (): void => {};
    this.last = new Promise((resolve) => {
      pass = resolve;
    });
    await before;
    this.pass = pass;
    return work().finally(pass);
  }

  /** Lets the next one begin already: whoever has the turn waits for an answer that may never come. */
  passOn(): void {
    this.pass();
  }
}

/** What the person at this window does to steps. */
export const stepTurns = new Turns();
