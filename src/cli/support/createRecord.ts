import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstCommit } from '../../core/actions/firstCommit';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import { type InputProblem, type NewChangeInput, planNewChange } from '../../core/create/planNewChange';
import { planNewRecord } from '../../core/create/planNewRecord';
import type { SourceProcedure } from '../../core/create/procedureParts';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { Language } from '../../core/model/text/localized';
import { readDateTime } from '../../core/model/time/dateTime';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import { changeTypeChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed, choiceNames, recordTypeNamed } from '../../core/model/vocabulary/vocabulary';
import type { NewReport } from '../../core/report/newReport';
import { messageOf } from '../../core/rules/renderFinding';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { isCommitted } from '../../node/commit/isUncommitted';
import { readFileText, readText } from '../../node/readText';
import { errorCode } from '../../node/walk';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { createFile } from '../../node/writeFile';
import { type Call, say, wrongCall, wrongValue } from './command';
import { exitOf } from './exitOf';
import { type ExitCode, RefusedError, UsageError } from './io';
import { load } from './load';
import { namedRecord } from './namedRecord';
import { type ActionAnswer, commitPlanned, outcomeAnswer } from './runAction';
import { shownPath } from './selection';

/** A record to be written, with what is told of it. */
type Planned = Omit<NewReport, 'version' | 'written' | 'commit'> & {
  readonly text: string;
  readonly lost?: readonly string[];
  readonly passedOver?: readonly string[];
};

/** Makes the record that a call asks for, and says where it is. */
export async function createRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [target, ...more] = call.paths;
  if (!target || more.length > 0) throw wrongCall('oneKind');
  const type = recordTypeNamed(target);
  const { workspace, procedure } = type
    ? { workspace: await load(call, workspaceRootOf(call.io.cwd)) }
    : await named(call, target);
  const plan = (as: LoadedWorkspace): Planned =>
    type && type !== 'change' ? plainFor(call, type, as) : changeFor(call, as, procedure);
  const fresh = plan(workspace);
  const written = !call.has('stdout');
  const left = written && call.has('commit') ? await leftBehind(workspace, fresh, plan) : undefined;
  const { lost = [], passedOver = [], ...planned } = left ?? fresh;
  if (written && !left) write(workspace, planned, call);
  const file = shownPath(call.io.cwd, workspace.root, planned.file);
  const made = written && call.has('commit') ? await commitNew(call, workspace, planned) : undefined;
  const text = written ? null : planned.text;
  const report: NewReport = { version: 1, ...planned, file, written, commit: made?.commit ?? null, text };
  const language = languageFor(call, workspace);
  const pretty = format === 'pretty';
  if (!pretty) call.json(report);
  else if (!written) call.io.out(planned.text);
  else call.io.out(`${say(language, left ? 'leftBehind' : 'created', { path: file })}\n`);
  if (passedOver.length > 0 && pretty)
    call.tell(say(language, 'slotsPassed', { rules: passedOver.join(', ') }));
  if (lost.length > 0)
    call.tell(say(language, 'linksLost', { targets: lost.join(', '), count: lost.length }));
  const ended = made ? exitOf(made) : 0;
  if (made && pretty) call.io[ended === 0 ? 'out' : 'err'](`${made.message}\n`);
  return ended;
}

/** The procedure that a call names, as its file stands. */
async function named(
  call: Call,
  target: string,
): Promise<{ workspace: LoadedWorkspace; procedure: SourceProcedure }> {
  const { workspace, entry, path, language } = await namedRecord(call);
  const { text, options } = readText(path, workspace.root);
  const record = parseRecord(text, options);
  if (record?.type !== 'procedure') throw new UsageError(say(language, 'notAProcedure', { id: target }));
  return { workspace, procedure: { file: entry.file, record } };
}

function changeFor(call: Call, workspace: LoadedWorkspace, procedure?: SourceProcedure): Planned {
  const input = inputOf(workspace);
  const plan = planNewChange({ ...wishesOf(call), procedure }, input);
  if (!plan.ok) throw refusal(plan.problem, languageFor(call, workspace));
  const { id, file, title, language, start, customer } = plan.change;
  const { version, id: followed } = procedure?.record.data ?? {};
  const read = start === undefined ? undefined : readDateTime(start, plan.zone);
  return {
    type: 'change',
    id,
    file,
    title: title ?? null,
    language,
    text: plan.text,
    lost: plan.lost,
    passedOver: plan.passedOver,
    procedure: followed ? [followed, version].filter(Boolean).join('@') : null,
    start: read?.ok ? isoWithOffset(read.epochMs, zoneOrUtc(input.config, customer)) : null,
  };
}

function plainFor(call: Call, type: 'ticket' | 'procedure', workspace: LoadedWorkspace): Planned {
  const plan = planNewRecord(type, wishesOf(call), inputOf(workspace));
  if (!plan.ok) throw refusal(plan.problem, languageFor(call, workspace));
  const { id, file, title, language, text } = plan;
  return { type, id, file, title: title ?? null, language, text, procedure: null, start: null };
}

function wishesOf(call: Call): Omit<NewChangeInput, 'procedure'> {
  const written = call.text('change-type') ?? (call.has('emergency') ? 'emergency' : undefined);
  const changeType = written === undefined ? undefined : choiceNamed(changeTypeChoice.choices, written);
  if (written !== undefined && !changeType)
    throw wrongValue('change-type', written, choiceNames(changeTypeChoice.choices));
  const deploymentType = call.wholeNumber('deployment-type');
  if (deploymentType !== undefined && (deploymentType < 1 || deploymentType > 4))
    throw wrongValue('deployment-type', String(deploymentType), '1, 2, 3, 4');
  const environments = call
    .text('environments')
    ?.split(',')
    .map((name) => name.trim());
  return {
    changeType,
    deploymentType,
    environments: environments?.filter(Boolean),
    language: call.text('language') === undefined ? undefined : call.language(undefined),
    title: call.text('title'),
    customer: call.text('customer'),
    start: call.text('start') ?? (call.has('next-slot') ? 'nextSlot' : undefined),
    duration: call.text('duration'),
    requestedBy: call.text('requested-by'),
    assignee: call.text('assignee'),
  };
}

/** What the workspace speaks against, however the call is worded. */
const ofTheRules = new Set<InputProblem['about']>(['partner', 'slot', 'id']);

function refusal({ about, value, known, blocked }: InputProblem, language: Language): Error {
  const reasons = blocked.map((finding) => messageOf(finding, language));
  const args = { value, known: [...known, ...reasons].join(about === 'slot' ? ' ' : ', ') };
  const said = say(language, `wish_${about}`, { ...args, ...hintArgs(nearestName(value, known)) });
  return ofTheRules.has(about) ? new RefusedError(said) : new UsageError(said);
}

function languageFor(call: Call, workspace: LoadedWorkspace): Language {
  return call.language(workspace.config.config.data.language);
}

/**
 * The record that an earlier run made and did not get to commit: it is exactly what would be made if it were not there,
 * now or at the moment that it names, and no commit has it.
 */
async function leftBehind(
  workspace: LoadedWorkspace,
  { type, title }: Planned,
  plan: (workspace: LoadedWorkspace) => Planned,
): Promise<Planned | undefined> {
  const { root, index } = workspace;
  const alike = [...index.all()].filter(
    ({ summary }) => summary.type === type && (summary.title ?? null) === title,
  );
  for (const { file } of alike.reverse()) {
    const text = readFileText(root, file)?.text;
    if (text === undefined) continue;
    const before = index.put(file, undefined);
    const made = [workspace.now, ...momentsIn(text)].map((now) => plan({ ...workspace, now }));
    index.put(file, before);
    const same = made.find((again) => again.file === file && again.text === text);
    if (same && !(await isCommitted(root, file))) return same;
  }
  return undefined;
}

/** When a record says that it was made: at a moment, or on a day. */
function momentsIn(text: string): number[] {
  const record = parseRecord(text);
  const said = record?.type === 'ticket' ? record.data.reported_at : undefined;
  const asked = record?.type === 'change' ? record.data.requested_at : undefined;
  const written = [said ?? asked, record?.data.created && `${record.data.created} 12:00`];
  return written.flatMap((moment) => {
    const read = moment ? readDateTime(moment, 'UTC') : undefined;
    return read?.ok ? [read.epochMs] : [];
  });
}

/** Its first commit; where that cannot be made the file is there all the same. */
async function commitNew(
  call: Call,
  workspace: LoadedWorkspace,
  { id, file, title }: Planned,
): Promise<ActionAnswer> {
  const first = firstCommit({ name: id, file, config: workspace.config.config }, title ?? undefined);
  const language = languageFor(call, workspace);
  return outcomeAnswer(call, await commitPlanned(call, { workspace, language }, first), first, language);
}

/** Never over a file that is there, whoever made it and when. */
function write({ root, config }: LoadedWorkspace, { file, text }: Planned, call: Call): void {
  const path = join(root, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    createFile(path, text);
  } catch (error) {
    const code = errorCode(error);
    const args = { path: shownPath(call.io.cwd, root, file), code };
    const language = call.language(config.config.data.language);
    throw new UsageError(say(language, code === 'EEXIST' ? 'exists' : 'notCreated', args));
  }
}
