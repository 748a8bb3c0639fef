import type { WorkspaceConfig } from '../config/workspaceConfig';
import { type Movable, recordMoves } from './recordMoves';

/**
 * The states that a record passes on its way forward to another one, that one included: each the usual next one, unless
 * the wanted one is open at once. Undefined where no way leads there.
 */
export function movesThrough(
  record: Movable,
  wanted: string,
  config: Pick<WorkspaceConfig, 'workflow' | 'stages'>,
): string[] | undefined {
  const passed: string[] = [];
  let { state, moves } = recordMoves(record, config);
  while (state !== wanted) {
    const forward = moves.filter(({ kind }) => kind === 'forward');
    const next = forward.find(({ to }) => to === wanted) ?? forward[0];
    if (!next || passed.includes(next.to)) return undefined;
    passed.push(next.to);
    ({ state, moves } = recordMoves(inState(record, next.to), config));
  }
  return passed;
}

function inState(record: Movable, state: string): Movable {
  if (record.type === 'change') return { ...record, data: { ...record.data, status: state } };
  return { ...record, data: { ...record.data, status: state } };
}
