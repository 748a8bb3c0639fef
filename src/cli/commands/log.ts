import { calendarFor } from '../../core/config/calendarFor';
import { ownFields } from '../../core/config/ownFields';
import { ownValuesOf } from '../../core/config/ownValues';
import { customerKeyFor, customerNamed } from '../../core/config/workspaceConfig';
import type { IndexEntry } from '../../core/index/indexEntry';
import { deploymentLog, type LoggedChange, logCsv, logMarkdown } from '../../core/log/deploymentLog';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import type { Language } from '../../core/model/text/localized';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { lastCommits } from '../../node/log/lastCommits';
import { spreadsheet } from '../../node/log/spreadsheet';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say, wrongCall } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { load } from '../support/load';
import { recordAt } from '../support/namedRecord';
import { flagOption, nowOption, outputOption, textOption } from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

/** `changebook log`: the deployment log of a customer, or of all. */
export const log: Command = {
  name: 'log',
  usage: 'changebook log [customer]',
  summary: {
    en: 'Makes the deployment log of a customer, or of the whole workspace: one row for each change. As .xlsx it is written to “CUSTOMER - Deployment log.xlsx” unless -o says otherwise.',
    es: 'Hace la bitácora de despliegues de un cliente, o de todo el espacio de trabajo: una fila por cambio. Como .xlsx se escribe en «CLIENTE - Bitácora de despliegues.xlsx» salvo que -o diga otra cosa.',
  },
  options: {
    format: textOption(
      'markdown|csv|xlsx',
      'what is made; markdown by default',
      'qué se hace; markdown si no se dice',
    ),
    audience: textOption(
      { en: 'team|customer', es: 'equipo|cliente' },
      'customer leaves out what is internal',
      'cliente deja fuera lo interno',
    ),
    output: outputOption,
    'no-bom': flagOption(
      'CSV without the byte order mark by which Excel knows UTF-8',
      'CSV sin la marca de orden de bytes por la que Excel reconoce UTF-8',
    ),
    now: nowOption,
  },
  examples: [
    'changebook log ribera --format xlsx',
    'changebook log --format csv -o all.csv',
    'changebook log ribera --audience customer --format csv -o ribera.csv',
  ],
  run: logOfCustomer,
};

/** Makes the deployment log of the customer that a call names, or of the whole workspace. */
async function logOfCustomer(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['markdown', 'csv', 'xlsx'], 'markdown');
  const audience = call.oneOf('audience', ['team', 'customer'], 'team', ['equipo', 'cliente']);
  const [written, ...more] = call.paths;
  // A customer is not shown what belongs to others.
  const unnamed = written === undefined && audience === 'customer';
  if (unnamed || written === '' || more.length > 0) throw wrongCall('oneCustomer');
  const workspace = await load(call, workspaceRootOf(call.io.cwd), { questions: false });
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
  const log = deploymentLog(customer?.name ?? written, changes, audience, {
    zone,
    language,
    own: Object.keys(ownFields(config)),
    columns: customer?.log?.columns ?? config.data.log?.columns,
  });
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
    const record = recordAt(root, file);
    if (record?.type !== 'change') return [];
    const { zone } = calendarFor(config, summary.customer);
    const customer = customerNamed(config, summary.customer)?.name;
    const commit = commits.get(file);
    const own = ownValuesOf(record, config);
    return [{ record, zone, customer, language, ticketTitle, own, commit, stage: summary.stage }];
  });
}
