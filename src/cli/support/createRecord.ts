import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstCommit } from '../../core/actions/firstCommit';
import { openPlaces } from '../../core/create/openPlaces';
import { parseRecord } from '../../core/model/parse/parseRecord';
import { recordTypeNamed } from '../../core/model/vocabulary/vocabulary';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import type { NewReport } from '../../core/report/newReport';
import { recordEntry } from '../../core/rules/recordEntry';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { ownIdentity } from '../../node/commit/identity';
import { idsElsewhere } from '../../node/idsElsewhere';
import { readText } from '../../node/readText';
import { errorCode } from '../../node/walk';
import { gitTopLevelOf, workspaceRootOf } from '../../node/workspaceRoot';
import { createFile } from '../../node/writeFile';
import { type Call, say, wrongCall } from './command';
import { exitOf } from './exitOf';
import { type ExitCode, UsageError } from './io';
import { knownOfCall } from './knownOfCall';
import { leftBehind } from './leftBehind';
import { load } from './load';
import { namedRecord } from './namedRecord';
import { plannedExtract } from './plannedExtract';
import { hotfixIn, isHotfix, tellHotfix } from './plannedHotfix';
import { languageFor, type PlannedRecord, plannedChange, plannedOther } from './plannedRecord';
import { type PushedAfter, printPush, pushAfter, pushFailed } from './pushAfter';
import { type ActionAnswer, commitPlanned, outcomeAnswer } from './runAction';
import { shownPath } from './selection';
import { tellNext } from './tellNext';
import { reportedPlaces, tellOpenPlaces } from './tellOpenPlaces';

/** Makes the record that a call asks for, and says where it is. */
export async function createRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  const [target, ...more] = call.paths;
  if (!target || more.length > 0) throw wrongCall('oneKind');
  const { workspace: loaded, plan } = isHotfix(target) ? await hotfixIn(call) : await recordIn(call, target);
  const files = new Set(loaded.survey.files.map(({ file: each }) => each));
  const elsewhere = await idsElsewhere(loaded.root, files);
  const workspace = { ...loaded, elsewhere };
  const fresh = plan(workspace);
  const written = !call.has('stdout');
  const commits = written && (call.has('commit') || isHotfix(target));
  const left = commits ? await leftBehind(workspace, fresh, plan) : undefined;
  const { lost = [], passedOver = [], change, ...planned } = left ?? fresh;
  if (written && !left) write(workspace, planned, call);
  const file = shownPath(call.io.cwd, workspace.root, planned.file);
  const made = commits ? await commitNew(call, workspace, planned) : undefined;
  const text = written ? null : planned.text;
  const open = openPlaces(planned.text, { file: planned.file, config: workspace.config.config });
  const pushed = made?.commit ? await pushNew(call, workspace, made.commit) : undefined;
  const commit = pushed ? (pushed.commit ?? null) : (made?.commit ?? null);
  const rest = { file, open: reportedPlaces(planned.id, open), written, text, commit };
  const report: NewReport = { version: 1, ...planned, ...rest, ...(pushed && { push: pushed.push }) };
  const language = languageFor(call, workspace);
  const pretty = format === 'pretty';
  if (!pretty) call.json(report);
  else if (!written) call.io.out(planned.text);
  else call.io.out(`${say(language, left ? 'leftBehind' : 'created', { path: file })}\n`);
  if (passedOver.length > 0 && pretty)
    call.tell(say(language, 'slotsPassed', { rules: passedOver.join(', ') }));
  if (!elsewhere.complete) call.tell(say(language, 'idsUnseen', { id: planned.id }));
  if (lost.length > 0)
    call.tell(say(language, 'linksLost', { targets: lost.join(', '), count: lost.length }));
  const ended = made ? exitOf(made) : 0;
  if (made && pretty) call.io[ended === 0 ? 'out' : 'err'](`${made.message}\n`);
  if (pretty && written) tellOpenPlaces(call, language, { id: planned.id, file }, open);
  if (pretty) printPush(call, pushed?.push);
  if (pretty && written && ended === 0) {
    tellHotfix(call, workspace, { ...planned, ...(change ? { change } : {}) });
    if (commit !== null && open.length === 0) tellNextOf(call, workspace, planned);
  }
  return pushFailed(pushed?.push) ? 2 : ended;
}

/** The workspace that a call is about, and how the record that it asks for is planned in it. */
async function recordIn(
  call: Call,
  target: string,
): Promise<{ workspace: LoadedWorkspace; plan(as: LoadedWorkspace): PlannedRecord }> {
  const type = recordTypeNamed(target);
  if (!type) {
    if (call.text('from-change') !== undefined) throw wrongCall('onlyProcedures');
    const { workspace, procedure } = await named(call, target);
    const known = await knownOfCall(call, { workspace, procedure });
    const me = await whoMakes(workspace);
    return { workspace, plan: (as) => plannedChange(call, as, { procedure, known, me }) };
  }
  const workspace = await load(call, workspaceRootOf(call.io.cwd));
  const known = await knownOfCall(call, { workspace, other: type === 'change' ? undefined : type });
  const from = call.text('from-change');
  if (from !== undefined && type !== 'procedure') throw wrongCall('onlyProcedures');
  if (from !== undefined) return { workspace, plan: (as) => plannedExtract(call, from, as) };
  if (type !== 'change') return { workspace, plan: (as) => plannedOther(call, type, as) };
  const me = await whoMakes(workspace);
  return { workspace, plan: (as) => plannedChange(call, as, { known, me }) };
}

/** The name of whoever is at work in a repository; undefined outside of one, and where git does not know. */
async function whoMakes({ root, config }: LoadedWorkspace): Promise<string | undefined> {
  const who = gitTopLevelOf(root) === undefined ? undefined : await ownIdentity(root);
  return who && config.config.people.nameOf(who);
}

/** Pushes the first commit, where that is asked for. */
function pushNew(
  call: Call,
  { root, config }: LoadedWorkspace,
  commit: string,
): Promise<PushedAfter | undefined> {
  const { language, timezone: zone } = config.config.data;
  return pushAfter(call, root, { language: call.language(language), zone, commit });
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

/** Says what comes next for a change of which nothing is open. */
function tellNextOf(call: Call, workspace: LoadedWorkspace, { file, text }: PlannedRecord): void {
  const { config } = workspace.config;
  const record = parseRecord(text, { expected: true, file });
  if (record?.type !== 'change') return;
  const entry = recordEntry(record, file, config);
  workspace.index.put(file, entry);
  tellNext(call, entry, inputOf(workspace), { language: languageFor(call, workspace) });
}

/** Its first commit; where that cannot be made the file is there all the same. */
async function commitNew(
  call: Call,
  workspace: LoadedWorkspace,
  { id, file, title }: PlannedRecord,
): Promise<ActionAnswer> {
  const first = firstCommit({ name: id, file, config: workspace.config.config }, title ?? undefined);
  const language = languageFor(call, workspace);
  return outcomeAnswer(call, await commitPlanned(call, { workspace, language }, first), first, language);
}

/** Never over a file that is there, whoever made it and when. */
function write({ root, config }: LoadedWorkspace, { file, text }: PlannedRecord, call: Call): void {
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
