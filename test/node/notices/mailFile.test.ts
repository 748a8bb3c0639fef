import { strict as assert } from 'node:assert';
import PostalMime from 'postal-mime';
import type { NoticeDraft } from '../../../src/core/notices/draftNotice';
import { mailFile } from '../../../src/node/notices/mailFile';

const date = Date.UTC(2026, 10, 25, 21);

function draft(parts: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    ...{ kind: 'start', language: 'es', channel: 'mail', audience: 'parties', subject: 'Inicio: «señal»' },
    ...{
      markdown: 'Hola ñ\n',
      html: '<p>Hola ñ</p>',
      plain: 'Hola ñ\n',
      missing: [],
      placeholders: [],
      obstacle: undefined,
      doubt: undefined,
      foreign: [],
      template: undefined,
    },
    recipients: {
      to: [{ name: 'Ana Peña', address: 'ana@orfeo.example' }],
      bcc: [],
      unreached: [],
      refused: [],
    },
    ...parts,
  };
}

describe('A mail file', () => {
  it('is an unsent mail with text and HTML, as another program reads it', async () => {
    const content = await mailFile({ draft: draft(), bcc: [{ address: 'u@x.example' }], date });
    const mail = await PostalMime.parse(content);
    assert.equal(mail.subject, 'Inicio: «señal»');
    assert.deepEqual(mail.to, [{ address: 'ana@orfeo.example', name: 'Ana Peña' }]);
    assert.deepEqual(
      mail.bcc?.map(({ address }) => address),
      ['u@x.example'],
    );
    assert.equal(mail.text?.trim(), 'Hola ñ');
    assert.match(mail.html ?? '', /<html lang="es">[\s\S]*<p>Hola ñ<\/p>/);
    assert.equal(mail.headers.find(({ key }) => key === 'x-unsent')?.value, '1');
    assert.equal(mail.from, undefined);
    assert.equal(mail.attachments.length, 0);
    assert.ok(
      content.every((byte) => byte < 127),
      'seven bits, as every server takes them',
    );
  });

  it('is the same for the same draft, whatever the machine', async () => {
    const [one, other] = [
      await mailFile({ draft: draft(), bcc: [], date }),
      await mailFile({ draft: draft(), bcc: [], date }),
    ];
    assert.ok(one.equals(other));
  });

  it('takes no header from a value', async () => {
    const evil = 'x\r\nBcc: evil@evil.example\r\n\r\n<script>';
    const content = await mailFile({
      draft: draft({
        subject: evil,
        recipients: {
          to: [{ name: evil, address: 'ana@orfeo.example\r\nCc: evil@evil.example' }],
          ...{ bcc: [], unreached: [], refused: [] },
        },
      }),
      bcc: [{ name: '"\r\nX-Evil: 1', address: 'u@x.example' }],
      date,
    });
    const mail = await PostalMime.parse(content);
    assert.deepEqual(
      mail.headers.map(({ key }) => key).filter((key) => /cc$|evil/.test(key)),
      ['bcc'],
    );
    assert.equal(mail.cc, undefined);
    assert.deepEqual(
      mail.bcc?.map(({ address }) => address),
      ['u@x.example'],
    );
    assert.match(mail.html ?? '', /<p>Hola ñ<\/p>/);
    assert.doesNotMatch(mail.html ?? '', /<script>/);
  });

  it('reads nothing from files or addresses', async () => {
    // What a caller in JavaScript could hand over.
    const forged = { path: '/etc/passwd' } as unknown as string;
    const content = await mailFile({ draft: draft({ plain: forged, html: forged }), bcc: [], date });
    assert.doesNotMatch(content.toString('utf8'), /root:/);
  });
});
