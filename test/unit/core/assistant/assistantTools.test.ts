import { strict as assert } from 'node:assert';
import { assistantPrompts } from '../../../../src/core/assistant/assistantPrompts';
import { assistantTools, forPeople, toolNamed } from '../../../../src/core/assistant/assistantTools';
import { readToolInput } from '../../../../src/core/assistant/toolInput';
import type { AssistantTool } from '../../../../src/core/assistant/toolParameter';

const all = assistantTools(true);

/** What is given to a parameter so that it would be an option, where it became a word of a call by itself. */
const hostile: { readonly [type: string]: unknown } = {
  text: '--help\n--language=es',
  number: 3,
  flag: true,
  texts: ['--yes', '-h', 'a=--push'],
  object: { '--yes': '--yes' },
};

function everything({ parameters }: AssistantTool): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { type, oneOf, names }]) => [
      name,
      oneOf?.[0] ?? (names ? 'CHG-2026-0001' : hostile[type]),
    ]),
  );
}

function wordsOf(tool: AssistantTool): readonly string[] {
  const call = tool.call(everything(tool));
  return 'args' in call ? call.args : [];
}

describe('The tools for assistants', () => {
  it('call no command that decides, and none that writes where only reading is allowed', () => {
    const commands = all.map((tool) => [tool.name, wordsOf(tool)[0], tool.writes] as const);
    const reading = [
      'pending',
      'show',
      'check',
      undefined,
      'slot',
      'new',
      'draft',
      'diff',
      'audit',
      'figures',
    ];
    assert.deepEqual(
      commands.flatMap(([, command, writes]) => (writes ? [] : [command])),
      reading,
    );
    assert.deepEqual(
      commands.flatMap(([, command, writes]) => (writes ? [command] : [])),
      ['tick', 'set', 'new', 'notify'],
    );
    for (const { call } of all.filter(({ name }) => name === 'draft_change')) {
      const drafted = call({ kind: 'change' });
      assert.ok('args' in drafted && drafted.args.includes('--stdout'));
    }
    for (const name of forPeople) assert.ok('wrong' in toolNamed(name, true), name);
  });

  it('give no value the chance to be an option', () => {
    for (const tool of all) {
      const words = wordsOf(tool);
      const end = words.indexOf('--');
      const options = end < 0 ? words : words.slice(0, end);
      for (const word of options.slice(1).filter((each) => each.startsWith('-') && each !== '-'))
        assert.match(word, /^--[a-z-]+(?:=[\s\S]*)?$/, `${tool.name}: ${word}`);
      for (const forbidden of ['--yes', '--push', '--help', '-h'])
        assert.ok(!options.includes(forbidden), `${tool.name} ${forbidden}`);
    }
  });

  it('say in both languages what they are and what they take', () => {
    for (const { name, title, about, parameters } of [...all, ...assistantPrompts]) {
      assert.match(name, /^[a-z_]+$/);
      for (const text of [title, about, ...Object.values(parameters).map((parameter) => parameter.about)])
        assert.ok(
          text.en !== '' && text.es !== '' && (text.en !== text.es || /^\w+$/.test(text.en)),
          text.en,
        );
    }
  });

  it('take nothing for something else', () => {
    const [tool] = all.filter(({ name }) => name === 'next_slot');
    assert.ok(tool);
    assert.deepEqual(readToolInput(tool, { id: 'x', count: null }), { input: { id: 'x' } });
    for (const given of [null, [], 'x', { id: 'x', count: '3' }, { id: 'x', toString: 1 }])
      assert.ok('wrong' in readToolInput(tool, given), JSON.stringify(given));
    const { wrong } = readToolInput(tool, { id: 'x', cont: 3 }) as { wrong: { en: string; es: string } };
    assert.match(
      wrong.en,
      /^next_slot has no argument “cont”; it takes: id, count, at\. Did you mean “count”\?$/,
    );
    assert.match(wrong.es, /¿.*«count»\?$/);
  });
});
