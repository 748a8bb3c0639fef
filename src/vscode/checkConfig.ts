import { assembleConfig } from '../core/config/assembleConfig';
import { type ConfigText, withOpenTexts } from '../core/config/configFiles';
import { contractFindings } from '../core/rules/contractFindings';
import type { Finding } from '../core/rules/finding';
import { readConfigTexts } from '../node/configTexts';
import { FileScanner } from '../node/scanFile';

/** A workspace's configuration as it counts now. */
export interface CheckedConfig {
  /** Reads records by it. */
  readonly scanner: FileScanner;
  /** What is wrong in its files, each file with a list, if only an empty one. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The same for the same texts: records need no new reading then. */
  readonly key: string;
}

/** Reads the configuration; `open` are texts of its files as they stand in the editor. */
export function checkConfig(root: string, open: readonly ConfigText[]): CheckedConfig {
  const texts = withOpenTexts(readConfigTexts(root).texts, open);
  const findings = new Map<string, Finding[]>(texts.map(({ file }) => [file, []]));
  const { config, findings: found } = assembleConfig(texts);
  const ended = contractFindings(config, (moment) => moment <= Date.now());
  for (const { file, finding } of [...found, ...ended]) findings.get(file)?.push(finding);
  return { scanner: new FileScanner(root, texts), findings, key: JSON.stringify(texts) };
}
