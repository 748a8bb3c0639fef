import { join } from 'node:path';
import { type Refusal, refusal } from '../../core/actions/refusals';
import { type NextIdPlan, planNextId } from '../../core/create/nextIdFor';
import { parseRecord } from '../../core/model/parse/parseRecord';
import type { IdsElsewhere } from '../../core/model/ports';
import type { WorkspaceCheckInput } from '../../core/rules/checkRecord';
import { isUncommitted } from '../commit/isUncommitted';
import { idsElsewhere } from '../idsElsewhere';
import { readText } from '../readText';
import { gitTopLevelOf } from '../workspaceRoot';
import { laterRecord } from './laterRecord';
import { type NamedPlace, namingsOf } from './namings';

/** A record that gets the next id, since another one has the same. */
interface SameIdWish {
  readonly root: string;
  readonly input: WorkspaceCheckInput;
  /** A file with the id. */
  readonly file: string;
  /** Whether this one is meant, and not the later one. */
  readonly named: boolean;
  /** The files of the workspace. */
  readonly own: ReadonlySet<string>;
  /** Whether approvals and agreement may become void by it. */
  readonly sure: boolean;
}

/** What it would do: the record, where that can be said; the plan, or why there is none; and what stays as it is. */
export interface SameIdPlan {
  readonly file: string;
  readonly planned: NextIdPlan | { readonly refusal: Refusal };
  readonly unsure: readonly NamedPlace[];
  readonly elsewhere?: IdsElsewhere;
}

/** Plans the next id for the later one of the records that share one, as one commit. */
export async function planSameId({ root, input, ...wish }: SameIdWish): Promise<SameIdPlan> {
  const { file, named, own, sure } = wish;
  const id = input.index.entry(file)?.summary.id;
  const files = id === undefined ? [] : input.index.filesWithId(id);
  const none = (why: Refusal): SameIdPlan => ({ file, planned: { refusal: why }, unsure: [] });
  if (id === undefined || files.length < 2) return none(refusal('fieldStays', { field: 'id' }));
  // Without a repository there is no commit, which says more than that nothing could be looked up.
  const hasGit = gitTopLevelOf(root) !== undefined;
  const moved = named || !hasGit ? file : await laterRecord(root, files);
  if (moved === undefined) return none(refusal('whichIsLater', { files: files.join(', ') }));
  const { text, options } = readText(join(root, moved), root);
  const record = parseRecord(text, { ...options, expected: true });
  if (!record) return none(refusal('notARecord'));
  const others = files.filter((other) => other !== moved);
  const [isNew, elsewhere, namings] = await Promise.all([
    isUncommitted(root, moved),
    idsElsewhere(root, own),
    hasGit ? namingsOf(root, { id, moved, others }) : { certain: new Map(), unsure: [] },
  ]);
  if (!namings) return none(refusal('notSearched', { record: id }));
  const { certain, unsure } = namings;
  const planned = planNextId({ file: moved, record, naming: certain, isNew, sure }, { ...input, elsewhere });
  const now = 'refusal' in planned ? moved : planned.file;
  const places = unsure.map((place) => (place.file === moved ? { ...place, file: now } : place));
  return { file: moved, planned, unsure: places, elsewhere };
}
