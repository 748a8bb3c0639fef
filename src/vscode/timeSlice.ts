/** As long as work goes on without a pause, in milliseconds: nobody who types notices it. */
const longestMs = 12;

/** Lets others have their turn whenever work has gone on for long enough. */
export class TimeSlice {
  private since = performance.now();

  /** Ends at once until it is time for a pause. */
  async yieldIfOver(): Promise<void> {
    if (performance.now() - this.since < longestMs) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }
}
