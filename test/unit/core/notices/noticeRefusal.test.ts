import { strict as assert } from 'node:assert';
import { refusalText } from '../../../../src/core/actions/refusals';
import { emptyConfig } from '../../../../src/core/config/workspaceConfig';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { noticeRefusal } from '../../../../src/core/notices/noticeRefusal';

/** The kinds of notice that a change in a state still sends, and what is said of the others. */
function sentIn(status: string, stages = new Map<string, string>(), fields = '') {
  const record = parseRecord(`---\nid: CHG-1\ntype: change\nstatus: ${status}\n${fields}---\n`);
  if (record?.type !== 'change') return assert.fail('no change');
  const told = noticeKinds.map(
    ({ name }) => [name, noticeRefusal(record, name, { ...emptyConfig, stages })] as const,
  );
  const [, refusal] = told.find(([, found]) => found) ?? [];
  const texts = refusal && ([refusalText(refusal, 'en'), refusalText(refusal, 'es')] as const);
  return { kinds: told.flatMap(([name, found]) => (found ? [] : [name])), texts };
}

describe('A notice of a closed change', () => {
  it('is only one that its state has', () => {
    for (const status of ['cancelled', 'rejected']) assert.deepEqual(sentIn(status).kinds, []);
    assert.deepEqual(sentIn('done').kinds, ['announcement', 'closing', 'ticket_comment']);
    assert.deepEqual(sentIn('shut', new Map([['shut', 'done']])).kinds.length, 3);
    assert.deepEqual(sentIn('in_progress').kinds.length, noticeKinds.length);
  });

  it('is refused where what it announces was taken back', () => {
    const { kinds, texts } = sentIn('done', undefined, 'outcome: rolled_back\n');
    assert.deepEqual(kinds, ['closing', 'ticket_comment']);
    assert.ok(texts);
    const back = sentIn('in_testing', undefined, 'notifications: [{ kind: start }, { kind: rollback }]\n');
    assert.equal(back.kinds.length, noticeKinds.length - 1);
    assert.match(back.texts?.[0] ?? '', /^The change is not in service .* Nothing was changed\.$/);
    assert.match(back.texts?.[1] ?? '', /^El cambio no está en servicio .* No se ha cambiado nada\.$/);
  });

  it('is refused with those that may be sent', () => {
    assert.deepEqual(sentIn('done').texts, [
      'The change is “done”, where no notice of the kind “approval_request” is sent any more. These are: announcement, closing, ticket_comment. Nothing was changed.',
      'El cambio está «cerrado», y entonces ya no se envía un aviso de la clase «solicitud_aprobacion». Se envían estos: anuncio, cierre, comentario_ticket. No se ha cambiado nada.',
    ]);
  });
});
