/** Work of which one run is under way at a time: asked for meanwhile, it is done once more afterwards. */
export class RepeatedWork {
  /** Ends with the run that is under way; undefined where there is none. */
  running: Promise<void> | undefined;
  private again = false;

  /** @param afterwards what is done once when nothing has asked for another run */
  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly afterwards: () => Promise<unknown> = async () => {},
  ) {}

  /** Ends when the work has been done with everything as it is now. */
  run(): Promise<void> {
    this.again = true;
    this.running ??= this.repeat().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async repeat(): Promise<void> {
    while (this.again) {
      while (this.again) {
        this.again = false;
        await this.work();
      }
      await this.afterwards();
    }
  }
}
