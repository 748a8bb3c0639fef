/** A function that was called, and what itself and those that it called took: milliseconds, or bytes. */
export interface CalledFunction {
  readonly name: string;
  /** Its source file as the bundle names it, or what Node names its own. */
  readonly file: string;
  readonly self: number;
  readonly calls: readonly CalledFunction[];
}

interface Part {
  readonly name: string;
  readonly is: (called: CalledFunction) => boolean;
  /** The parts for which it only does some work: there it counts for them. */
  readonly serves: readonly string[];
}

const inFile =
  (pattern: RegExp) =>
  ({ file }: CalledFunction): boolean =>
    pattern.test(file);
/** A bundle may have numbered a name. */
const named =
  (pattern: RegExp) =>
  ({ name }: CalledFunction): boolean =>
    pattern.test(name.replace(/\d+$/, ''));

const loading = 'loading';
const cache = 'cache';
const facts = 'facts';
const across = 'rules across records';
const rules = 'rules';
const other = 'other';

/** Scans files; in a worker that happens while its module is loaded. */
const scans = ({ name, file }: CalledFunction): boolean =>
  /^scan(Shared)?$/.test(name) && /^src\/node\/scanFile/.test(file);

/** The first that is one counts. What is none of them counts for its caller. */
const parts: readonly Part[] = [
  { name: 'garbage collection', is: named(/^\(garbage collector\)$/), serves: [] },
  { name: loading, is: inFile(/^node:internal\/(modules|bootstrap)|^$/), serves: [] },
  { name: cache, is: inFile(/^src\/node\/(\w*[cC]ache|keyColumns|known)|^node:v8/), serves: [loading] },
  { name: 'reading', is: scans, serves: [] },
  { name: 'git', is: inFile(/^src\/node\/git|simple-git|^node:child_process/), serves: [loading] },
  { name: 'reading', is: inFile(/^src\/node\/(openFile|readText|readFiles?|scan|walk)/), serves: [loading] },
  { name: 'reading', is: inFile(/^node:(internal\/)?fs/), serves: [loading, cache, 'git'] },
  {
    name: 'YAML',
    is: inFile(
      /js-yaml|^src\/core\/model\/parse\/(read(Yaml|FrontMatter)|yaml|quickYaml|parseTree|duplicateKeys|plainFront)/,
    ),
    serves: [loading],
  },
  {
    name: 'markdown',
    is: inFile(
      /markdown-it|^src\/core\/model\/parse\/(read(Body|Tokens|Links)|quickBody|lineSigns|bodyBuilder|blockParser|footnoted)/,
    ),
    serves: [loading],
  },
  { name: 'fields', is: inFile(/^src\/core\/model\/parse\/(parseRecord|readFields)/), serves: [loading] },
  { name: facts, is: named(/^(recordSummary|summarise)$/), serves: [loading] },
  { name: across, is: named(/^(checkEntry|checkSummary)$/), serves: [loading] },
  { name: across, is: inFile(/^src\/core\/(index|rules\/keptFindings)/), serves: [loading, facts, rules] },
  { name: rules, is: inFile(/^src\/core\/rules\//), serves: [loading, facts, across] },
  {
    name: 'fields',
    is: inFile(/zod|^src\/core\/model\/(schema|vocabulary|parse)\//),
    serves: [loading, cache, 'YAML', 'markdown', facts, across, rules],
  },
];

/** How much of it each part took, in the order in which a record goes through them. */
export function sumsByPart(roots: readonly CalledFunction[]): Map<string, number> {
  const sums = new Map([...new Set(parts.map(({ name }) => name)), other].map((name) => [name, 0]));
  const visit = (called: CalledFunction, caller: string): void => {
    if (called.name === '(idle)') return;
    const own = parts.find(({ is }) => is(called));
    const part = own && !own.serves.includes(caller) ? own.name : caller;
    sums.set(part, (sums.get(part) ?? 0) + called.self);
    for (const each of called.calls) visit(each, part);
  };
  for (const root of roots) visit(root, other);
  return sums;
}
