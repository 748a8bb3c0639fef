import { resolve } from 'node:path';
import type { PackManifest } from '../../core/auditPack/packManifest';
import type { Language } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import type { PackFault } from '../../node/auditPack/buildPack';
import { type Comparison, comparePack } from '../../node/auditPack/comparePack';
import { type FoundPack, readPack } from '../../node/auditPack/readPack';
import { loadConfig } from '../../node/loadConfig';
import { mayBeInRepository, workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { faultText } from './makePack';

/** What came of the repository: compared, or why not. */
type Truth = Comparison | PackFault | 'otherFolder' | 'outside' | 'noManifest';

/**
 * Looks for damage in a pack, from itself alone; and in a repository also for what is not true.
 *
 * @returns 0 where all that was looked for is right, 1 where something is not, 2 where it could not be looked at
 */
export async function verifyPack(call: Call, path: string): Promise<ExitCode> {
  const folder = resolve(call.io.cwd, path);
  const root = workspaceRootOf(call.io.cwd);
  const isInside = mayBeInRepository(root);
  const language = call.language(isInside ? loadConfig(root).config.data.language : undefined);
  const found = readPack(folder);
  const truth = await truthOf(found, { root, folder, isInside });
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') call.json(packReport(found, truth));
  else tell(call, language, { path, found, truth });
  return exitOf(found, truth);
}

async function truthOf(
  { manifest }: FoundPack,
  { root, folder, isInside }: { readonly root: string; readonly folder: string; readonly isInside: boolean },
): Promise<Truth> {
  if (typeof manifest === 'string') return 'noManifest';
  return isInside ? comparePack(root, folder, manifest) : 'outside';
}

function exitOf({ manifest, damage }: FoundPack, truth: Truth): ExitCode {
  if (manifest === 'none') return 2;
  if (typeof manifest === 'string' || damage.length > 0) return 1;
  if (truth === 'outside') return 0;
  if (typeof truth === 'string' || 'kind' in truth) return 2;
  return truth.untrue.length > 0 || !truth.isInHistory ? 1 : 0;
}

/** The answer for machines. */
function packReport({ manifest, damage }: FoundPack, truth: Truth) {
  const isRead = typeof manifest === 'object';
  const compared = typeof truth === 'object' && !('kind' in truth);
  const why = typeof truth === 'string' ? truth : 'kind' in truth ? truth.kind : null;
  return {
    version: 1,
    kind: 'pack',
    manifest: isRead ? 'whole' : manifest,
    commit: isRead ? manifest.commit : null,
    program: isRead ? manifest.program : null,
    damage,
    /** Whether it was compared with the repository, and why not. */
    compared,
    notCompared: why,
    inHistory: compared ? truth.isInHistory : null,
    untrue: compared ? truth.untrue : [],
  };
}

interface Told {
  readonly path: string;
  readonly found: FoundPack;
  readonly truth: Truth;
}

function tell(call: Call, language: Language, { path, found, truth }: Told): void {
  const { manifest, damage } = found;
  if (typeof manifest === 'string') {
    const ids = { none: 'packNone', notManifest: 'packNotManifest', edited: 'packEdited' } as const;
    call.line(say(language, ids[manifest], { path }));
    return;
  }
  for (const { path: file, kind } of damage) call.line(say(language, `packDamage_${kind}`, { path: file }));
  const count = damage.length > 0 ? damage.length : manifest.files.length;
  call.line(say(language, damage.length > 0 ? 'packDamaged' : 'packWhole', { count }));
  tellTruth(call, language, manifest, truth);
}

function tellTruth(call: Call, language: Language, manifest: PackManifest, truth: Truth): void {
  const commit = manifest.commit.slice(0, 10);
  if (truth === 'outside' || truth === 'noManifest') call.line(say(language, 'packDamageOnly'));
  else if (truth === 'otherFolder') {
    call.line(say(language, 'packOtherFolder', { folder: manifest.folder || '.' }));
    call.line(say(language, 'packDamageOnly'));
  } else if ('kind' in truth) {
    call.line(faultText(truth, language, { commit, customer: manifest.options.customer ?? '' }));
    call.line(say(language, 'packDamageOnly'));
  } else {
    for (const { path: file, kind, line, says = '', should = '' } of truth.untrue) {
      call.line(say(language, `packUntrue_${kind}`, { path: file }));
      const quoted = { says: oneLineValue(says, 160), should: oneLineValue(should, 160) };
      if (line !== undefined) call.line(say(language, 'packLine', { line, ...quoted }));
    }
    if (!truth.isInHistory) call.line(say(language, 'packNotInHistory', { commit }));
    const count = truth.untrue.length;
    call.line(say(language, count > 0 ? 'packUntrue' : 'packTrue', { commit, count }));
    const own = call.version;
    if (count > 0 && manifest.program !== own)
      call.line(say(language, 'packOtherVersion', { made: manifest.program, own }));
  }
}
