import { join } from 'node:path';
import { calendarFor } from '../core/config/calendarFor';
import { customerKeyFor, customerNamed } from '../core/config/workspaceConfig';
import type { IndexEntry } from '../core/index/indexEntry';
import { deploymentLog, type LoggedChange, logCsv, logMarkdown } from '../core/log/deploymentLog';
import { hintArgs, nearestName } from '../core/model/parse/nearest';
import { parseRecord } from '../core/model/parse/parseRecord';
import type { Language } from '../core/model/text/localized';
import type { LoadedWorkspace } from '../node/checkWorkspace';
import { lastCommits } from '../node/log/lastCommits';
import { spreadsheet } from '../node/log/spreadsheet';
import { readText } from '../node/readText';
import { workspaceRootOf } from '../node/workspaceRoot';
import { type Call, say, wrongCall } from './command';
import { type ExitCode, UsageError } from './io';
import { load } from './load';
import { writeOutput } from './writeOutput';

/** Makes the deployment log of the customer that a call names, or of the whole workspace. */
export async function logOfCustomer(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['markdown', 'csv', 'xlsx'], 'markdown');
  const audience = call.oneOf('audience', ['team', 'customer'], 'team', ['equipo', 'cliente']);
  const [written, ...more] = call.paths;
  // A customer is not shown what belongs to others.
  const unnamed = written === undefined && audience === 'customer';
  if (unnamed || written === '' || more.length > 0) throw wrongCall('oneCustomer');
  const workspace = await load(call, workspaceRootOf(call.io.cwd));
  const { config } = workspace.config;
  const customer = customerNamed(config, written);
  const configured = customer?.language ?? config.data.language;
  const [language, told] = [call.reportLanguage(configured), call.language(config.data.language)];
  const entries = changesOf(workspace, written);
  if (written !== undefined && !customer && entries.length === 0) {
    const names = [...config.customers].flatMap(([key, { name }]) => (name ? [key, name] : [key]));
    throw new UsageError(
      say(told, 'noCustomer', { value: written.slice(0, 60), ...hintArgs(nearestName(written, names)) }),
    );
  }
  const { zone } = calendarFor(config, written);
  const changes = await loggedChanges(workspace, entries, language);
  const log = deploymentLog(customer?.name ?? written, changes, audience, { zone, language });
  if (format === 'csv') writeOutput(call, told, logCsv(log, !call.has('no-bom')));
  else if (format === 'markdown') writeOutput(call, told, logMarkdown(log));
  else {
    const file = call.text('output') ?? `${log.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.xlsx`;
    writeOutput(call, told, await spreadsheet(log), file);
  }
  return workspace.unreadable.length > 0 ? 2 : 0;
}

/** The changes of a customer, whichever of its names they use; all where none is named. */
function changesOf({ index, config }: LoadedWorkspace, written: string | undefined): IndexEntry[] {
  const keyOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : customerKeyFor(config.config, name);
  const wanted = keyOf(written);
  return [...index.all()].filter(
    ({ summary: { type, customer } }) =>
      type === 'change' && (written === undefined || (customer !== undefined && keyOf(customer) === wanted)),
  );
}

async function loggedChanges(
  { root, index, config: { config } }: LoadedWorkspace,
  entries: readonly IndexEntry[],
  language: Language,
): Promise<LoggedChange[]> {
  const commits = await lastCommits(
    root,
    entries.map(({ file }) => file),
  );
  const ticketTitle = (id: string): string | undefined => index.byId(id)?.summary.title;
  return entries.flatMap(({ file, summary }) => {
    const path = join(root, file);
    const { text, options } = readText(path, root);
    const record = parseRecord(text, { ...options, expected: true });
    if (record?.type !== 'change') return [];
    const { zone } = calendarFor(config, summary.customer);
    const customer = customerNamed(config, summary.customer)?.name;
    const commit = commits.get(file);
    return [{ record, zone, customer, language, ticketTitle, commit, stage: summary.stage }];
  });
}
