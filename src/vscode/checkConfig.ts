import * as vscode from 'vscode';
import { assembleConfig } from '../core/config/assembleConfig';
import { type ConfigText, configTypeOf, withOpenTexts } from '../core/config/configFiles';
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
  /** The moment from which something else is wrong in them, though nobody changed them. */
  until(): number;
  /** The same for the same texts: records need no new reading then. */
  readonly key: string;
}

/** Reads the configuration; `open` are texts of its files as they stand in the editor. */
export function checkConfig(root: string, open: readonly ConfigText[]): CheckedConfig {
  const texts = withOpenTexts(readConfigTexts(root).texts, open);
  const result = assembleConfig(texts);
  let until = Number.POSITIVE_INFINITY;
  return {
    scanner: new FileScanner(root, texts),
    findings() {
      const findings = new Map<string, Finding[]>(texts.map(({ file }) => [file, []]));
      const clock = new RuleClock(Date.now());
      for (const { file, finding } of configFindings(result, clock)) findings.get(file)?.push(finding);
      until = clock.until;
      return findings;
    },
    until: () => until,
    key: JSON.stringify(texts),
  };
}

/** Files of the configuration that somebody is editing; `fileOf` gives their paths inside the workspace. */
export function openConfigTexts(fileOf: (uri: vscode.Uri) => string | undefined): ConfigText[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const file = document.isDirty && !document.isClosed ? fileOf(document.uri) : undefined;
    return file !== undefined && configTypeOf(file) ? [{ file, text: document.getText() }] : [];
  });
}
