import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../../src/core/model/parse/record';
import type { Language } from '../../../../src/core/model/text/localized';
import { type DraftRequest, draftNotice, type NoticeDraft } from '../../../../src/core/notices/draftNotice';
import type { NoticeKind, NoticeKindName } from '../../../../src/core/notices/noticeKind';
import { noticeKinds } from '../../../../src/core/notices/noticeKinds';
import { configOf, indexOf, type Texts, testNow } from '../../support/memoryWorkspace';

const project = path.resolve(__dirname, '../../../..');

/** The texts of the example workspace, by path. */
export function exampleTexts(): Texts {
  const root = path.join(project, 'examples');
  const texts = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile())
      texts.set(path.relative(root, file).split(path.sep).join('/'), readFileSync(file, 'utf8'));
  }
  return texts;
}

/** A kind of notice by its name. */
export function kindOf(name: NoticeKindName): NoticeKind {
  const kind = noticeKinds.find((candidate) => candidate.name === name);
  assert.ok(kind, name);
  return kind;
}

/** What the drafts of one change of a workspace are made from. */
export function requestFor(texts: Texts, file: string, language: Language): DraftRequest {
  const record = parseRecord(texts.get(file) ?? '');
  assert.equal(record?.type, 'change', file);
  const { config } = configOf(texts);
  // Checked above; the assertion does not narrow a union.
  const change = record as RecordOf<'change'>;
  return {
    record: change,
    file,
    config,
    index: indexOf(texts),
    now: testNow,
    language,
    templates: new Map(),
  };
}

/** A draft that must come out. */
export function drafted(name: NoticeKindName, request: DraftRequest): NoticeDraft {
  const result = draftNotice(kindOf(name), request);
  assert.ok(result.ok, result.ok ? '' : `${result.fault.file}:${result.fault.line} ${result.fault.reason}`);
  return result.draft;
}

/** A change in a workspace with one customer and the configuration of a team. */
export function workspaceWith(front: string, body = '', config = ''): Texts {
  return new Map([
    [
      '.changebook/config.yaml',
      `timezone: Europe/Madrid\nsupport: { portal: https://support.example.org, phone: "+34 900 000 000" }\nsignature: { es: Operaciones, en: Operations }\n${config}`,
    ],
    [
      '.changebook/customers/orfeo.yaml',
      'name: Orfeo\nstatus_page: https://status.example.org/orfeo\ncontacts:\n  - { name: Ana, email: ana@orfeo.example, role: manager }\n',
    ],
    ['CHG-1.md', `---\nid: CHG-1\ntype: change\ncustomer: orfeo\n${front}---\n${body}`],
  ]);
}
