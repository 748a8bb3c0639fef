import { strict as assert } from 'node:assert';
import type { Language } from '../../../../src/core/model/text/localized';
import { doubtText } from '../../../../src/core/notices/noticeDoubt';
import type { NoticeKindName } from '../../../../src/core/notices/noticeKind';
import { drafted, requestFor, workspaceWith } from './noticeWorkspace';

const window = 'schedule: { start: 2026-11-24 22:00, duration: 1h }\n';

/** What is doubtful about a notice at a moment, in UTC. */
function doubtAt(kind: NoticeKindName, at: string, front = '', language: Language = 'en'): string {
  const request = requestFor(workspaceWith(`status: to_be_released\n${window}${front}`), 'CHG-1.md', 'en');
  const { doubt } = drafted(kind, { ...request, now: Date.parse(at) });
  return doubt ? doubtText(doubt, language) : '';
}

describe('A notice that is hardly true by the clock', () => {
  it('says that a deployment begins long before it does', () => {
    assert.equal(
      doubtAt('start', '2026-11-23T12:00Z'),
      'This notice says that the deployment begins now, and its window begins only at 2026-11-24 22:00.',
    );
    assert.equal(doubtAt('start', '2026-11-24T20:30Z'), '');
    assert.equal(doubtAt('users', '2026-11-23T12:00Z'), '');
  });

  it('announces a window that has begun without a deployment', () => {
    for (const kind of ['users', 'banner', 'start', 'agreement_request'] as const)
      assert.match(doubtAt(kind, '2026-11-25T12:00Z'), /began at 2026-11-24 22:00/, kind);
    assert.match(doubtAt('users', '2026-11-25T12:00Z', '', 'es'), /empezó el 2026-11-24 22:00/);
    assert.equal(doubtAt('users', '2026-11-25T12:00Z', 'actual: { start: 2026-11-24 22:05 }\n'), '');
    assert.equal(doubtAt('pull_request', '2026-11-25T12:00Z'), '');
  });

  it('speaks of the phase that comes next', () => {
    const phases =
      'schedule: { phases: [{ start: 2026-11-20 22:00, duration: 1h }, { start: 2026-11-24 22:00, duration: 1h }] }\n';
    const texts = workspaceWith(`status: to_be_released\n${phases}`);
    const request = { ...requestFor(texts, 'CHG-1.md', 'en'), now: Date.parse('2026-11-22T12:00Z') };
    assert.equal(drafted('users', request).doubt, undefined);
    assert.equal(drafted('start', request).doubt?.start, '2026-11-24 22:00');
  });
});

describe('Sentences in another language than the notice', () => {
  const front = 'titulo: Portal en producción\nfuncionalidades: [Informe mensual, Búsqueda]\n';
  const tickets = 'tickets: [{ id: T-1, titulo: El buscador no encuentra acentos }]\n';
  const texts = new Map([
    [
      'CHG-1.md',
      `---\nid: CHG-1\ntipo: cambio\n${front}${tickets}---\n# T\n\n## Resumen\n\nUna cosa nueva.\n`,
    ],
  ]);

  it('are told, the longest first; names are none', () => {
    const request = requestFor(texts, 'CHG-1.md', 'en');
    const { foreign } = drafted('announcement', request);
    assert.deepEqual(foreign, ['Portal en producción', 'Una cosa nueva.', 'Informe mensual']);
    assert.ok(drafted('end', request).foreign.includes('El buscador no encuentra acentos'));
  });

  it('are none in a notice of the same language', () => {
    assert.deepEqual(drafted('announcement', requestFor(texts, 'CHG-1.md', 'es')).foreign, []);
  });
});
