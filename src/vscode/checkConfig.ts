import { assembleConfig } from '../core/config/assembleConfig';
import type { ConfigText } from '../core/config/configFiles';
import { configFindings } from '../core/config/contractEnds';
import type { Finding } from '../core/rules/finding';
import { RuleClock } from '../core/rules/ruleClock';
import { readConfigTexts } from '../node/configTexts';
import { FileScanner } from '../node/scanFile';

/** A workspace's configuration as it counts now. */
export interface CheckedConfig {
  /** Reads records by it. */
  readonly scanner: FileScanner;
  /** What is wrong in its files now, each file with a list, if only an empty one. */
  findings(): ReadonlyMap<string, readonly Finding[]>;
  /** Whether something in them will be wrong later. */
  readonly dependsOnClock: boolean;
}

/** Reads the configuration; `open` is the text of one of its files as it stands in the editor. */
export function checkConfig(root: string, open?: ConfigText): CheckedConfig {
  const stored = readConfigTexts(root).texts.filter(({ file }) => file !== open?.file);
  const texts = open ? [...stored, open] : stored;
  const result = assembleConfig(texts);
  return {
    scanner: new FileScanner(root, texts),
    findings() {
      const findings = new Map<string, Finding[]>(texts.map(({ file }) => [file, []]));
      for (const { file, finding } of configFindings(result, new RuleClock(Date.now())))
        findings.get(file)?.push(finding);
      return findings;
    },
    dependsOnClock: result.later.length > 0,
  };
}
