/** What came of one file since the last look. */
export interface FileEvent<Address> {
  readonly address: Address;
  /** Whether the file came or went, not only changed. */
  readonly cameOrWent: boolean;
}

/** Who follows: single files one by one, bursts as one new reading. */
interface BurstFollower<Address> {
  /** Whether one event is reason enough to read everything again. */
  changesEverything(event: FileEvent<Address>): boolean;
  readAll(): Promise<unknown>;
  followOne(event: FileEvent<Address>): Promise<void>;
  failed(error: unknown): void;
}

/** Events come in bursts (a branch switch, a pull); more files than this at once are one reading of everything. */
const manyFiles = 200;
const settleMs = 100;

/** Gathers events of files until they settle. */
export class FileBursts<Address extends { toString(): string }> {
  private readonly waiting = new Map<string, FileEvent<Address>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly follower: BurstFollower<Address>) {}

  add(address: Address, cameOrWent: boolean): void {
    const key = address.toString();
    const before = this.waiting.get(key);
    this.waiting.set(key, { address, cameOrWent: cameOrWent || (before?.cameOrWent ?? false) });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), settleMs);
  }

  private async flush(): Promise<void> {
    const events = [...this.waiting.values()];
    this.waiting.clear();
    try {
      if (events.length > manyFiles || events.some((event) => this.follower.changesEverything(event)))
        await this.follower.readAll();
      else for (const event of events) await this.follower.followOne(event);
    } catch (error) {
      this.follower.failed(error);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
