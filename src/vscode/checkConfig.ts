import { assembleConfig } from '../core/config/assembleConfig';
import type { ConfigText } from '../core/config/configFiles';
import type { Finding } from '../core/rules/finding';
import { readConfigTexts } from '../node/configTexts';
import { FileScanner } from '../node/scanFile';

/** A workspace's configuration as it counts now. */
export interface CheckedConfig {
  /** Reads records by it. */
  readonly scanner: FileScanner;
  /** What is wrong in its files, each file with a list, if only an empty one. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** Reads the configuration; `open` is the text of one of its files as it stands in the editor. */
export function checkConfig(root: string, open?: ConfigText): CheckedConfig {
  const stored = readConfigTexts(root).texts.filter(({ file }) => file !== open?.file);
  const texts = open ? [...stored, open] : stored;
  const findings = new Map<string, Finding[]>(texts.map(({ file }) => [file, []]));
  for (const { file, finding } of assembleConfig(texts).findings) findings.get(file)?.push(finding);
  return { scanner: new FileScanner(root, texts), findings };
}
