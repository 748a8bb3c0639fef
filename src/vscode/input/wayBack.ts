/** What was picked so far in one run of a command, in its order, each by what tells it apart in its list. */
export class PickTrail {
  private readonly picked: string[] = [];
  /** How many of them were asked for in the run that is under way. */
  private at = 0;

  /** `title` is the command's, for questions that have none of their own. */
  constructor(readonly title?: string) {}

  /** How many answers lie before the next question. */
  get before(): number {
    return this.at;
  }

  /** What was picked the last time where the run now stands; undefined where that is new. */
  known(): string | undefined {
    return this.picked[this.at];
  }

  /** Takes note of what was picked; what was picked further on before counts no more. */
  take(key: string): void {
    if (this.picked[this.at] !== key) this.picked.splice(this.at, Number.POSITIVE_INFINITY, key);
    this.at++;
  }

  /** The command begins anew, up to where somebody went back. */
  goBack(): boolean {
    this.picked.length = this.at;
    this.at = 0;
    return this.picked.pop() !== undefined;
  }
}

/** Somebody went back to the question before. */
export class WentBack extends Error {
  constructor(readonly trail: PickTrail) {
    super('went back');
  }
}

/** That of the command that was begun last: one question can be open, and it is this command's. */
let current: PickTrail | undefined;

/** The answers so far of the command that is running. */
export function trailNow(): PickTrail {
  return current ?? new PickTrail();
}

/** The command that is running and the record that it is about, as the title of a question. */
export function titleAbout(record: string): string {
  return [trailNow().title, record].filter(Boolean).join(' · ');
}

/** From here on there is no way back: what follows is done. */
export function endTrail(): void {
  current = undefined;
}

/**
 * Runs a command whose questions follow each other with a way back. Whoever goes back has the command begin anew, in which
 * what was picked before is taken without asking; nothing is done before the last answer. Several commands begin with the
 * same list, so their questions say by `title` which of them it is.
 */
export async function withWayBack<T>(run: () => Promise<T>, title?: string): Promise<T | undefined> {
  const trail = new PickTrail(title);
  for (;;) {
    current = trail;
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
      if (error.trail !== trail || !trail.goBack()) return undefined;
    } finally {
      if (current === trail) current = undefined;
    }
  }
}
