import { strict as assert } from 'node:assert';
import { commandGroups } from '../../../src/cli/commandGroups';
import { rules } from '../../../src/core/rules/registry';
import { readProjectFile } from '../../../src/generate/readProjectFile';

const page = readProjectFile('docs/compliance.md') ?? '';

/** The first cells of the table under a heading. */
function rowsOf(heading: string): string[] {
  const part = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? assert.fail(heading);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ')[0]?.slice(2) ?? '')
    .slice(2);
}

describe('The page about compliance', () => {
  it('names rules and their options that there are', () => {
    const known = new Map(rules.map(({ id, options }) => [id, Object.keys(options)]));
    const named = [
      ...page.matchAll(/\[`([a-z-]+\/[a-z-]+)`\]\(rules\/([^)]+)\.md\)( and \*option\* its `(\w+)`)?/g),
    ];
    assert.ok(named.length > 60, String(named.length));
    for (const [, rule = '', target, , option] of named) {
      assert.equal(rule, target);
      assert.ok(known.has(rule), rule);
      if (option) assert.ok(known.get(rule)?.includes(option), `${rule} ${option}`);
    }
  });

  it('names commands and their options that there are', () => {
    const names = new Set(commandGroups.flatMap(({ commands }) => Object.keys(commands)));
    // Its generated page lists the options of a command.
    const sections = (readProjectFile('docs/command-line.md') ?? '').split(/^### /m);
    const named = [...page.matchAll(/`changebook ([a-z-]+)([^`]*)`/g)];
    assert.ok(named.length > 10);
    for (const [text, name = '', rest = ''] of named) {
      assert.ok(names.has(name), text);
      const section = sections.find((part) => part.startsWith(`${name}\n`)) ?? assert.fail(text);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) assert.ok(section.includes(`\`${option}`), text);
    }
  });

  it('has a row for each paragraph', () => {
    assert.deepEqual(rowsOf('DORA'), [
      ...['(1)(a)', '(1)(b)', '(1)(c)(i)', '(1)(c)(ii)', '(1)(c)(iii)', '(1)(c)(iv)'],
      ...['(1)(d)(i)', '(1)(d)(ii)', '(1)(d)(iii)', '(1)(e)', '(1)(f)', '(1)(g)', '(1)(h)', '(2)'],
    ]);
    assert.deepEqual(
      rowsOf('NIS2').map((point) => point.split(',')[0]),
      [...['6.4.1', '6.4.2', '6.4.2', '6.4.3', '6.4.4']],
    );
    for (const heading of ['ISO', 'SOC 2', 'ITIL 4']) assert.ok(rowsOf(heading).length > 5, heading);
  });
});
