import { join, resolve } from 'node:path';
import { forCustomer } from '../../core/config/forCustomer';
import { idsMeant } from '../../core/index/idsMeant';
import type { IndexEntry } from '../../core/index/indexEntry';
import { hintArgs, nearestId } from '../../core/model/parse/nearest';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { ParsedRecord, RecordOf } from '../../core/model/parse/record';
import type { Language } from '../../core/model/text/localized';
import { visibleText } from '../../core/model/text/plainName';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { readText } from '../../node/readText';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say, wrongCall } from './command';
import { UsageError } from './io';
import { load, withGit } from './load';
import { insideOf, isFileOrLink } from './selection';

/** A record that a call names by id or by file, in its loaded workspace. */
export interface NamedRecord {
  readonly workspace: LoadedWorkspace;
  readonly entry: IndexEntry;
  readonly path: string;
  readonly language: Language;
}

/** What a call names besides, and where that stands. */
export interface Naming {
  readonly further?: 'step' | 'rule' | 'notice' | 'field' | undefined;
  readonly paths?: readonly string[];
  readonly loaded?: Map<string, LoadedWorkspace>;
  readonly questions?: boolean;
}

/**
 * Finds the one record that a call names, or says in one sentence why there is none.
 *
 * @param further what the call names behind the record
 * @param paths what it names, where that is not all of the call's
 * @param loaded workspaces that were loaded for other names of the same call
 * @param questions whether git is asked what that record wants to know, and no other; it is unless this says no
 */
export async function namedRecord(
  call: Call,
  { further, paths = call.paths, loaded = new Map(), questions = true }: Naming = {},
): Promise<NamedRecord> {
  const takes = further ? (`oneWith_${further}` as const) : 'oneTarget';
  const [target, ...more] = paths;
  const several = further === 'step' || further === 'field';
  if (!target || (!several && more.length > (further ? 1 : 0))) throw wrongCall(takes);
  const path = resolve(call.io.cwd, target);
  const isFile = isFileOrLink(path);
  const root = workspaceRootOf(isFile ? path : call.io.cwd);
  const workspace = loaded.get(root) ?? (await load(call, root, { questions: false }));
  loaded.set(root, workspace);
  const language = call.language(workspace.config.config.data.language);
  const entry = isFile
    ? workspace.index.entry(insideOf(workspace.root, path))
    : recordMeant(call, workspace, target);
  if (!entry) {
    const ids = workspace.index.ids();
    const isNear = nearestId(target, ids) !== undefined || idsMeant(ids, target).length > 0;
    const none = isFile ? say(language, 'notARecord', { path: target }) : noneMeant(call, workspace, target);
    // A step or a rule alone names no record.
    throw new UsageError(further && !isNear ? `${none} ${say(language, takes)}` : none);
  }
  const asked = questions ? await withGit(call, workspace, entry) : workspace;
  return { workspace: asked, entry, path: join(workspace.root, entry.file), language };
}

/** The record that a call means by an id, or by the end of one where it may. */
export function recordMeant(
  call: Call,
  { index }: Pick<LoadedWorkspace, 'index'>,
  target: string,
): IndexEntry | undefined {
  const whole = index.byId(visibleText(target));
  if (whole || !call.findsIds) return whole;
  const [id, another] = idsMeant(index.ids(), target);
  return id === undefined || another !== undefined ? undefined : index.byId(id);
}

/** Why a text means no record: there is none, there are several, or whole ids are asked for. */
export function noneMeant(
  call: Call,
  { index, config }: Pick<LoadedWorkspace, 'index' | 'config'>,
  target: string,
): string {
  const language = call.language(config.config.data.language);
  const ids = idsMeant(index.ids(), target);
  if (ids.length > 0) {
    const known = listed(ids.slice(0, mostListed), ids.length - mostListed);
    return say(language, call.findsIds ? 'severalMeant' : 'wholeId', { id: target, known });
  }
  return say(language, 'noRecordWithId', { id: target, ...hintArgs(nearestId(target, index.ids())) });
}

/** So many ids are listed where several are meant. */
const mostListed = 5;

function listed(ids: readonly string[], more: number): string {
  return [...ids, ...(more > 0 ? ['…'] : [])].join(', ');
}

/** Reads a record as its file stands; undefined where it can no longer be read as one. */
export function recordAt(root: string, file: string): ParsedRecord | undefined {
  const { text, options } = readText(join(root, file), root);
  return parseRecord(text, { ...options, expected: true });
}

/** Reads the record that a call names. */
export function recordOf({ workspace, entry }: NamedRecord): ParsedRecord | undefined {
  const record = recordAt(workspace.root, entry.file);
  return record && forCustomer(record, workspace.config.config);
}

/** Reads the change that a call names, or says that it is none. */
export function changeOf(named: NamedRecord, target: string): RecordOf<'change'> {
  const record = recordOf(named);
  if (record?.type === 'change') return record;
  throw new UsageError(say(named.language, 'notAChange', { id: target }));
}
