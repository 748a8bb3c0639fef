import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { recordVersion, tickedVersion } from '../../../../src/core/audit/recordVersion';
import { tickLedger } from '../../../../src/core/audit/tickLedger';
import { versionChanges } from '../../../../src/core/audit/versionChanges';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { stepLabel } from '../../../../src/core/model/parse/stepLabel';
import {
  accountedTick,
  packTicks,
  sameTicks,
  unaccountedTicks,
  unpackTicks,
} from '../../../../src/core/rules/checklist/tickFacts';

function record(body: string): string {
  return `---\nid: CHG-1\ntype: change\n---\n# Title\n\n${body}`;
}

function ticksOf(body: string) {
  const parsed = parseRecord(record(body)) ?? assert.fail();
  return unpackTicks(packTicks(parsed) ?? assert.fail('none is ticked'));
}

function message(action: string, step: string): string {
  return `x\n\nChangebook-Record: CHG-1\nChangebook-Action: ${action}\nChangebook-Step: ${step}\n`;
}

function tickOf(label: string) {
  return { hashes: accountedTick(label) };
}

function ledgerOf(messages: readonly string[]) {
  return tickLedger(messages.map((message) => ({ message })));
}

describe('Ticks that commits account for', () => {
  it('are recognised by the label that a commit gives them, whatever is written', () => {
    const word = fc
      .stringMatching(/^[\p{L}\p{N}>&|"'\u200e ]{1,12}$/u)
      .filter((text) => /[\p{L}]/u.test(text));
    fc.assert(
      fc.property(word, word, (heading, text) => {
        const parsed = parseRecord(record(`## ${heading.trim()}\n\n- [x] ${text.trim()}\n`)) ?? assert.fail();
        const [step] = parsed.body.steps;
        fc.pre(step !== undefined);
        const [tick] = unpackTicks(packTicks(parsed) ?? assert.fail());
        assert.equal(tick?.whole, accountedTick(stepLabel(step ?? assert.fail()))[0]);
      }),
    );
  });

  it('stand for one tick each, below the same headings first', () => {
    const ticks = ticksOf('## A\n\n- [x] Tell\n\n## B\n\n- [x] Tell\n- [x] Go\n');
    const accounted = ['Title > B > Tell', 'Title > Old > Go'].map(tickOf);
    assert.deepEqual(
      unaccountedTicks(ticks, accounted).map(({ line }) => line),
      [8],
    );
    assert.deepEqual(unaccountedTicks(ticks, [...accounted, tickOf('Title > B > Tell')]), []);
    assert.equal(unaccountedTicks(ticks, []).length, 3);
  });

  it('are none of a step that is skipped, unless it is skipped with the evidence that it asks for', () => {
    const body = '- [x] ~~Copy~~ (n/a: none) <!-- step: copy evidence -->\n- [x] ~~Tell~~ (n/a: nobody)\n';
    const [skipped, ...others] = ticksOf(body);
    const copy = skipped ?? assert.fail();
    assert.deepEqual([copy.skipped, others], [true, []]);
    const skip = message('skip', 'Title > Copy');
    const left = (ticks: typeof others, ...messages: string[]) =>
      unaccountedTicks(ticks, ledgerOf(messages).get('CHG-1') ?? []).length;
    const proved = `${skip}Changebook-Evidence: run 7\n`;
    const taken = message('unskip', 'Title > Copy');
    assert.deepEqual([left([copy], skip), left([copy], proved), left([copy], proved, taken)], [1, 0, 1]);
    assert.equal(left([copy], message('tick', 'Title > Copy')), 0);
    // No tick that was typed goes by it.
    assert.equal(left(ticksOf('- [x] Copy <!-- step: copy evidence -->\n'), proved), 1);
  });

  it('are those that no later commit took back', () => {
    const one = 'Title > One';
    const all = ['tick', 'untick', 'tick', 'untick', 'untick', 'tick'].map((action) => message(action, one));
    assert.deepEqual(ledgerOf(all).get('CHG-1'), [tickOf(one)]);
    assert.deepEqual(ledgerOf(all.slice(0, 5)).get('CHG-1'), []);
    assert.equal(ledgerOf([message('skip', one)]).get('CHG-1'), undefined);
  });

  it('are the same ticks wherever they stand', () => {
    const pack = (body: string) => packTicks(parseRecord(record(body)) ?? assert.fail());
    assert.ok(sameTicks(pack('- [x] One\n- [x] Two\n'), pack('Text.\n\n* [x] One\n* [ ] New\n* [X] Two\n')));
    assert.ok(!sameTicks(pack('- [x] One\n'), pack('- [x] One\n- [x] Two\n')));
    assert.ok(!sameTicks(pack('- [x] One\n'), undefined));
  });
});

describe('Versions of a record', () => {
  it('that differ by one tick are read as if each were read alone', () => {
    const text = record('## A\n\n- [ ] One\n- [x] ~~Two~~ (n/a: no)\n- [x] Three\n\n```\n- [ ] none\n```\n');
    const known = recordVersion(text) ?? assert.fail();
    let derived = 0;
    for (let at = 0; at < text.length; at++) {
      for (const mark of [' ', 'x', '\n']) {
        const other = `${text.slice(0, at)}${mark}${text.slice(at + 1)}`;
        const ticked = other === text ? undefined : tickedVersion(known, other);
        if (!ticked) continue;
        derived++;
        assert.deepEqual(ticked, recordVersion(other), JSON.stringify(other.slice(at - 5, at + 5)));
      }
    }
    assert.equal(derived, 3);
  });

  it('tell what changed, and not what was only moved or reworded', () => {
    const version = (body: string) => recordVersion(record(body));
    const before = version('## A\n\n- [x] One\n- [ ] Two\n- [x] Three\n');
    const after = version(
      '## B\n\n- [x] First\n- [ ] New\n- [x] Two\n- [x] Three\n- [x] ~~Four~~ (n/a: no need)\n',
    );
    const told = versionChanges([before], after).map(({ action, step, reason }) => [
      action,
      step?.text,
      reason,
    ]);
    assert.deepEqual(told, [
      ['tick', 'First', undefined],
      ['tick', 'Two', undefined],
      ['skip', 'Four', 'no need'],
    ]);
    const reworded = version('## B\n\n- [x] First\n- [ ] Two\n- [x] Three\n');
    assert.deepEqual(versionChanges([before], reworded), []);
  });
});
