import { stateOf } from '../core/actions/stepAction';
import type { Finding } from '../core/findings/finding';
import { boxOffers } from '../core/language/boxOffers';
import { certainEdits, fixEdits } from '../core/language/certainEdits';
import { mayTakeBoxes } from '../core/language/mayTakeBoxes';
import { saidFixes } from '../core/language/saidFixes';
import { goesBack } from '../core/model/parse/goesBack';
import { parseRecord } from '../core/model/parse/parseRecord';
import { leadsBack } from '../core/model/parse/stepGates';
import type { TextEdit } from '../core/model/text/edit';
import { LineMap } from '../core/model/text/lineMap';
import type { Language } from '../core/model/text/localized';
import { checklistDiverged } from '../core/rules/checklist/diverged';
import { procedureVersion } from '../core/rules/links/procedureVersion';
import { fixTitleOf } from '../core/rules/renderFinding';
import { hasSlotFix, movableChange, slotFixFor } from '../core/schedule/slotFix';
import { isOpen } from '../core/workflow/stages';
import type { ServedPlace } from './servedWorkspaces';
import { serverWord } from './serverWords';

/** One thing that can be done at a place of a text: an edit of it, or a command. */
export interface OfferedAction {
  readonly title: string;
  readonly kind: string;
  /** What it mends. */
  readonly findings: readonly Finding[];
  readonly preferred?: boolean;
  /** Makes the edits; not there for a command. */
  readonly edits?: () => readonly TextEdit[];
  readonly command?: { readonly name: string; readonly words: readonly string[] };
}

/** The text that is asked about, and which lines of it. */
export interface AskedLines {
  readonly text: string;
  readonly place: ServedPlace;
  /** Of the text as it stands. */
  readonly findings: readonly Finding[];
  readonly first: number;
  readonly last: number;
  readonly language: Language;
}

export const fixAllKind = 'source.fixAll.changebook';
const fixKind = 'quickfix';
const boxesKind = 'refactor.rewrite.changebook.boxes';
const stepKind = 'refactor.changebook.step';

/** The kinds of actions that there are. */
export const actionKinds: readonly string[] = [fixKind, fixAllKind, boxesKind, stepKind];

/** Everything that can be done at some lines, the repairs first. */
export function offeredActions(asked: AskedLines): OfferedAction[] {
  const here = asked.findings.filter(
    ({ range }) => range.start.line <= asked.last && range.end.line >= asked.first,
  );
  return [
    ...fixes(asked, here),
    ...slotFixes(asked, here),
    ...nextIds(asked, here),
    ...newSteps(asked, here),
    ...atStep(asked),
    ...boxes(asked),
    ...all(asked),
  ];
}

function fixes({ text, place, language }: AskedLines, here: readonly Finding[]): OfferedAction[] {
  const lines = new LineMap(text);
  const input = place.workspace.input();
  return here.flatMap((finding) =>
    [...(finding.fixes ?? []), ...saidFixes(text, finding, input)].map((fix) => ({
      title: fixTitleOf(finding, fix, language),
      kind: fixKind,
      findings: [finding],
      preferred: fix.certain,
      edits: () => fixEdits(lines, fix),
    })),
  );
}

/** The move to the next slot, for whatever another start would take away; looked for once. */
function slotFixes({ text, place, language }: AskedLines, here: readonly Finding[]): OfferedAction[] {
  const wanting = here.filter(hasSlotFix);
  const [first] = wanting;
  const entry = place.workspace.entryOf(place.file);
  if (!first || !entry || !isOpen(entry.summary.stage)) return [];
  const input = place.workspace.input();
  const change = movableChange(text, entry, input);
  const fix = change && slotFixFor(change, input);
  if (!fix) return [];
  const edits = (): TextEdit[] => fixEdits(new LineMap(text), fix);
  return [{ title: fixTitleOf(first, fix, language), kind: fixKind, findings: wanting, edits }];
}

/** For an id that another record has as well: the later of them gets the next one, by a commit. */
function nextIds({ language }: AskedLines, here: readonly Finding[]): OfferedAction[] {
  const twice = here.filter(({ rule, message }) => rule === 'format/id' && message === 'used');
  if (twice.length === 0) return [];
  const command = { name: 'set', words: ['id=next'] };
  return [{ title: serverWord(language, 'nextId'), kind: fixKind, findings: twice, command }];
}

/** For a procedure that has gone on: its new steps, by a commit. */
function newSteps({ language }: AskedLines, here: readonly Finding[]): OfferedAction[] {
  const behind = here.filter(
    ({ rule, message }) =>
      rule === checklistDiverged.id || (rule === procedureVersion.id && message === 'other'),
  );
  if (behind.length === 0) return [];
  const command = { name: 'update', words: [] };
  return [{ title: serverWord(language, 'newSteps'), kind: fixKind, findings: behind, command }];
}

/** What can be done to the step of a change without asking anything. */
function atStep({ text, place, first, language }: AskedLines): OfferedAction[] {
  const { type } = place.workspace.entryOf(place.file)?.summary ?? {};
  // Most lines are no steps, and reading a record is not free.
  if (type !== 'change' || !/\[[ xX]\]/.test(new LineMap(text).lineText(first))) return [];
  const record = parseRecord(text);
  const step = record?.body.steps.find(({ line }) => line === first);
  if (record?.type !== 'change' || !step) return [];
  const isOpenStep = stateOf(step) === 'open';
  // A step of a rollback that nobody has begun is not ticked.
  if (isOpenStep && leadsBack(step) && !goesBack(record.data)) return [];
  const title = serverWord(language, isOpenStep ? 'tickStep' : 'untickStep');
  const command = { name: isOpenStep ? 'tick' : 'untick', words: [`L${first + 1}`] };
  return [{ title, kind: stepKind, findings: [], command }];
}

const boxWords = { item: 'boxItem', list: 'boxList', selected: 'boxSelected', table: 'boxTable' } as const;

/** Boxes for what is done step by step and has none. */
function boxes({ text, place, first, last, language }: AskedLines): OfferedAction[] {
  if (!mayTakeBoxes(new LineMap(text).lineText(first)) || !place.workspace.entryOf(place.file)) return [];
  const record = parseRecord(text);
  if (!record) return [];
  return boxOffers(record, first, last).map(({ kind, count, edits }) => ({
    title: serverWord(language, boxWords[kind], { count }),
    kind: boxesKind,
    findings: [],
    edits: () => edits,
  }));
}

function all({ text, findings, language }: AskedLines): OfferedAction[] {
  if (!findings.some(({ fixes: own }) => own?.some(({ certain }) => certain))) return [];
  const edits = (): TextEdit[] => certainEdits(text, findings);
  return [{ title: serverWord(language, 'fixAll'), kind: fixAllKind, findings: [], edits }];
}
