import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { CalledFunction } from './profileParts';

const frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
type Frame = z.infer<typeof frame>;

const timeProfile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frame, children: z.array(z.number()).optional() })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

const heapNode = z.object({
  callFrame: frame,
  selfSize: z.number(),
  get children() {
    return z.array(heapNode);
  },
});
const heapProfile = z.object({ head: heapNode });

/** Where the time of each thread went, in milliseconds: from the files that `--cpu-prof` wrote into a folder. */
export function readTimes(folder: string, sources: BundledSources): CalledFunction[] {
  return filesIn(folder, '.cpuprofile').map((text) => {
    const { nodes, samples, timeDeltas } = timeProfile.parse(JSON.parse(text));
    const selfOf = new Map<number, number>();
    samples.forEach((id, index) => {
      selfOf.set(id, (selfOf.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
    });
    const nodeOf = new Map(nodes.map((node) => [node.id, node]));
    const called = (id: number): CalledFunction[] => {
      const node = nodeOf.get(id);
      if (!node) return [];
      return [
        sources.calledFunction(node.callFrame, selfOf.get(id) ?? 0, (node.children ?? []).flatMap(called)),
      ];
    };
    return sources.calledFunction(rootFrame, 0, called(nodes[0]?.id ?? 0));
  });
}

const rootFrame: Frame = { functionName: '(root)', url: '', lineNumber: 0 };

/** What each thread allocated, in bytes: from the files that `recordAllocations.cjs` wrote into a folder. */
export function readAllocations(folder: string, sources: BundledSources): CalledFunction[] {
  const called = ({ callFrame, selfSize, children }: z.infer<typeof heapNode>): CalledFunction =>
    sources.calledFunction(callFrame, selfSize, children.map(called));
  return filesIn(folder, '.json').map((text) => called(heapProfile.parse(JSON.parse(text)).head));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Knows which source each line of a bundle came from: above each source stands its path. */
export class BundledSources {
  private readonly starts = new Map<string, { line: number; source: string }[]>();

  constructor(private readonly folder: string) {}

  /** A function of a profile, with the file that it is written in. */
  calledFunction(
    { functionName, url, lineNumber }: Frame,
    self: number,
    calls: CalledFunction[],
  ): CalledFunction {
    const native = url === '';
    // What only the engine knows belongs to whoever called it.
    return { name: functionName, file: native ? '(engine)' : this.sourceOf(url, lineNumber), self, calls };
  }

  private sourceOf(url: string, line: number): string {
    // Of memory the engine says the path, of time the address.
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!path.startsWith(this.folder)) return path;
    const starts = this.starts.get(path) ?? startsIn(readFileSync(path, 'utf8'));
    this.starts.set(path, starts);
    // What stands above all sources loads modules.
    return starts.findLast((each) => each.line <= line)?.source ?? '';
  }
}

function startsIn(bundle: string): { line: number; source: string }[] {
  return bundle.split('\n').flatMap((text, line) => {
    const source = /^ *\/\/ ((?:[\w-]+:)?(?:\.\.\/)*(?:src|node_modules)\/\S+)$/.exec(text)?.[1];
    return source ? [{ line, source }] : [];
  });
}
