import { applyEdits } from '../../model/text/edit';
import { acceptRisk } from '../acceptRisk';
import { agree } from '../agree';
import { approve } from '../approve';
import type { ActionName } from '../commitMessage';
import { moveEffects, noticedMoveEffects } from '../moveChange';
import { noticeEffects } from '../notify';
import { waive } from '../waive';
import { editRedo } from './editRedo';
import { type FieldEffects, fieldRedo } from './fieldRedo';
import type { RecordStep, Redo } from './redo';
import { stepRedo } from './stepRedo';

/** On a step, in fields of the front matter, or in whatever an edit may touch. */
type Way = 'step' | 'edit' | FieldEffects;

/**
 * How each action of a commit is done again: on a step, or in fields of the front matter. A new record (`create`) needs
 * none, since there is nothing yet that it would be done to.
 */
const ways: { readonly [action in Exclude<ActionName, 'create'>]: Way } = {
  tick: 'step',
  untick: 'step',
  skip: 'step',
  unskip: 'step',
  advance: moveEffects,
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
  const redo =
    typeof way === 'object' ? fieldRedo(step, way) : way === 'step' ? stepRedo(step) : editRedo(step);
  const plan = redo?.(step.before);
  if (!plan || 'refusal' in plan || plan.edits.length === 0) return undefined;
  return applyEdits(step.before, plan.edits).text === step.after ? redo : undefined;
}
