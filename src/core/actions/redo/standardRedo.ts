import { approvalsIn, approvalsPath } from '../../approvals/approvalsIn';
import { writeEdits } from '../../edits/fieldWrites';
import { locate } from '../../model/parse/located';
import { parseRecord } from '../../model/parse/parseRecord';
import { canonicalJson } from '../../model/text/canonicalJson';
import { refusal } from '../refusals';
import type { RecordStep, Redo } from './redo';

/** How a decision on a procedure is taken again: it is added to those that stand there. */
export function standardRedo({ before, after }: RecordStep): Redo | undefined {
  const [old, now] = [readProcedure(before), readProcedure(after)];
  const decisions = (now && approvalsIn(now)) ?? [];
  const decision = decisions.at(-1);
  if (!old || !now || !decision || decisions.length !== (approvalsIn(old) ?? []).length + 1) return undefined;
  const path = approvalsPath(now);
  const { start = 0, end = 0 } = locate(now.located, [...path, decisions.length - 1])?.node.range ?? {};
  const yaml = after.slice(start, end);
  const key = canonicalJson(decision);
  return (text) => {
    const here = readProcedure(text);
    if (!here?.data.standard) return { refusal: refusal('notStandard') };
    if (approvalsIn(here)?.some((other) => canonicalJson(other) === key)) return { edits: [] };
    const edits = writeEdits(text, [{ kind: 'add', path: path.map(String), name: '', yaml }]);
    return edits ? { edits } : { refusal: refusal('notARecord') };
  };
}

function readProcedure(text: string) {
  const record = parseRecord(text, { expected: true });
  return record?.type === 'procedure' ? record : undefined;
}
