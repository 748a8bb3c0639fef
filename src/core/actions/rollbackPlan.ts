import type { WorkspaceConfig } from '../config/workspaceConfig';
import { rollbackBoxes } from '../edits/rollbackBoxes';
import { flowMapping, setFields } from '../edits/setFields';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import { actualFields } from '../model/vocabulary/changeParts';
import { stateArgs } from '../model/vocabulary/stateName';
import { initialStatus } from '../workflow/stages';
import { refusedPlan } from './recordAction';
import type { RecordStep, Redo } from './redo/redo';
import { type Refusal, refusal } from './refusals';
import type { RecordCopy, TextPlan } from './textChange';

/** What is written where a change is rolled back. */
interface RollbackWish {
  /** As records write a moment. */
  readonly at: string;
  readonly reason: string;
  /** Whether the plain items of the rollback become steps. */
  readonly boxes: boolean;
}

/** States in which something is in place that can be taken back. */
const deployed: ReadonlySet<string> = new Set(['releasing', 'in_testing']);

/** Why a change cannot be rolled back in its state; undefined where it can, or is already. */
export function rollbackObstacle(
  { data }: RecordOf<'change'>,
  { stages }: Pick<WorkspaceConfig, 'stages'>,
): Refusal | undefined {
  const status = data.status ?? initialStatus('change');
  if (deployed.has(stages.get(status) ?? status)) return undefined;
  return refusal('notDeployed', { record: data.id ?? '', ...stateArgs('state', status) });
}

/** Plans the rollback in one copy of a change. Its state counts for what is committed; other copies are brought in line. */
export function planRollback(
  text: string,
  wish: RollbackWish,
  config?: Pick<WorkspaceConfig, 'stages'>,
  copy?: RecordCopy,
): TextPlan {
  const record = changeIn(text);
  if (!record) return refusedPlan('notARecord');
  const obstacle = config && copy === 'committed' ? rollbackObstacle(record, config) : undefined;
  if (obstacle) return { refusal: obstacle };
  const boxes = wish.boxes ? rollbackBoxes(record) : [];
  if (record.data.actual?.rollback) return { edits: boxes };
  const { at, reason } = wish;
  const yaml = flowMapping({ at, reason }, actualFields.rollback.type.fields, record.language);
  const fields = setFields(record, { actual: { parts: { rollback: { yaml } } } });
  return fields ? { edits: [...fields, ...boxes] } : refusedPlan('cannotWrite');
}

/** How a rollback that was committed is done again on another version of its change. */
export function rollbackRedo({ before, after }: RecordStep): Redo | undefined {
  const [old, now] = [before, after].map(changeIn);
  const { at, reason } = now?.data.actual?.rollback ?? {};
  if (!old || at === undefined || reason === undefined) return undefined;
  const wish = { at, reason, boxes: old.body.steps.length !== now?.body.steps.length };
  return (text) => planRollback(text, wish);
}

function changeIn(text: string): RecordOf<'change'> | undefined {
  const record = parseRecord(text, { expected: true });
  return record?.type === 'change' ? record : undefined;
}
