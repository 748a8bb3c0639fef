import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { newChangeText } from '../../../src/core/create/newChangeText';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { SourceProcedure } from '../../../src/core/procedure/takenSections';
import { updatedText } from '../../../src/core/update/updatedText';
import { runsOf } from '../../unit/support/runsOf';

/** A step of a procedure: a number of its own, whether it has a name, how often it was reworded, and lines below it. */
interface ModelStep {
  readonly number: number;
  readonly named: boolean;
  readonly words: number;
  readonly below: boolean;
}

type Section = readonly ModelStep[];

const titles = ['## 1. Prepare', '## 2. Deploy', '## Rollback', '## Checklist'];

const textOf = ({ number, words }: ModelStep): string => `Do ${number}${' again'.repeat(words)}`;

function stepLines(step: ModelStep): string[] {
  const name = step.named ? ` <!-- step: s${step.number} -->` : '';
  return [`- [ ] ${textOf(step)}${name}`, ...(step.below ? [`  - More about ${step.number}`] : [])];
}

function procedureText(version: string, sections: readonly Section[]): string {
  const body = sections.map((steps, at) => `${titles[at]}\n\n${steps.flatMap(stepLines).join('\n')}\n`);
  return `---\nid: PROC-A\ntype: procedure\nversion: ${version}\n---\n# A\n\nRead this.\n\n${body.join('\n')}`;
}

function procedure(text: string): SourceProcedure {
  const record = parseRecord(text, { expected: true });
  assert.ok(record?.type === 'procedure');
  return { file: 'procedures/PROC-A.md', record };
}

const file = 'changes/CHG-2026-0001.md';

function newText(text: string): string {
  const about = { language: 'en', id: 'CHG-2026-0001', file, title: 'A', created: '2026-01-01' } as const;
  return newChangeText({ ...about, changeType: 'normal', procedure: procedure(text) });
}

const sectionsOf = fc
  .array(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }), {
    minLength: titles.length,
    maxLength: titles.length,
  })
  .map((all) => {
    let number = 0;
    return all.map(
      (steps): Section => steps.map(([named, below]) => ({ number: ++number, named, words: 0, below })),
    );
  });

/** What happens to a procedure: a step comes, goes, is reworded, or moves elsewhere. */
const procedureEdit = fc.record({
  kind: fc.constantFrom('add', 'remove', 'reword', 'move'),
  section: fc.nat(titles.length - 1),
  at: fc.nat(5),
  to: fc.nat(titles.length - 1),
});

type ProcedureEdit = {
  readonly kind: string;
  readonly section: number;
  readonly at: number;
  readonly to: number;
};

function edited(before: readonly Section[], edits: readonly ProcedureEdit[]): Section[] {
  const sections = before.map((steps) => [...steps]);
  let number = 100;
  for (const { kind, section, at, to } of edits) {
    const steps = sections[section] ?? [];
    const place = steps.length === 0 ? 0 : at % steps.length;
    const step = steps[place];
    if (kind === 'add')
      steps.splice(at % (steps.length + 1), 0, { number: ++number, named: at > 2, words: 0, below: false });
    // A section without steps would stand elsewhere in the change.
    else if (step && kind === 'reword') steps[place] = { ...step, words: step.words + 1 };
    else if (step && steps.length > 1) {
      steps.splice(place, 1);
      if (kind === 'move') (sections[to] ?? []).push({ ...step, below: false });
    }
  }
  return sections;
}

/** What people do to a change: they tick, say that a step does not apply, and add steps of their own. */
const changeEdit = fc.record({ kind: fc.constantFrom('tick', 'skip', 'own'), at: fc.nat(30) });

function done(text: string, edits: readonly { readonly kind: string; readonly at: number }[]): string {
  const lines = text.split('\n');
  let number = 500;
  for (const { kind, at } of edits) {
    const steps = lines.flatMap((line, index) => (/^- \[ \] Do /.test(line) ? [index] : []));
    const index = steps[at % Math.max(1, steps.length)];
    const line = index === undefined ? undefined : lines[index];
    if (index === undefined || line === undefined) continue;
    if (kind === 'tick') lines[index] = line.replace('[ ]', '[x]');
    else if (kind === 'skip')
      lines[index] = line.replace(/\[ \] (Do \d+(?: again)*)/, '[x] ~~$1~~ (n/a: none)');
    else {
      const below = lines[index + 1]?.startsWith('  ') ? 2 : 1;
      lines.splice(index + below, 0, `- [ ] Own ${++number}`);
    }
  }
  return lines.join('\n');
}

function stepsIn(text: string) {
  return parseRecord(text, { expected: true })?.body.steps ?? assert.fail('unreadable');
}

describe('A change that takes over a newer version of its procedure', () => {
  const update = (change: string, before: string, now: string): string => {
    const made = updatedText(change, file, { from: procedure(before), to: procedure(now) }, () => 'change');
    assert.ok(made, 'not updated');
    assert.deepEqual(made.open, []);
    return made.text;
  };

  it('is what a new one would be, where nobody did anything to it', () => {
    fc.assert(
      fc.property(sectionsOf, fc.array(procedureEdit, { maxLength: 5 }), (sections, edits) => {
        const before = procedureText('1.0.0', sections);
        const now = procedureText('1.1.0', edited(sections, edits));
        assert.equal(update(newText(before), before, now), newText(now));
      }),
      { numRuns: runsOf(300), seed: 20261130 },
    );
  });

  it('loses no tick, no reason and no step of its own, and gets every step that is new', () => {
    fc.assert(
      fc.property(
        sectionsOf,
        fc.array(procedureEdit, { maxLength: 5 }),
        fc.array(changeEdit, { maxLength: 8 }),
        (sections, edits, deeds) => {
          const before = procedureText('1.0.0', sections);
          const news = edited(sections, edits);
          const now = procedureText('1.1.0', news);
          const change = done(newText(before), deeds);
          const text = update(change, before, now);
          const after = stepsIn(text);
          const texts = after.map((step) => step.text);
          assert.equal(new Set(texts).size, texts.length, 'twice');
          for (const step of stepsIn(change)) {
            const isKept = step.checked || step.text.startsWith('Own');
            const found = after.find((own) => own.text === step.text);
            if (isKept)
              assert.deepEqual(
                [found?.checked, found?.applicable, found?.reason],
                [step.checked, step.applicable, step.reason],
                step.text,
              );
          }
          for (const step of news.flat()) {
            const isThere = step.named
              ? after.some(({ name }) => name === `s${step.number}`)
              : texts.includes(textOf(step));
            assert.ok(isThere, `no ${textOf(step)}`);
          }
          const wanted = new Set(news.flat().map(textOf));
          for (const step of after)
            assert.ok(
              step.checked || step.text.startsWith('Own') || wanted.has(step.text),
              `still ${step.text}`,
            );
          assert.equal(update(text, before, now), text, 'a second time');
          // Where nobody gave it another version, only its text tells.
          const same = procedureText('1.0.0', news);
          const once = update(change, before, same);
          assert.equal(update(once, before, same), once, 'a second time, of the same version');
        },
      ),
      { numRuns: runsOf(300), seed: 20261130 },
    );
  });
});
