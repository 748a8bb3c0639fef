import { join } from 'node:path';
import type { FigureRow } from '../core/figures/figureRow';
import { type PackedRows, packRows, unpackRows } from '../core/figures/packedRows';
import type { Language } from '../core/model/text/localized';
import { shortHash } from './cache/cacheFolder';
import { Contents } from './cache/contents';
import { KeptFile } from './cache/keptFile';
import { groupOf } from './cache/recordPacks';
import { useSharedStores } from './sharedStores';
import { type Survey, surveyWorkspace } from './surveyWorkspace';
import type { Unreadable } from './walk';

/** What figures of a workspace are made of. */
export interface WorkspaceFigures {
  readonly language?: Language | undefined;
  readonly zone: string;
  /** Names of the configured customers by their keys. */
  readonly customers: readonly (readonly [key: string, name: string])[];
  /** One row a change, in the order of the files. */
  readonly rows: readonly FigureRow[];
  /** What could not be read; nothing is kept then. */
  readonly unreadable: readonly Unreadable[];
}

/** The same as it is kept, where everything could be read. */
interface KeptFigures extends Omit<WorkspaceFigures, 'rows' | 'unreadable'> {
  readonly packed: PackedRows;
}

interface ReadingOptions {
  /** Gives who is told of progress; asked only where records are read. */
  readonly progress?: () => Promise<(done: number, all: number) => void>;
}

/**
 * Reads what figures of a workspace are made of. Where its files hold what they held the last time, that is read as it
 * was kept then, and neither records nor configuration are looked at.
 */
export async function readFigures(root: string, options: ReadingOptions = {}): Promise<WorkspaceFigures> {
  useSharedStores();
  const survey = surveyWorkspace(root);
  const contents = new Contents(survey);
  const kept = keptBy(survey);
  if (kept && contents.digest === undefined) await contents.find({ git: true, bytes: false });
  const known = contents.digest === undefined ? undefined : kept?.read<KeptFigures>(contents.digest);
  if (known && survey.unreadable.length === 0)
    return { ...known, rows: unpackRows(known.packed), unreadable: [] };
  const [{ zoneOrUtc }, { readDelivery }, { figureRowOf }] = await Promise.all([
    import('../core/config/workspaceConfig'),
    // Loaded only now, with everything that reads records.
    import('./readDelivery'),
    import('../core/figures/figureRowOf'),
  ]);
  const { config, unreadable, changes } = await readDelivery(root, {
    ...(options.progress ? { progress: await options.progress() } : {}),
    survey,
    contents,
  });
  const rows: FigureRow[] = [];
  for (const [file, facts] of changes()) rows.push(figureRowOf(file, facts, config));
  const figures: Omit<WorkspaceFigures, 'rows' | 'unreadable'> = {
    language: config.data.language,
    zone: zoneOrUtc(config, undefined),
    customers: [...config.customers].map(([key, { name = key }]) => [key, name]),
  };
  if (contents.digest !== undefined && unreadable.length === 0)
    kept?.write(contents.digest, { ...figures, packed: packRows(rows) } satisfies KeptFigures);
  return { ...figures, rows, unreadable };
}

/** Where it is kept what the figures of a workspace were made of last; other ones take its place. */
function keptBy({ root, texts }: Survey): KeptFile | undefined {
  const group = groupOf(texts);
  return group === undefined ? undefined : KeptFile.of(join(group, `${shortHash(root)}.figures`));
}
