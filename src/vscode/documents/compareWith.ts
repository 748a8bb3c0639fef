import * as vscode from 'vscode';
import { newScheduleFindings } from '../../core/diff/newScheduleFindings';
import type { Finding } from '../../core/findings/finding';
import { noGitWords } from '../../core/language/noGitWords';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord } from '../../core/model/parse/record';
import { recordEntry } from '../../core/rules/recordEntry';
import type { NoBase } from '../../node/changedSince';
import { readConfigTexts } from '../../node/configTexts';
import { committedBytes } from '../../node/diff/committedBytes';
import { type ReadDiff, readDiff } from '../../node/diff/readDiff';
import { language } from '../editorLanguage';
import { NothingChangedError } from '../input/nothingChangedError';
import type { EditableRecord } from './editableRecord';

/**
 * What a record says now, saved or not, and did not say where this branch left a revision; with what its window runs
 * into by the configuration of today.
 *
 * @throws where git does not know the revision, or cannot be asked
 */
export async function compareWith(target: EditableRecord, base: string): Promise<ReadDiff> {
  const { session, file, document } = target;
  if (!vscode.workspace.isTrusted)
    throw new NothingChangedError(vscode.l10n.t('this workspace is not trusted'));
  const { root } = session;
  const place = { root, texts: readConfigTexts(root).texts, files: [{ file }], nested: [] };
  const diff = await readDiff(place, { base, head: undefined, only: file, text: document.getText() });
  if ('kind' in diff) throw new NothingChangedError(whyNot(diff.kind, base));
  const [own] = diff.records;
  const moved = own?.changes.some(({ kind }) => kind === 'window' || kind === 'window-set');
  if (!own || !moved) return diff;
  const bytes = await committedBytes(root, diff.base, own.fileBefore ?? file);
  const before = parseRecord(bytes?.toString('utf8') ?? '', { expected: true });
  const old = before ? findingsOf(target, before) : [];
  return {
    ...diff,
    records: [{ ...own, meets: newScheduleFindings(findingsOf(target, target.record), old) }],
  };
}

/** What the rules find in a record, were it to stand in its file as it is. */
function findingsOf({ session, file }: EditableRecord, record: ParsedRecord): Finding[] {
  const input = session.input();
  return input.findingsOf(recordEntry(record, file, input.config));
}

function whyNot(kind: NoBase['kind'], base: string): string {
  if (kind === 'shallow')
    return vscode.l10n.t('this shallow clone does not have “{0}”; fetch more of it', base);
  if (kind === 'noRevision') return vscode.l10n.t('there is no revision “{0}” here', base);
  return vscode.l10n.t('git cannot be asked here: {0}', noGitWords[kind][language]);
}
