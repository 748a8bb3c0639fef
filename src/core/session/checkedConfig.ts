import { type ConfigText, isTemplate, withOpenTexts } from '../config/configFiles';
import type { WorkspaceConfig } from '../config/workspaceConfig';
import type { Finding } from '../findings/finding';
import { RuleClock } from '../model/time/ruleClock';
import { configFindings, readConfig } from '../rules/readConfig';
import { RecordReader } from '../rules/recordReader';

/** A workspace's configuration as it counts now. */
export interface CheckedConfig {
  /** Reads records by it. */
  readonly scanner: RecordReader;
  /** The team's templates of notices. */
  readonly templates: readonly ConfigText[];
  /** What is wrong in its files now, each file with a list, if only an empty one. */
  findings(): ReadonlyMap<string, readonly Finding[]>;
  /** The same for templates of notices, and for `known` files that are none any more; their engine is loaded for them. */
  templateFindings(known: Iterable<string>): Promise<ReadonlyMap<string, readonly Finding[]>>;
  /** The moment from which something else is wrong in them, though nobody changed them. */
  until(): number;
  /** The same for the same texts: records need no new reading then. */
  readonly key: string;
}

/**
 * Checks the configuration as it is stored.
 *
 * @param open texts of its files as they stand in an editor: they count instead
 * @param now gives the moment that counts as now
 */
export function checkedConfig(
  stored: readonly ConfigText[],
  open: readonly ConfigText[],
  now: () => number,
): CheckedConfig {
  const texts = withOpenTexts(stored, open);
  const result = readConfig(texts);
  // Templates say nothing of records, which need no new reading when one changes.
  const others = texts.filter(({ file }) => !isTemplate(file));
  let until = Number.POSITIVE_INFINITY;
  return {
    scanner: new RecordReader(others),
    templates: texts.filter(({ file }) => isTemplate(file)),
    findings() {
      const findings = new Map<string, Finding[]>(others.map(({ file }) => [file, []]));
      const clock = new RuleClock(now());
      for (const { file, finding } of configFindings(result, clock)) findings.get(file)?.push(finding);
      until = clock.until;
      return findings;
    },
    templateFindings: (known) => templateFindings(texts, result.config, known),
    until: () => until,
    key: JSON.stringify(others),
  };
}

async function templateFindings(
  texts: readonly ConfigText[],
  config: WorkspaceConfig,
  known: Iterable<string>,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const templates = texts.filter(({ file }) => isTemplate(file));
  const findings = new Map<string, Finding[]>();
  for (const file of [...known].filter(isTemplate)) findings.set(file, []);
  for (const { file } of templates) findings.set(file, []);
  if (templates.length === 0) return findings;
  const { checkTemplates } = await import('../notices/checkTemplates');
  for (const { file, finding } of checkTemplates(templates, config)) findings.get(file)?.push(finding);
  return findings;
}
