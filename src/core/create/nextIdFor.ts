import type { PlannedAction, RefusedAction } from '../actions/action';
import { commitMessage } from '../actions/commitMessage';
import { voidedIn } from '../actions/editFaults';
import { findingsIf } from '../actions/findingsIf';
import { refusal } from '../actions/refusals';
import type { TextChange } from '../actions/textChange';

import { zoneOrUtc } from '../config/workspaceConfig';
import { titleOf } from '../index/summarise';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { applyEdits } from '../model/text/edit';
import { localized } from '../model/text/localized';
import { baseName } from '../model/text/paths';
import { localText } from '../model/time/localText';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { messageOf } from '../rules/renderFinding';
import { type MovedId, movedIdChange, namingChange } from './movedId';
import { newId } from './newId';

/** The record that gets the next id, and who else names it. */
export interface NextIdWish {
  /** Path of the record in the workspace. */
  readonly file: string;
  readonly record: ParsedRecord;
  /** Texts of the files that name it, as they are seen, by path, each with those of its lines that certainly mean it. */
  readonly naming: ReadonlyMap<string, { readonly text: string; readonly lines: ReadonlySet<string> }>;
  /** No commit has it yet. */
  readonly isNew: boolean;
  /** Whether approvals and agreement may become void by it. */
  readonly sure: boolean;
}

/** A plan with the id and the file that the record has afterwards. */
export type NextIdPlan = PlannedAction & { readonly id: string; readonly file: string };

/**
 * Gives a record the next free id, with its file where that is named after it, and with what certainly means it in other
 * files: one commit.
 */
export function planNextId(wish: NextIdWish, input: WorkspaceCheckInput): NextIdPlan | RefusedAction {
  const { file, record, naming } = wish;
  const moved = movedId(wish, input);
  if (!moved) return { refusal: refusal('noNextId', { record: record.data.id ?? file }) };
  const own = movedIdChange(moved);
  const isFirst = wish.isNew && moved.to !== file;
  const movesTo =
    moved.to === file ? {} : { movesTo: moved.to, ...(isFirst ? { isNew: true as const } : {}) };
  const files = [
    { file, change: own, ...movesTo },
    ...[...naming].map(([other, { lines }]) => ({ file: other, change: namingChange(other, lines, moved) })),
  ];
  const texts = new Map([...naming].map(([other, { text }]) => [other, text]));
  texts.set(file, record.lines.text);
  const stale = wish.sure ? undefined : voidedBy(files, texts, input);
  if (stale) return { refusal: stale };
  const { language = 'en', commit } = input.config.data;
  // What nobody has committed yet never had another id.
  const parts = isFirst
    ? ({ action: 'create', title: titleOf(record) } as const)
    : ({ action: 'set', fields: ['id'], was: moved.old } as const);
  return {
    id: moved.id,
    file: moved.to,
    files,
    message: () => commitMessage({ record: moved.id, ...parts }, language, commit?.subject),
    parts,
    already: { sentence: { en: 'The record says so already.', es: 'El registro ya lo dice.' } },
  };
}

function movedId({ file, record }: NextIdWish, input: WorkspaceCheckInput): MovedId | undefined {
  const { type, data } = record;
  if (type === 'procedure' || data.id === undefined) return undefined;
  const created = data.created ?? localText(input.now, zoneOrUtc(input.config, data.customer)).slice(0, 10);
  const id = newId({ type, created, customer: data.customer }, input);
  if (id === undefined) return undefined;
  const name = baseName(file);
  const isNamed = name.toLowerCase().startsWith(data.id.toLowerCase());
  const folder = file.slice(0, file.length - name.length);
  return { old: data.id, id, file, to: isNamed ? `${folder}${id}${name.slice(data.id.length)}` : file };
}

type Planned = { readonly file: string; readonly change: TextChange; readonly movesTo?: string };

/** What people have said that becomes void by it, in any of the files, as one refusal. */
function voidedBy(files: readonly Planned[], texts: ReadonlyMap<string, string>, input: WorkspaceCheckInput) {
  const before = files.map(({ file }) => ({ file, text: texts.get(file) ?? '' }));
  const after = files.map(({ file, movesTo = file, change }) => {
    const text = texts.get(file) ?? '';
    const plan = change.plan(text, 'workTree');
    return { file: movesTo, text: 'edits' in plan ? applyEdits(text, plan.edits).text : text };
  });
  const [left] = files;
  const entry = left && input.index.put(left.file, undefined);
  const now = after.map((_, at) => findingsIf(inFront(after, at), input));
  if (entry) input.index.put(entry.file, entry);
  const found = before.flatMap((_, at) => {
    const stale = voidedIn(findingsIf(inFront(before, at), input), now[at] ?? []);
    return stale.map((finding) => ({ finding, name: nameIn(after[at]) }));
  });
  const [first] = found;
  if (!first) return undefined;
  const { en, es } = localized((language) =>
    found.map(({ finding, name }) => `${name}: ${messageOf(finding, language)}`).join(' '),
  );
  return refusal('makesVoid', { 'message.en': en, 'message.es': es, rule: first.finding.rule });
}

function inFront<T>(all: readonly T[], at: number): T[] {
  return [...all.slice(at), ...all.slice(0, at)];
}

function nameIn(part: { readonly file: string; readonly text: string } | undefined): string {
  return (part && parseRecord(part.text, { expected: true })?.data.id) ?? part?.file ?? '';
}
