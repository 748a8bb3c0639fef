import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { applicableEdits, boxEdit, notApplicableEdits } from '../../../src/core/actions/stepEdits';
import { digestOf } from '../../../src/core/approvals/approvedContent';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { RecordOf } from '../../../src/core/model/parse/record';
import { applyEdits } from '../../../src/core/model/text/edit';
import { changeFields } from '../../../src/core/model/vocabulary/changeFields';
import type { FieldTable } from '../../../src/core/model/vocabulary/fieldType';
import { Random } from '../../bench/records/random';
import { meantChange, written } from '../../unit/support/approvedRecord';
import { randomRecord } from '../../unit/support/randomRecord';
import { editedOnce } from '../../unit/support/recordEdits';

const pairs = Number(process.env.CHANGEBOOK_DIGEST_PAIRS ?? 400);
const seed = Number(process.env.CHANGEBOOK_DIGEST_SEED ?? 20261129);
const editsOfOne = 40;

const examples = path.resolve(__dirname, '../../../examples/changes');
const seeded = fc.constantFrom(
  ...readdirSync(examples).map((file) => readFileSync(path.join(examples, file), 'utf8')),
  '---\nid: CHG-2026-0001\ntype: change\n---\n## Notes\n\nGeneral.\n\n## Notes\n\n- [ ] Run `migrate --safe`\n\n## Notes (2)\n\nMore.\n\n## Rollback\n',
);
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(meantChange, fc.nat()).map(([meant, way]) => written(meant, way)) },
  { weight: 1, arbitrary: randomRecord.map(({ text }) => text) },
  { weight: 1, arbitrary: seeded },
);

describe('The digest of what is approved', function () {
  this.timeout(3_600_000);

  it(`is another one after any edit (${pairs} pairs)`, () => {
    let compared = 0;
    fc.assert(
      fc.property(anyText, fc.nat(), (text, way) => {
        const [random, before] = [new Random(way), changeIn(text)];
        if (!before) return;
        const digest = digestOf(before);
        const [front, body] = saidBy(before);
        for (let edit = 0; edit < editsOfOne; edit++) {
          const edited = editedOnce(text, random);
          const after = changeIn(edited);
          if (!after) continue;
          const [newFront, newBody] = saidBy(after);
          if (front === newFront && body === newBody) continue;
          compared++;
          assert.notEqual(digestOf(after), digest, edited);
        }
      }),
      { numRuns: Math.ceil(pairs / editsOfOne), seed },
    );
    // Most edits must concern approved content, or the test proves nothing.
    assert.ok(compared > pairs / 3, `only ${compared} of ${pairs} pairs`);
    console.log(`      ${compared} edits told apart`);
  });

  it(`is the same however it is written (${Math.ceil(pairs / 20)} pairs)`, () => {
    fc.assert(
      fc.property(meantChange, fc.nat(), fc.nat(), (meant, one, other) => {
        const [text, again] = [written(meant, one), written(meant, other)];
        const digest = digestIn(text);
        assert.equal(digestIn(again), digest, `${text}\n=====\n${again}`);
        assert.equal(digestIn(`\uFEFF${again}`), digest);
        assert.equal(digestIn(again.replace(/(?<!\r)\n/g, '\r\n')), digest, 'CRLF');
        if (!again.includes('\r')) assert.equal(digestIn(again.replaceAll('\n', '\r')), digest, 'CR');
      }),
      { numRuns: Math.ceil(pairs / 20), seed },
    );
  });

  it(`is the same whatever is ticked, and whatever does not apply (${Math.ceil(pairs / 20)} pairs)`, () => {
    const reasons = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', ':)', '(see', 'a) b (c', '\\', '(x)', '\\('),
    );
    fc.assert(
      fc.property(anyText, reasons, fc.nat(), (text, reason, way) => {
        const [random, digest] = [new Random(way), digestIn(text)];
        let now = text;
        for (let index = 0; ; index++) {
          const step = changeIn(now)?.body.steps[index];
          if (!step) break;
          if (/[\r\n]/.test(now[step.box.start] ?? '')) continue;
          // Without the mark some lines of the step's paragraph become blocks of their own.
          if (!step.applicable && now.slice(step.range.start, step.range.end).includes('\n')) continue;
          const source = now;
          // A text that begins with a tilde or contains a mark cannot be marked.
          const skip = step.applicable && !/^~|^$|~~[ \t]*\(n\/a/i.test(step.text);
          const edits = !step.applicable
            ? applicableEdits(step, source)
            : skip && random.chance(0.5)
              ? notApplicableEdits(step, source, reason)
              : [boxEdit(step, !step.checked)];
          now = applyEdits(now, edits).text;
        }
        assert.equal(digestIn(now), digest, `${text}\n=====\n${now}`);
      }),
      { numRuns: Math.ceil(pairs / 20), seed },
    );
  });
});

function changeIn(text: string): RecordOf<'change'> | undefined {
  const record = parseRecord(text);
  return record?.type === 'change' ? record : undefined;
}

function digestIn(text: string): string {
  return digestOf(changeIn(text) ?? assert.fail(`no change: ${text}`));
}

/** The content of a record: its data as a YAML library reads it, and its body without not-applicable marks. */
function saidBy({ lines, content, bodyStart, problems }: RecordOf<'change'>): [front: string, body: string] {
  const body = withoutMarks(lines.text.slice(bodyStart).replaceAll('\r\n', '\n'));
  const front = lines.text.slice(content.start, content.end);
  try {
    return [JSON.stringify(sorted(withoutMoving(load(front, { json: true })))), body];
  } catch {
    const broken = problems.some(({ code }) => code === 'yaml' || code === 'unclosed');
    return [broken ? front.replaceAll('\r\n', '\n') : '', body];
  }
}

function withoutMarks(body: string): string {
  return body.replace(/^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[)[ \txX](?=\])/gm, '$1 ').replace(
    // A mark may end on a further line of the same step.
    /(\[ \][\s>]+)~~([^~][\s\S]*?)~~[ \t]*\(n\/a(?::[^()]*)?\)(?=[ \t]*(?:<!--[^\n]*-->)?[ \t]*$(?!\s*~~))/gim,
    '$1$2',
  );
}

const moving =
  /^(?:status|estado|actual|real|approvals|aprobaciones|agreement|conformidad|hold|espera|outcome|resultado|cab|comite|notifications|notificaciones)$/;

/** Data without the fields that no approval covers, under their names in either language. */
function withoutMoving(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const kept = Object.entries(data).flatMap(([name, value]) => {
    const rest = restOf(name, value);
    const nothing = typeof rest === 'object' && rest !== null && Object.keys(rest).length === 0;
    return moving.test(name) || (nothing && rest !== value) ? [] : [[name, rest]];
  });
  return Object.fromEntries(kept);
}

function restOf(name: string, value: unknown): unknown {
  if (/^(?:tests|pruebas)$/.test(name)) return without(value, /^(?:passed|pasadas|total|run|ejecucion)$/);
  if (!Array.isArray(value)) return value;
  if (name === 'tickets') return value.map((ticket: unknown) => without(ticket, /^(?:status|estado)$/));
  if (!/^(?:waivers|exenciones)$/.test(name)) return value;
  return value.filter((waiver: unknown) => !JSON.stringify(waiver)?.includes('closure/'));
}

function without(value: unknown, names: RegExp): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.test(name)));
}

/** Spanish names and closed values: a character less makes `impact` of `impacto`, which is no edit. */
const english = new Map<unknown, string>();
function learn(table: FieldTable): void {
  for (const [name, { es, type, alsoNamed }] of Object.entries(table)) {
    for (const other of [es, ...(alsoNamed ?? [])]) english.set(other, name);
    for (const part of [type, type.item]) {
      if (part?.fields) learn(part.fields);
      for (const [value, [spanish]] of Object.entries(part?.choices ?? {})) english.set(spanish, value);
    }
  }
}
learn(changeFields);

/** Keys sorted and in one language. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return english.get(value) ?? value;
  return Object.entries(value)
    .map(([name, part]) => [english.get(name) ?? name, sorted(part)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
