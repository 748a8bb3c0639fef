import { faultText } from '../../core/actions/commitFaults';
import { recordPatterns } from '../../core/merge/mergeAttributes';
import { FaultError } from '../../node/commit/faultError';
import { loadConfig } from '../../node/loadConfig';
import { type InstalledDriver, installDriver, removeDriver } from '../../node/merge/installDriver';
import { mergeFiles } from '../../node/merge/mergeFiles';
import { gitTopLevelOf, workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, say, wrongCall } from '../support/command';
import { type ExitCode, UsageError } from '../support/io';
import { flagOption } from '../support/usualOptions';

/** `changebook merge-driver`: how git merges records. */
export const mergeDriver: Command = {
  name: 'merge-driver',
  usage: 'changebook merge-driver --install|--uninstall',
  summary: {
    en: 'Has git merge records by their fields and steps: ticks of neighbouring steps, log entries, approvals and fields of both sides are kept. What both sides changed is left between conflict markers, in that place alone. Each clone installs it once.',
    es: 'Hace que git fusione los registros por campos y pasos: se conservan las marcas de pasos vecinos, las entradas de la bitácora, las aprobaciones y los campos de ambos lados. Lo que ambos cambiaron queda entre marcas de conflicto, solo en ese lugar. Cada clon lo instala una vez.',
  },
  options: {
    install: flagOption(
      'tell git: in the settings of this clone, and in .gitattributes by a commit',
      'decírselo a git: en la configuración de este clon y en .gitattributes, con un commit',
    ),
    uninstall: flagOption('take both back', 'deshacer ambas cosas'),
  },
  examples: ['changebook merge-driver --install', 'changebook merge-driver --uninstall'],
  run: mergeOrInstall,
};

async function mergeOrInstall(call: Call): Promise<ExitCode> {
  const [installs, removes] = [call.has('install'), call.has('uninstall')];
  if (installs && removes) throw wrongCall('merge_oneOfBoth');
  if (installs || removes) return install(call, removes);
  return merge(call);
}

/** What git calls: `%O %A %B %L %P %S %X %Y`, of which an older git leaves the last three as they are. */
async function merge({ paths, io }: Call): Promise<ExitCode> {
  const [base, ours, theirs, size = '7', , ...labels] = paths;
  if (base === undefined || ours === undefined || theirs === undefined) throw wrongCall('merge_files');
  const [baseLabel, ourLabel, theirLabel] = labels.map((label) => (/^%|^$/.test(label) ? undefined : label));
  const outcome = await mergeFiles(io.cwd, {
    ...{ base, ours, theirs },
    markerSize: /^\d{1,3}$/.test(size) ? Number(size) : 7,
    labels: {
      ...(baseLabel ? { base: baseLabel } : {}),
      ...(ourLabel ? { ours: ourLabel } : {}),
      ...(theirLabel ? { theirs: theirLabel } : {}),
    },
  });
  return outcome === 'merged' ? 0 : outcome === 'conflicts' ? 1 : 2;
}

async function install(call: Call, removes: boolean): Promise<ExitCode> {
  if (call.paths.length > 0) throw wrongCall('merge_files');
  const root = workspaceRootOf(call.io.cwd);
  const top = gitTopLevelOf(root);
  if (top === undefined) throw wrongCall('merge_noRepository');
  const { data } = loadConfig(root).config;
  const language = call.language(data.language);
  try {
    const done = removes
      ? await removeDriver(root, top)
      : await installDriver(root, top, recordPatterns(data.records));
    return tell(call, done, removes, language);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { fault } = error;
    throw new UsageError((own) => faultText(fault, own));
  }
}

function tell(
  call: Call,
  { commit, isNew }: InstalledDriver,
  removes: boolean,
  language: ReturnType<Call['language']>,
): ExitCode {
  const id = removes ? 'merge_removed' : 'merge_installed';
  if (!isNew && commit === undefined) call.line(say(language, removes ? 'merge_none' : 'merge_already'));
  else call.line(say(language, id));
  if (commit?.kind === 'committed') {
    const branch = commit.branch.replace(/^refs\/heads\//, '');
    call.line(say(language, 'committed', { commit: commit.commit.slice(0, 9), branch }));
  }
  if (commit === undefined || commit.kind === 'committed' || commit.kind === 'unchanged') return 0;
  const reason = commit.kind === 'fault' ? faultText(commit.fault, language) : '';
  call.tell(say(language, 'merge_notCommitted', { reason }));
  return 2;
}
