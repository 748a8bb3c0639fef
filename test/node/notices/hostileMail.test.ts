import { strict as assert } from 'node:assert';
import { parse as parseCsv } from 'csv-parse/sync';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import readExcelFile from 'read-excel-file/node';
import { logCsv } from '../../../src/core/log/deploymentLog';
import type { DraftRequest, NoticeDraft } from '../../../src/core/notices/draftNotice';
import { mailtoAddress } from '../../../src/core/notices/mailtoAddress';
import { noticeKinds } from '../../../src/core/notices/noticeKinds';
import { spreadsheet } from '../../../src/node/log/spreadsheet';
import { mailFiles } from '../../../src/node/notices/mailFiles';
import { logOf } from '../../unit/core/log/logWorkspace';
import { harmlessHtml, wordsOf } from '../../unit/core/notices/harmlessHtml';
import { hostileRequest, hostileValues } from '../../unit/core/notices/hostileValues';
import { drafted, requestFor, workspaceWith } from '../../unit/core/notices/noticeWorkspace';

// What values of records become in mails, addresses and tables, as programs read it that are not ours.

const date = Date.UTC(2026, 10, 25, 21);
/** Headers of a mail that nobody has sent yet. */
const usual = ['bcc', 'content-type', 'date', 'message-id', 'mime-version', 'subject', 'to', 'x-unsent'];

async function mailsOf(draft: NoticeDraft): Promise<Buffer[]> {
  const mails: Buffer[] = [];
  for await (const mail of mailFiles(draft, date)) mails.push(mail);
  return mails;
}

/** Addresses that somebody gave, and what they were meant to bring along. */
function hostileAddresses(): DraftRequest {
  const texts = new Map(
    workspaceWith(
      'title: Portal\nenvironments: [PRO]\nschedule: { start: 2026-11-24 22:00, duration: 1h }\n',
    ),
  );
  const evil = [
    'a@b.example\r\nBcc: evil@evil.example',
    'a@b.example\nSubject: x',
    'a@b.example, evil@evil.example',
    '"x" <evil@evil.example>',
    'evil@evil.example?bcc=more@evil.example',
    'group: evil@evil.example;',
    'ok@good.example',
  ];
  const name = '"Ana\\r\\nBcc: evil@evil.example\\r\\n\\r\\n<b>, x@evil.example"';
  texts.set(
    '.changebook/customers/orfeo.yaml',
    `name: Orfeo\ncontacts:\n${evil.map((address) => `  - { name: ${name}, email: ${JSON.stringify(address)}, role: manager }\n`).join('')}`,
  );
  return requestFor(texts, 'CHG-1.md', 'en');
}

describe('Mail from hostile records', () => {
  for (const value of hostileValues) {
    it(`holds what it was given and no more: ${value.slice(0, 40)}`, async () => {
      const request = hostileRequest(value);
      for (const { name, channel } of noticeKinds) {
        if (channel !== 'mail') continue;
        const draft = drafted(name, request);
        const [content = Buffer.alloc(0), ...rest] = await mailsOf(draft);
        assert.equal(rest.length, 0);
        const mail = await simpleParser(content, { skipTextLinks: true, skipTextToHtml: true });
        for (const header of mail.headers.keys()) assert.ok(usual.includes(header), `${name}: ${header}`);
        assert.equal(mail.subject, draft.subject, name);
        assert.equal(mail.text?.trimEnd(), draft.plain.trimEnd(), name);
        assert.deepEqual(
          [mail.cc, mail.bcc, mail.from, mail.attachments],
          [undefined, undefined, undefined, []],
        );
        assert.equal(typeof mail.html, 'string');
        harmlessHtml(String(mail.html), name);
        const other = await PostalMime.parse(content);
        assert.equal(other.subject, draft.subject, name);
        assert.deepEqual([other.cc, other.bcc], [undefined, undefined]);
      }
    });

    it(`says nothing else in the address of a mail: ${value.slice(0, 40)}`, () => {
      const draft = drafted('start', hostileRequest(value));
      const { protocol, pathname, searchParams, hash } = new URL(mailtoAddress(draft));
      assert.deepEqual([protocol, hash, [...searchParams.keys()]], ['mailto:', '', ['subject', 'body']]);
      assert.equal(pathname, draft.recipients.to.map(({ address }) => address).join(','));
      assert.equal(searchParams.get('subject'), draft.subject);
      assert.equal(searchParams.get('body')?.replaceAll('\r\n', '\n'), draft.plain.trimEnd());
    });

    it(`is text in the cells of a log: ${value.slice(0, 40)}`, async () => {
      const log = logOf([`environments: [${JSON.stringify(value)}]\nassignee: ${JSON.stringify(value)}`]);
      const read: unknown = await readExcelFile(await spreadsheet(log));
      assert.ok(JSON.stringify(read).includes(JSON.stringify(value.trim())), JSON.stringify(read));
      const rows: string[][] = parseCsv(logCsv(log));
      assert.equal(rows.length, 2);
      assert.equal(rows[1]?.length, rows[0]?.length);
      for (const cell of rows[1] ?? []) assert.doesNotMatch(cell, /^[\s"]*[=+\-@|%]/);
      assert.ok(
        rows[1]?.some((cell) => cell === value.trim() || cell === `'${value.trim()}`),
        String(rows[1]),
      );
    });
  }

  it('goes to nobody whom an address or a name brought along', async () => {
    const users = 'ok@users.example\nBcc: evil@evil.example\nx@users.example\r\nevil@evil.example x\n';
    const request = { ...hostileAddresses(), endUsers: () => users };
    for (const audience of ['customer', 'users'] as const) {
      const draft = drafted('start', { ...request, audience });
      const [content = Buffer.alloc(0)] = await mailsOf(draft);
      const mail = await simpleParser(content);
      const all = [mail.to, mail.cc, mail.bcc].flat().flatMap((part) => part?.value ?? []);
      const wanted = audience === 'customer' ? ['ok@good.example'] : ['ok@users.example', 'x@users.example'];
      assert.deepEqual(
        all.map(({ address }) => address),
        wanted,
      );
      for (const header of mail.headers.keys()) assert.ok(usual.includes(header), header);
      const { pathname, searchParams } = new URL(mailtoAddress(draft));
      assert.equal(audience === 'customer' ? pathname : searchParams.get('bcc'), wanted.join(','));
      assert.ok(draft.recipients.refused.length > 0);
    }
  });

  it('reads for a browser as it reads for a mail program', () => {
    for (const value of hostileValues) {
      const draft = drafted('start', hostileRequest(value));
      const flat = (text: string): string => text.replace(/\s+/g, '');
      assert.ok(flat(wordsOf(draft.html)).includes(flat(value)), value);
    }
  });
});

describe('The address of a mail', () => {
  const draft = drafted('start', hostileRequest('Señal & más: 100 % #1 + ¿sí? 🚀 \uD800'));

  it('keeps every letter, however odd', () => {
    const { searchParams } = new URL(mailtoAddress(draft));
    assert.match(searchParams.get('subject') ?? '', /Señal & más: 100 % #1 \+ ¿sí\? 🚀 \uFFFD/);
    assert.match(mailtoAddress(draft), /^mailto:[!-~]+$/);
  });

  it('has blind copies, where there are any', () => {
    const hidden = {
      ...draft,
      recipients: { ...draft.recipients, to: [], bcc: [{ address: 'ñ+1@x.example' }] },
    };
    assert.match(mailtoAddress(hidden), /^mailto:\?bcc=%C3%B1%2B1@x\.example&subject=/);
  });
});
