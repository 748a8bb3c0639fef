import { applyEdits } from '../../model/text/edit';
import { acceptRisk } from '../acceptRisk';
import { agree } from '../agree';
import { approve } from '../approve';
import type { ActionName } from '../commitMessage';
import { moveEffects, noticedMoveEffects } from '../moveChange';
import { noticeEffects } from '../notify';
import type { RecordAction } from '../recordAction';
import { rollBack } from '../rollBack';
import { undoRollback } from '../undoRollback';
import { waive } from '../waive';
import { editRedo } from './editRedo';
import { fieldRedo } from './fieldRedo';
import type { RecordStep, Redo } from './redo';
import { stepRedo } from './stepRedo';

/** On a step, in fields of the front matter, in whatever an edit may touch, or in a way of its own. */
type Way = 'step' | 'edit' | RecordAction['redo'];

/**
 * How each action of a commit is done again: on a step, or in fields of the front matter. A new record (`create`) needs
 * none, since there is nothing yet that it would be done to; steps of a procedure (`update`) are merged.
 */
const ways: { readonly [action in Exclude<ActionName, 'create' | 'update'>]: Way } = {
  tick: 'step',
  untick: 'step',
  skip: 'step',
  unskip: 'step',
  advance: moveEffects,
  rollback: rollBack.redo,
  'undo-rollback': undoRollback.redo,
  hold: moveEffects,
  resume: moveEffects,
  approve: approve.redo,
  deny: approve.redo,
  agree: agree.redo,
  'accept-risk': acceptRisk.redo,
  waive: waive.redo,
  notify: noticeEffects,
  set: 'edit',
  edit: 'edit',
};

const byName: ReadonlyMap<string, Way> = new Map(Object.entries(ways));

/**
 * How to do again what a commit did to a record; undefined where the commit is not just what its trailers say: then it is
 * not Changebook's to repeat.
 */
export function redoOf(step: RecordStep): Redo | undefined {
  const usual = byName.get(step.trailers.get('Action') ?? '');
  const way = usual === moveEffects && step.trailers.has('Notice') ? noticedMoveEffects : usual;
  if (!way) return undefined;
  const redo = redoBy(way, step);
  const plan = redo?.(step.before);
  if (!plan || 'refusal' in plan || plan.edits.length === 0) return undefined;
  return applyEdits(step.before, plan.edits).text === step.after ? redo : undefined;
}

function redoBy(way: Way, step: RecordStep): Redo | undefined {
  if (typeof way === 'function') return way(step);
  if (typeof way === 'object') return fieldRedo(step, way);
  return way === 'step' ? stepRedo(step) : editRedo(step);
}
