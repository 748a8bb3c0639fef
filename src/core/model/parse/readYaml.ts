import { textRange } from '../text/range';
import { duplicateKeys } from './duplicateKeys';
import { parseTree, syntaxErrorIn, type YamlResult } from './parseTree';
import type { Problem, ProblemCode } from './problem';
import { quickYaml } from './quickYaml';
import { topLevelBlocks } from './topLevelBlocks';
import { overLimit, type YamlLimits, yamlLimits } from './yamlLimits';
import type { YamlEntry, YamlMap } from './yamlTree';
import { indentedStart, yamlTypos } from './yamlTypos';

/**
 * Reads YAML into a tree that knows the place of each key and value. It never throws: a text that is not YAML gives a
 * problem, and those of its top-level keys that can be read alone.
 *
 * @param source the YAML text
 * @param base offset of `source` in the file, added to every range
 */
export function readYaml(source: string, base: number, limits: YamlLimits = yamlLimits): YamlResult {
  const limit = overLimit(source, base, limits);
  if (limit) return { root: undefined, problems: [limit] };
  // No text has more nodes than characters.
  const usual = source.length <= limits.nodes ? quickYaml(source, base) : undefined;
  if (usual) return { root: usual, problems: [] };
  try {
    return parseTree(source, base, limits);
  } catch (error) {
    const problem = syntaxProblem(error, source, base);
    return problem.code === 'yaml'
      ? readKeyByKey(source, base, problem, limits)
      : { root: undefined, problems: [problem] };
  }
}

function syntaxProblem(error: unknown, source: string, base: number): Problem {
  const { reason, position } = syntaxErrorIn(error);
  const at = Math.min(position, source.length);
  const code: ProblemCode = reason.includes('maxDepth') ? 'tooDeep' : 'yaml';
  const rest = /^[^\s,[\]{}]*/.exec(source.slice(at, at + 200))?.[0].length ?? 0;
  return { code, range: textRange(base + at, base + at + rest), args: { reason, limit: yamlLimits.depth } };
}

/** Reads half-typed front matter key by key at its top level, and leaves out what cannot be read. */
function readKeyByKey(source: string, base: number, problem: Problem, limits: YamlLimits): YamlResult {
  const typos: Problem[] = [];
  const problems: Problem[] = [];
  const entries: YamlEntry[] = [];
  let failures = 0;
  for (const { start, text } of topLevelBlocks(source)) {
    // A `-` or `}` at the margin may be the mistake, so the key is also tried without it.
    const margin = text.search(/(?<=[\r\n])[-\]}]/);
    const whole = readAlone(text, base + start, limits);
    const block = whole ?? (margin < 0 ? undefined : readAlone(text.slice(0, margin), base + start, limits));
    // Each failure is slow, and nobody types in a hundred places at once.
    if (whole?.root?.kind !== 'map' && ++failures <= 10)
      typos.push(...yamlTypos(text, base + start, (tried) => reach(tried, limits)));
    if (failures > 100) break;
    if (block?.root?.kind !== 'map') continue;
    entries.push(...block.root.entries);
    problems.push(...block.problems);
    // The limit on nodes applies here too; each entry has at least two.
    if (entries.length * 2 > limits.nodes) return { root: undefined, problems: [problem] };
  }
  const root: YamlMap = { kind: 'map', range: textRange(base, base + source.length), flow: false, entries };
  if (failures === 0) typos.push(...indentedStart(source, base));
  problems.unshift(...(typos.length > 0 ? typos : [problem]));
  problems.push(...duplicateKeys(root));
  return { root: entries.length > 0 ? root : undefined, problems };
}

/** A part of a text read by itself; undefined where it is not YAML, which the problem of the whole text says. */
function readAlone(source: string, base: number, limits: YamlLimits): YamlResult | undefined {
  try {
    return parseTree(source, base, limits);
  } catch {
    return undefined;
  }
}

/** Up to which offset a block can be read: infinite where it is a complete mapping. */
function reach(source: string, limits: YamlLimits): number {
  try {
    const { root } = parseTree(source, 0, limits);
    return root?.kind === 'map' ? Number.POSITIVE_INFINITY : 0;
  } catch (error) {
    return syntaxErrorIn(error).position;
  }
}
