import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { namesOf } from '../../../src/core/language/jsonSchema/fieldSchema';
import { readBody } from '../../../src/core/model/parse/readBody';
import { LineMap } from '../../../src/core/model/text/lineMap';
import type { FieldTable } from '../../../src/core/model/vocabulary/fieldType';
import { configTypes, recordTypes } from '../../../src/core/model/vocabulary/vocabulary';
import { rules } from '../../../src/core/rules/registry';
import { docsOf } from '../../../src/core/rules/renderFinding';
import { project, readProjectFile } from '../../../src/generate/readProjectFile';

const files = readdirSync(path.join(project, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file.split(path.sep).join('/')}`);
/** What people read: upToDate.test.ts sees to it that the generated ones are up to date. */
const pages = new Map(
  ['README.md', 'CONTRIBUTING.md', ...files].map((file) => [file, readProjectFile(file) ?? '']),
);

describe('The pages for people', () => {
  it('lead to pages and headings that are there', () => {
    const anchors = new Map([...pages].map(([file, text]) => [file, anchorsOf(text)]));
    for (const [file, text] of pages) {
      for (const link of readBody(new LineMap(text), 0).links) {
        const target = link.path === '' ? file : path.posix.join(path.posix.dirname(file), link.path);
        const there = existsSync(path.join(project, target));
        assert.ok(there, `${file} links to ${target}`);
        assert.ok(
          link.fragment === '' || anchors.get(target)?.has(link.fragment),
          `${file} links to ${target}#${link.fragment}`,
        );
      }
    }
  });

  it('name files of the project that are there', () => {
    for (const [file, text] of pages) {
      for (const [, named = ''] of text.matchAll(/`((?:src|test|l10n)\/[\w./-]*)`/g))
        assert.ok(existsSync(path.join(project, named)), `${file} names ${named}`);
    }
  });

  it('have no two headings of one name', () => {
    for (const [file, text] of pages) {
      const titles = readBody(new LineMap(text), 0).headings.map(({ title }) => title);
      assert.deepEqual(new Set(titles).size, titles.length, file);
    }
  });

  it('hold tables whose rows are as wide as their heads', () => {
    for (const [file, text] of pages) {
      for (const block of text.match(/(?:^\|.*\n?)+/gm) ?? []) {
        const widths = block
          .trimEnd()
          .split('\n')
          .map((row) => row.match(/(?<!\\)\|/g)?.length);
        assert.equal(new Set(widths).size, 1, `${file}: ${block.slice(0, 80)}`);
      }
    }
  });

  it('list every field and value under every name', () => {
    const text = pages.get('docs/format.md') ?? '';
    for (const { fields } of Object.values({ ...recordTypes, ...configTypes })) {
      for (const word of wordsOf(fields)) assert.ok(text.includes(`\`${word}\``), word);
    }
  });

  it('have a page for each rule, where findings say that it is', () => {
    for (const { id } of rules) {
      assert.ok(pages.get(docsOf(id))?.includes(`\`${id}\``), id);
      assert.ok(pages.get('docs/rules/README.md')?.includes(`(${id}.md)`), id);
    }
  });
});

function anchorsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(readBody(new LineMap(text), 0).headings.map(({ title }) => slugger.slug(title)));
}

function wordsOf(table: FieldTable): string[] {
  return Object.entries(table).flatMap(([name, field]) => {
    const type = field.type.item ?? field.type;
    const values = Object.entries(type.choices ?? {}).flatMap(([en, [es]]) => [en, es]);
    return [...namesOf(name, field), ...values, ...(type.fields ? wordsOf(type.fields) : [])];
  });
}
