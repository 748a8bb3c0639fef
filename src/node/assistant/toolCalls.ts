import { toolNamed } from '../../core/assistant/assistantTools';
import type { AssistantTool } from '../../core/assistant/toolParameter';
import { toolTexts } from '../../core/assistant/toolTexts';
import { answerTool, type ToolAnswer, type ToolPlace } from './answerTool';

/** A few processes at once are as quick as many. */
const readers = 2;

/** Whoever calls again in this time with the very same words calls twice. */
const twiceMs = 10 * 60_000;

/** The calls of one assistant: what commits is done one by one, and not twice because it was asked for twice. */
export class ToolCalls {
  private readonly reading = new Turns(readers);
  private readonly writing = new Turns(1);
  private readonly made = new Map<string, { readonly at: number; readonly text: string }>();

  constructor(
    private readonly place: Omit<ToolPlace, 'via'>,
    private readonly clock: () => number,
  ) {}

  /** Answers a call; one that commits is finished once it has begun, whoever goes away meanwhile. */
  answer(name: string, given: unknown, via: string, signal: AbortSignal): Promise<ToolAnswer> {
    const place = { ...this.place, via };
    const found = toolNamed(name, place.allowsWrites);
    const tool = 'tool' in found ? found.tool : undefined;
    if (!tool?.writes) return this.reading.take(() => this.unlessEnded(name, given, place, signal));
    return this.writing.take(async () => {
      if (signal.aborted) return this.ended();
      const known = tool.repeats ? this.madeBefore(tool, given) : undefined;
      if (known !== undefined) return { text: `${toolTexts.twice[place.language]}\n${known}`, failed: false };
      const answer = await answerTool(name, given, place);
      if (tool.repeats && !answer.failed)
        this.made.set(wordsOf(tool, given), { at: this.clock(), text: answer.text });
      return answer;
    });
  }

  /** Ends when nothing is being committed any more. */
  async finish(): Promise<void> {
    await this.writing.take(async () => {});
  }

  private unlessEnded(
    name: string,
    given: unknown,
    place: ToolPlace,
    signal: AbortSignal,
  ): Promise<ToolAnswer> {
    return signal.aborted ? Promise.resolve(this.ended()) : answerTool(name, given, place, signal);
  }

  private ended(): ToolAnswer {
    return { text: toolTexts.unfinished[this.place.language], failed: true };
  }

  private madeBefore(tool: AssistantTool, given: unknown): string | undefined {
    const known = this.made.get(wordsOf(tool, given));
    return known && this.clock() - known.at < twiceMs ? known.text : undefined;
  }
}

/** What a call is told from others by; deeper than JSON can be told is refused, each time anew. */
function wordsOf({ name }: AssistantTool, given: unknown): string {
  try {
    return JSON.stringify([name, given]);
  } catch {
    return name;
  }
}

/** Lets so many at once in, in the order in which they come. */
class Turns {
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  constructor(private readonly most: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.taken += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }
}
