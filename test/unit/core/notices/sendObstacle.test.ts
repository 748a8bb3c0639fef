import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { obstacleText, sendObstacle } from '../../../../src/core/notices/sendObstacle';

/** The kinds of notice that would tell what is not so of a change, with why. */
function unfitOf(fields: string): { readonly [kind: string]: string } {
  const record = parseRecord(`---\nid: CHG-1\ntype: change\n${fields}---\n`);
  if (record?.type !== 'change') return assert.fail('no change');
  const found = noticeKinds.map((kind) => [kind.name, sendObstacle(kind, record, emptyConfig)?.code ?? '']);
  return Object.fromEntries(found.filter(([, code]) => code !== ''));
}

const past = ['agreement_request', 'users', 'banner', 'start'].map((kind) => [kind, 'past']);
/** Of a deployment that is over nothing is announced any more. */
const over = { ...Object.fromEntries(past), delay: 'over' };

describe('A notice that is not so', () => {
  it('tells what has not happened yet', () => {
    const before = ['delay', 'end', 'qa_results', 'rollback', 'announcement', 'closing', 'ticket_comment'];
    const early = Object.fromEntries(before.map((kind) => [kind, 'early']));
    for (const fields of ['', 'status: to_be_released\n', 'status: on_hold\nhold: { from: in_progress }\n'])
      assert.deepEqual(unfitOf(fields), early);
    assert.deepEqual(Object.keys(unfitOf('status: releasing\n')), [
      'announcement',
      'closing',
      'ticket_comment',
    ]);
    // Back at work after a deployment that was taken back, people still hear of that.
    const again = 'status: in_progress\nactual: { start: 2026-11-24T22:00Z, end: 2026-11-24T23:00Z }\n';
    assert.deepEqual(unfitOf(again), {});
  });

  it('tells of a delay that is over, or of a service that was taken back', () => {
    assert.deepEqual(unfitOf('status: in_testing\n'), over);
    assert.deepEqual(unfitOf('status: done\noutcome: successful\n'), { approval_request: 'past', ...over });
    for (const outcome of ['rolled_back', 'failed'])
      assert.equal(unfitOf(`status: done\noutcome: ${outcome}\n`).announcement, 'notInService');
    const back = 'notifications: [{ kind: start }, { kind: rollback }';
    const told = unfitOf(`status: in_testing\n${back}]\n`);
    // The others tell of it by themselves, and a change is only closed once its tickets were told.
    assert.deepEqual(told, { ...over, announcement: 'notInService' });
    assert.deepEqual(unfitOf(`status: in_testing\n${back}, { kind: start }]\n`), over);
  });

  it('tells nothing of a service that is being taken back', () => {
    const back = 'actual: { rollback: { at: 2026-11-24T22:30Z, reason: x } }\n';
    assert.deepEqual(unfitOf(`status: releasing\n${back}`), { announcement: 'notInService' });
    const { banner, delay, ...tested } = { ...over, banner: '', delay: '' };
    assert.deepEqual(unfitOf(`status: in_testing\n${back}`), { ...tested, announcement: 'notInService' });
    assert.equal(unfitOf(`status: done\noutcome: rolled_back\n${back}`).banner, 'past');
  });

  it('tells of what nobody carries out', () => {
    for (const status of ['cancelled', 'rejected'])
      assert.deepEqual(new Set(Object.values(unfitOf(`status: ${status}\n`))), new Set(['notCarriedOut']));
  });

  it('says so in both languages', () => {
    const names = { 'outcome.en': 'rolled back', 'outcome.es': 'revertido' };
    const args = { ...names, 'instead.en': 'rollback', 'instead.es': 'reversión' };
    const unfit = { code: 'notInService', args } as const;
    assert.match(obstacleText(unfit, 'en'), /^The change is not in service \(“rolled back”\).*“rollback”/);
    assert.match(obstacleText(unfit, 'es'), /^El cambio no está en servicio \(«revertido»\).*«reversión»/);
  });
});
