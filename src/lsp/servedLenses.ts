import type { CodeLens } from 'vscode-languageserver/node';
import { forCustomer } from '../core/config/forCustomer';
import { type ChecklistMark, checklistMarks } from '../core/language/checklistMarks';
import { goesBack } from '../core/model/parse/goesBack';
import { parseRecord } from '../core/model/parse/parseRecord';
import { nextStep, relevantSteps } from '../core/model/parse/stepGates';
import type { Language } from '../core/model/text/localized';
import { procedureOf } from '../core/rules/checklist/followedProcedure';
import { isOpen } from '../core/workflow/stages';
import { isUncommitted } from '../node/commit/isUncommitted';
import { commandId } from './servedCommands';
import type { ServedPlace } from './servedWorkspaces';
import { serverWord } from './serverWords';

/** Above each checklist of an open change how far it is, and its next step; above what is in no commit, its first one. */
export async function servedLenses(
  { uri, text }: { readonly uri: string; readonly text: string },
  { workspace, file }: ServedPlace,
  language: Language,
): Promise<CodeLens[]> {
  const entry = workspace.entryOf(file);
  if (!entry) return [];
  const first = (await isUncommitted(workspace.root, file).catch(() => false))
    ? [lens(0, serverWord(language, 'commitRecord'), 'commit', [uri])]
    : [];
  if (entry.summary.type !== 'change' || !isOpen(entry.summary.stage)) return first;
  const { config, index } = workspace.input();
  const read = parseRecord(text);
  const record = read && forCustomer(read, config);
  if (record?.type !== 'change') return first;
  const gates = procedureOf(entry.summary, index)?.summary.gates ?? [];
  const back = goesBack(record.data);
  const marks = checklistMarks(record, nextStep(relevantSteps(record), gates), back);
  return [...first, ...marks.flatMap((mark) => lensesOf(mark, uri, back, language))];
}

function lensesOf(
  { line, done, all, counts, next }: ChecklistMark,
  uri: string,
  back: boolean,
  language: Language,
): CodeLens[] {
  const progress = serverWord(language, 'progress', { done, all });
  const whether = serverWord(language, back ? 'notNeeded' : 'onlyBack');
  const told = lens(line, counts ? progress : `${progress} · ${whether}`);
  if (!next) return [told];
  const title =
    next.choice === undefined
      ? serverWord(language, 'tickNext', { step: next.text })
      : serverWord(language, 'tickOneOf', { choice: next.choice });
  return [told, lens(line, title, 'tick', [uri])];
}

/** @param name what it does; a lens that only tells something does nothing */
function lens(line: number, title: string, name?: string, words: readonly string[] = []): CodeLens {
  const start = { line, character: 0 };
  const command = name === undefined ? '' : commandId(name);
  return { range: { start, end: start }, command: { title, command, arguments: [...words] } };
}
