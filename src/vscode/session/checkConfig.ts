import * as vscode from 'vscode';
import { type ConfigText, isConfigFile, isTemplate, withOpenTexts } from '../../core/config/configFiles';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import type { Finding } from '../../core/findings/finding';
import { RuleClock } from '../../core/model/time/ruleClock';
import { configFindings, readConfig } from '../../core/rules/readConfig';
import { RecordReader } from '../../core/rules/recordReader';
import type { WorkspaceBackend } from './workspaceBackend';

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

/** The configuration as it is stored; `open` are texts of its files as they stand in the editor. */
export function configOf(backend: WorkspaceBackend, open = openConfigTexts(backend)): CheckedConfig {
  const texts = withOpenTexts(backend.configTexts(), open);
  const result = readConfig(texts);
  // Templates say nothing of records, which need no new reading when one changes.
  const others = texts.filter(({ file }) => !isTemplate(file));
  let until = Number.POSITIVE_INFINITY;
  return {
    scanner: new RecordReader(others),
    templates: texts.filter(({ file }) => isTemplate(file)),
    findings() {
      const findings = new Map<string, Finding[]>(others.map(({ file }) => [file, []]));
      const clock = new RuleClock(Date.now());
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
  const { checkTemplates } = await import('../../core/notices/checkTemplates');
  for (const { file, finding } of checkTemplates(templates, config)) findings.get(file)?.push(finding);
  return findings;
}

/** Files of the configuration that somebody is editing. */
export function openConfigTexts(backend: WorkspaceBackend): ConfigText[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const file = document.isDirty && !document.isClosed ? backend.fileOf(document.uri) : undefined;
    return file !== undefined && isConfigFile(file) ? [{ file, text: document.getText() }] : [];
  });
}
