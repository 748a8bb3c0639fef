import type { ActedOn, RefusedAction } from '../../core/actions/action';
import type { RecordOf } from '../../core/model/parse/record';
import type { Step } from '../../core/model/parse/step';
import type { Language } from '../../core/model/text/localized';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import type { ActionReport } from '../../core/report/actionReport';
import { procedureOf } from '../../core/rules/checklist/followedProcedure';
import { conflictSides, outlookLines, staleLines } from '../../core/update/outlookText';
import { planUpdate, type UpdatePlan } from '../../core/update/planUpdate';
import type { CountingSide, Decide, UpdateConflict } from '../../core/update/takeOver';
import { referenceTo } from '../../core/update/updatedText';
import type { UpdateOutlook } from '../../core/update/updateOutlook';
import type { ProcedureVersions } from '../../core/update/updateSides';
import { inputOf } from '../../node/checkWorkspace';
import { updateVersions } from '../../node/updateVersions';
import { runReported } from './actOnRecord';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { changeOf, type NamedRecord, recordAt } from './namedRecord';
import { colorsFor } from './prettyFindings';
import { printAction } from './printAction';
import type { ActionAnswer } from './runAction';

/** What became of one change. */
interface UpdatedChange {
  readonly report: ActionReport & ActionAnswer;
  readonly outlook?: UpdateOutlook;
}

/** Takes a newer version of its procedure over into a change; undefined where whoever is asked gives up. */
export async function updateChange(call: Call, named: NamedRecord): Promise<UpdatedChange | undefined> {
  const { workspace, entry, language } = named;
  const change = { file: entry.file, record: changeOf(named, entry.summary.id ?? entry.file) };
  const versions = await updateVersions(workspace.root, change, procedureFor(named), workspace.config.config);
  const planned =
    'code' in versions
      ? { refusal: versions }
      : await decided(call, named, { ...change, input: inputOf(workspace) }, versions);
  if (!planned) return undefined;
  if (!('outlook' in planned) || 'code' in versions)
    return { report: await runReported(call, named, planned, { action: 'update' }) };
  const { outlook } = planned;
  const target = referenceTo(versions.to.record);
  const told = { action: 'update' as const, target, update: reported(outlook, versions, language) };
  return { report: await runReported(call, named, planned, told), outlook };
}

/** Tells people what became of a change, and of its steps. */
export function tellUpdated(call: Call, { report, outlook }: UpdatedChange, language: Language): ExitCode {
  const ended = printAction(call, report, language);
  if (!outlook || call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') return ended;
  const places = ended === 0 ? [] : outlook.conflicts;
  for (const line of places.flatMap((own) => conflictLines(call, own, language))) call.tell(line);
  if (ended === 0) for (const line of toldLines(call, outlook, language)) call.line(line);
  return ended;
}

/** The procedure that a change follows, as its file stands. */
function procedureFor({ workspace, entry }: NamedRecord): SourceProcedure | undefined {
  const file = procedureOf(entry.summary, workspace.index)?.file;
  const record = file === undefined ? undefined : recordAt(workspace.root, file);
  return file !== undefined && record?.type === 'procedure' ? { file, record } : undefined;
}

type Planned = UpdatePlan | RefusedAction;

/** The plan, with what a person at a terminal says of each place that both have changed; undefined where they give up. */
async function decided(
  call: Call,
  { language }: NamedRecord,
  on: ActedOn<RecordOf<'change'>>,
  versions: ProcedureVersions,
): Promise<Planned | undefined> {
  const sides = ['change', 'procedure'] as const;
  const given =
    call.text('conflicts') === undefined
      ? undefined
      : call.oneOf('conflicts', sides, 'change', ['cambio', 'procedimiento']);
  const sure = call.has('yes');
  const answers = new Map<string, CountingSide>();
  const decide: Decide = (conflict) => given ?? answers.get(keyOf(conflict));
  for (;;) {
    const planned = planUpdate(on, versions, { decide, sure });
    const open = 'outlook' in planned ? planned.outlook.conflicts : [];
    if (open.length === 0 || !call.io.ask || call.has('dry-run')) return planned;
    for (const [at, conflict] of open.entries()) {
      const about = { number: at + 1, count: open.length, procedure: referenceTo(versions.to.record) };
      call.tell(say(language, 'update_both', about));
      for (const line of conflictLines(call, conflict, language)) call.tell(line);
      const side = await answerTo(call, about.procedure, language);
      if (side === undefined) return undefined;
      answers.set(keyOf(conflict), side);
    }
  }
}

function keyOf({ change, procedure }: UpdateConflict): string {
  return JSON.stringify([change, procedure]);
}

async function answerTo(
  call: Call,
  procedure: string,
  language: Language,
): Promise<CountingSide | undefined> {
  for (;;) {
    const line = await call.io.ask?.(say(language, 'update_which', { procedure }));
    if (line === undefined) return undefined;
    if (line.trim() === '1') return 'change';
    if (line.trim() === '2') return 'procedure';
    call.tell(say(language, 'update_answer'));
  }
}

function conflictLines(call: Call, conflict: UpdateConflict, language: Language): string[] {
  const { change, procedure } = conflictSides(conflict);
  const side = (sign: string, lines: readonly string[]): string[] =>
    (lines.length > 0 ? lines : [say(language, 'update_nothing')]).map((line) => `  ${sign} ${line}`);
  const { red, green } = colorsFor(call.io);
  return [...side('1', change).map(red), ...side('2', procedure).map(green)];
}

/** What an update did to the steps, and to what people have said. */
function toldLines(call: Call, outlook: UpdateOutlook, language: Language): string[] {
  const { yellow } = colorsFor(call.io);
  const stale = staleLines(outlook, language).map((message) =>
    yellow(say(language, 'update_stale', { message })),
  );
  return [...outlookLines(outlook, language), ...stale];
}

function reported(
  outlook: UpdateOutlook,
  { from, to }: ProcedureVersions,
  language: Language,
): ActionReport['update'] {
  const { added, reworded, reopened, removed, kept, conflicts } = outlook;
  const texts = (steps: readonly Step[]): string[] => steps.map(({ text }) => text);
  return {
    from: referenceTo(from.record),
    to: referenceTo(to.record),
    added: texts(added),
    reworded: texts(reworded),
    reopened: texts(reopened),
    removed: texts(removed),
    kept: texts(kept),
    conflicts: conflicts.map(({ change, procedure }) => ({
      change: change.join('\n'),
      procedure: procedure.join('\n'),
    })),
    stale: staleLines(outlook, language),
  };
}
