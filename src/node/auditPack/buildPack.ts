import { createHash } from 'node:crypto';
import type { AuditPack, UnreadFile } from '../../core/auditPack/auditPack';
import { drawSample } from '../../core/auditPack/drawSample';
import { packFiles } from '../../core/auditPack/packFiles';
import {
  manifestFile,
  manifestOptions,
  manifestReconciliation,
  manifestText,
} from '../../core/auditPack/packManifest';
import { packNames } from '../../core/auditPack/packNames';
import { type PackOptions, periodOf } from '../../core/auditPack/packOptions';
import { customerNamed, type WorkspaceConfig, zoneOrUtc } from '../../core/config/workspaceConfig';
import { resolvePath } from '../../core/model/text/paths';
import type { FoundFault } from '../../core/reconcile/listedDeployment';
import { approvingMerges } from '../audit/approvingMerges';
import { spreadsheet } from '../log/spreadsheet';
import { readBlobs } from '../readBlobs';
import { type NoGit, readOnlyGit, reasonOf } from '../readOnlyGit';
import { branchHistory } from './branchHistory';
import { CommitTree } from './commitTree';
import { readPopulation } from './readPopulation';
import { readRuleHistory } from './readRuleHistory';
import { readSample } from './readSample';
import { type PackDeployments, reconcilePack } from './reconcilePack';

/** The files of a pack by their paths, the manifest included. */
export type PackBytes = ReadonlyMap<string, Buffer>;

/** A pack that was made, and what is in it. */
export interface BuiltPack {
  readonly pack: AuditPack;
  readonly files: PackBytes;
}

/** Why no pack can be made: git, its history, a customer that nobody knows, or lists of deployments. */
export interface PackFault {
  readonly kind: NoGit | 'unborn' | 'noCommit' | 'shallow' | 'incomplete' | 'noCustomer' | 'lists';
  /** What git said, or the names of the customers that there are. */
  readonly said: readonly string[];
  /** Why lists of deployments cannot be read. */
  readonly faults?: readonly FoundFault[];
}

/** What a pack is made from. */
export interface PackSource {
  /** The workspace. */
  readonly root: string;
  /** Id of the commit; HEAD without it. */
  readonly commit?: string;
  readonly options: PackOptions;
  /** What ran; without it that is not compared. */
  readonly deployments?: PackDeployments;
  /** Version of the program. */
  readonly program: string;
}

/** Makes a pack in memory. The same commit, options and version give the same bytes, whatever lies on the disk. */
export async function buildPack(source: PackSource): Promise<BuiltPack | PackFault> {
  const place = await placeOf(source.root, source.commit ?? 'HEAD');
  if ('kind' in place) return place;
  let pack: AuditPack | PackFault;
  try {
    pack = await readPack(source, place);
  } catch (error) {
    // A clone may lack objects, and is not let fetch them.
    const said = error instanceof Error ? error.message : String(error);
    // A git that was ended because it said nothing for long lacks nothing.
    return { kind: /timeout reached/.test(said) ? 'failed' : 'incomplete', said: [said] };
  }
  if ('kind' in pack) return pack;
  const { files, sheet } = packFiles(pack);
  const all = new Map<string, Buffer>();
  for (const [path, content] of files)
    all.set(path, typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));
  all.set(packNames.xlsx, await spreadsheet(sheet));
  const sorted = new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
  const manifest = manifestOf(pack, sorted);
  return { pack, files: new Map([...sorted, [manifestFile, Buffer.from(manifest)]]) };
}

function manifestOf(pack: AuditPack, files: PackBytes): string {
  const { commit, folder, program, options, zone, rows, samples, unread } = pack;
  return manifestText({
    version: 1,
    kind: 'changebook-audit-pack',
    ...{ commit, folder, program },
    options: manifestOptions(options),
    zone,
    changes: rows.length,
    sampled: samples.length,
    unread: unread.length,
    reconciliation: manifestReconciliation(pack.reconciliation),
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Of(bytes) })),
  });
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A commit of a repository, and where the workspace lies in it. */
interface Place {
  readonly commit: string;
  /** Milliseconds since 1970. */
  readonly committedAt: number;
  /** With `/` at its end; empty where the workspace is the repository. */
  readonly prefix: string;
}

async function placeOf(root: string, revision: string): Promise<Place | PackFault> {
  const about = await readOnlyGit(root, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
  if (about.code !== 0) return { kind: reasonOf(about.err), said: [about.err.trim()] };
  const [shallow = '', prefix = ''] = about.out.toString('utf8').split('\n');
  const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, out } = await readOnlyGit(root, named);
  if (code !== 0) return { kind: revision === 'HEAD' ? 'unborn' : 'noCommit', said: [] };
  // What a clone lacks cannot be counted, and a pack that says less than the truth would say nothing of it.
  if (shallow === 'true') return { kind: 'shallow', said: [] };
  const commit = out.toString('utf8').trim();
  const when = await readOnlyGit(root, ['show', '-s', '--format=%ct', commit, '--']);
  return { commit, prefix, committedAt: Number(when.out.toString('utf8').trim()) * 1000 };
}

async function readPack(
  { root, options, program, deployments }: PackSource,
  { commit, committedAt, prefix }: Place,
): Promise<AuditPack | PackFault> {
  // git walks through the history while the commit's own records are read.
  const walked = branchHistory(root, commit, prefix === '');
  walked.catch(() => undefined);
  const tree = await CommitTree.read(root, commit);
  if (!tree) throw new Error(`git ls-tree ${commit}`);
  const { config } = tree;
  const { customer } = options;
  const zone = zoneOrUtc(config, customer);
  const period = periodOf(options, zone);
  const { rows, others, procedures, known, unsure } = await readPopulation(tree, walked, period, customer);
  const history = await walked;
  if (customer !== undefined && !customerNamed(config, customer) && !known)
    return { kind: 'noCustomer', said: customerNames(config) };
  const folder = prefix.replace(/\/$/, '');
  const scope = { root, commit, committedAt, folder, period, customer, zone, language: options.language };
  const reconciliation = deployments && (await reconcilePack(scope, deployments));
  if (reconciliation && !('report' in reconciliation))
    return { kind: 'lists', said: [], faults: reconciliation };
  const draw = drawSample(
    rows.map(({ key }) => key),
    options.sample,
    options.seed,
  );
  const drawn = new Set(draw.flatMap(({ key, isDrawn }) => (isDrawn ? [key] : [])));
  const samples = [];
  const merges = drawn.size > 0 ? await approvingMerges(root, commit) : [];
  // One after the other: each may have many versions.
  for (const row of rows)
    if (drawn.has(row.key)) samples.push(await readSample(tree, row, { prefix, merges }));
  return {
    ...{ options, period, zone, commit, committedAt, program, rows, others, draw, samples },
    folder,
    ...(reconciliation ? { reconciliation } : {}),
    customer: customer && (customerNamed(config, customer)?.name ?? customer),
    rules: await readRuleHistory(tree, history, procedures, period),
    unread: [...(await strayLinks(tree)), ...unsure.map((file): UnreadFile => ({ file, why: 'unsure' }))],
  };
}

function customerNames({ customers }: WorkspaceConfig): string[] {
  return [...customers].flatMap(([key, { name }]) => (name ? [key, name] : [key]));
}

/** Links that lead to no file of the commit: what they stand for nobody else can have. */
async function strayLinks(tree: CommitTree): Promise<UnreadFile[]> {
  const targets = await readBlobs(
    tree.root,
    tree.links.map(({ blob }) => blob),
  );
  return tree.links.flatMap(({ file, blob }): UnreadFile[] => {
    const target = resolvePath(file, targets?.get(blob)?.toString('utf8') ?? '/');
    return target !== undefined && tree.files.has(target) ? [] : [{ file, why: 'link' }];
  });
}
