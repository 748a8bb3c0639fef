import { basename, resolve } from 'node:path';
import { packNames } from '../../core/auditPack/packNames';
import { type PackOptions, usualSample, usualSeed } from '../../core/auditPack/packOptions';
import { safeFileName } from '../../core/auditPack/safeName';
import { zoneOrUtc } from '../../core/config/workspaceConfig';
import { hintArgs, nearestName } from '../../core/model/parse/nearest';
import type { Language } from '../../core/model/text/localized';
import { zoneExists } from '../../core/model/time/dateTime';
import { isoWithOffset } from '../../core/model/time/isoWithOffset';
import { dateOf } from '../../core/model/time/zoneClock';
import { faultSentence } from '../../core/reconcile/faultSentence';
import { reconcileSummary } from '../../core/reconcile/reconcileMarkdown';
import { buildPack, type PackFault } from '../../node/auditPack/buildPack';
import type { PackDeployments } from '../../node/auditPack/reconcilePack';
import { obstacleAt, writePack } from '../../node/auditPack/writePack';
import { exportBytes } from '../../node/import/readExport';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say, wrongCall, wrongValue } from './command';
import { type ExitCode, UsageError } from './io';
import type { texts } from './texts';
import { standardOutput } from './writeOutput';

/** Makes a pack for auditors of the period that a call names, from HEAD. */
export async function makePack(call: Call): Promise<ExitCode> {
  const root = workspaceRootOf(call.io.cwd);
  const { config } = loadConfig(root);
  const told = call.language(config.data.language);
  const output = call.text('output');
  const options = packOptions(call, zoneOrUtc(config, call.text('customer')), config.data.language);
  if (output === undefined || output === '' || output === standardOutput) throw wrongCall('packOutput');
  const folder = resolve(call.io.cwd, output);
  // Told before the work is done, and looked at again when it is.
  refuseAt(output, obstacleAt(folder), told);
  const { deployments, names } = await deploymentsOf(call, told);
  const built = await buildPack({
    ...{ root, options, program: call.version },
    ...(deployments ? { deployments } : {}),
  });
  if ('kind' in built) throw new UsageError(faultText(built, told, { customer: options.customer, names }));
  const { pack, files } = built;
  refuseAt(output, writePack(folder, files), told);
  const [changes, sampled] = [pack.rows.length, pack.samples.length];
  const args = { path: output, changes, sampled, seed: options.seed, commit: pack.commit.slice(0, 10) };
  call.tell(say(told, changes === 0 ? 'packEmpty' : 'packWritten', args));
  if (pack.unread.length > 0) call.tell(say(told, 'packUnread', { count: pack.unread.length }));
  const report = pack.reconciliation?.report;
  if (report) call.tell(reconcileSummary(report, told));
  if (pack.unread.length > 0 || report?.complete === false) return 2;
  return changes === 0 || (report && report.exceptions.length > 0) ? 1 : 0;
}

/** What ran, as far as a call says it; and by the paths that lists get in the pack, what the call names them. */
async function deploymentsOf(
  call: Call,
  language: Language,
): Promise<{ readonly deployments?: PackDeployments; readonly names: ReadonlyMap<string, string> }> {
  const names = new Map<string, string>();
  const [given, patterns, zone] = [call.texts('deployments'), call.texts('tags'), call.text('zone')];
  if (zone !== undefined && !zoneExists(zone)) throw wrongValue('zone', zone, 'Europe/Madrid, UTC');
  if (given.length === 0 && patterns.length === 0) {
    if (zone !== undefined) throw wrongCall('packZone');
    return { names };
  }
  const lists = new Map<string, Buffer>();
  for (const [place, list] of given.entries()) {
    const isInput = list === standardOutput;
    const bytes = isInput ? await call.io.readInput() : exportBytes(resolve(call.io.cwd, list));
    if ('ok' in bytes) {
      const fault = bytes.problem === 'size' ? 'size' : 'file';
      throw new UsageError(faultSentence({ fault, list, value: bytes.code })[language]);
    }
    const name = safeFileName(isInput ? 'stdin' : basename(list));
    const path = `${packNames.deployments}/${place + 1}-${name}`;
    lists.set(path, bytes);
    names.set(path, list);
  }
  return { deployments: { lists, patterns, zone }, names };
}

function refuseAt(output: string, obstacle: ReturnType<typeof obstacleAt>, language: Language): void {
  if (!obstacle) return;
  const ids = { link: 'packLink', file: 'packFile', others: 'packOthers', failed: 'packNotWritten' } as const;
  const { kind, path: other, code } = obstacle;
  throw new UsageError(say(language, ids[kind], { path: output, other, code }));
}

function packOptions(call: Call, zone: string, configured: Language | undefined): PackOptions {
  if (call.paths.length > 0 || call.text('format') !== undefined) throw wrongCall('packAlone');
  const at = { now: call.now(zone), zone };
  const [first, last] = [call.day('from', at), call.day('to', at)];
  if (first === undefined || last === undefined) throw wrongCall('packPeriod');
  const period = { from: dateOf(first), to: dateOf(last) };
  if (last < first) throw wrongCall('packBackwards', period);
  const customer = call.text('customer');
  const seed = call.text('seed') ?? usualSeed(period);
  if (seed.length > 1000 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(seed)) throw wrongCall('packSeed');
  if (customer !== undefined && (customer.trim() === '' || customer.length > 1000))
    throw wrongCall('packCustomer', { value: customer.slice(0, 60), hint: '' });
  return {
    ...period,
    ...(customer === undefined ? {} : { customer }),
    sample: call.wholeNumber('sample') ?? usualSample,
    seed,
    language: call.reportLanguage(configured),
    ...(call.text('now') === undefined ? {} : { now: isoWithOffset(at.now, zone) }),
  };
}

const faultIds: { readonly [kind in PackFault['kind']]: keyof typeof texts } = {
  noProgram: 'packNoProgram',
  noRepository: 'packNoRepository',
  unsafe: 'packUnsafe',
  failed: 'packFailed',
  unborn: 'packUnborn',
  noCommit: 'packNoCommit',
  shallow: 'packShallow',
  incomplete: 'packIncomplete',
  noCustomer: 'packCustomer',
  lists: 'packLists',
};

interface FaultAbout {
  readonly customer?: string | undefined;
  readonly commit?: string;
  /** By their paths in the pack, what a call names lists of deployments. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Why there is no pack, in a sentence. */
export function faultText(
  { kind, said, faults = [] }: PackFault,
  language: Language,
  { customer = '', commit = '', names }: FaultAbout,
): string {
  const [fault] = faults;
  if (fault) return faultSentence({ ...fault, list: names?.get(fault.list) ?? fault.list })[language];
  const named = kind === 'noCustomer' ? hintArgs(nearestName(customer, said)) : {};
  const reason = said.join(' ').slice(0, 200);
  return say(language, faultIds[kind], {
    ...{ value: customer.slice(0, 60), commit: commit.slice(0, 10), reason },
    ...named,
  });
}
