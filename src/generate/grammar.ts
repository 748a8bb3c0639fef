import { stepWords } from '../core/model/vocabulary/stepWords';
import { recordTypes } from '../core/model/vocabulary/vocabulary';
import type { GeneratedFile } from './generatedFile';
import { type GrammarWords, grammarWords, type ValueGroup } from './grammarVocabulary';

interface Scope {
  readonly name?: string;
  readonly patterns?: readonly Pattern[];
}

/** Only single matches: a rule with a begin and an end can run away over the rest of a half-written file. */
interface Pattern extends Scope {
  readonly match: string;
  readonly captures?: { readonly [group: string]: Scope };
}

const oneWord = '[\\p{L}\\p{N}._-]+';
/** What may not stand before an id, so that one in a path or an address is left alone. */
const idStart = '(?<![\\p{L}\\p{N}_/.#=%&?-])';
/** What may not stand behind an id: more of a word, or of a file's name. */
const idEnd = '(?![\\p{L}\\p{N}_]|[.-][\\p{L}\\p{N}_])';
const versionText = 'v?\\d+(?:\\.\\d+)*(?:[-+][0-9A-Za-z](?:[0-9A-Za-z.+-]*[0-9A-Za-z])?)?';
/** Where text is code, an address or markdown's own business. */
const notProse =
  '(comment | string | markup.fenced_code | markup.raw | markup.inline.raw | markup.underline | meta.link | meta.image | meta.embedded | meta.tag)';

/**
 * The injections into VS Code's markdown grammar, one file for each kind of place, since a file has one selector.
 * None of their selectors begins with `L:`, so at any place markdown's and YAML's own rules come first.
 */
export function grammar(): GeneratedFile[] {
  const words = grammarWords();
  return [
    grammarFile(
      'changebook',
      'markdown.changebook.injection',
      `text.html.markdown (meta.paragraph | markup.heading | markup.table) - ${notProse}, ` +
        'text.html.markdown comment.block.html - (markup.fenced_code | markup.raw | meta.embedded)',
      [stepName(), notApplicable(), recordId()],
    ),
    grammarFile(
      'changebook.keys',
      'markdown.changebook.keys.injection',
      'text.html.markdown meta.embedded.block.frontmatter entity.name.tag',
      keys(words),
    ),
    grammarFile(
      'changebook.values',
      'markdown.changebook.values.injection',
      'text.html.markdown meta.embedded.block.frontmatter string - (entity.name.tag | string.unquoted.block)',
      [...values(words), recordId()],
    ),
  ];
}

function grammarFile(
  name: string,
  scopeName: string,
  injectionSelector: string,
  patterns: readonly Pattern[],
): GeneratedFile {
  const file = {
    comment: 'Made by src/generate/grammar.ts from the vocabulary: change that, then run the generators.',
    scopeName,
    injectionSelector,
    patterns,
  };
  return { path: `syntaxes/${name}.tmLanguage.json`, content: `${JSON.stringify(file, null, 2)}\n` };
}

/** `PROC-RELEASE@1.0.0` */
function recordId(): Pattern {
  const prefixes = Object.values(recordTypes).map(({ prefix }) => prefix);
  const id = `(?:${alternatives(prefixes.sort())})-[A-Z0-9](?:[A-Z0-9.-]*[A-Z0-9])?`;
  return {
    match: `${idStart}(${id})${idEnd}(?:(@)(${versionText})${idEnd})?`,
    captures: {
      1: { name: 'entity.name.type.record.changebook' },
      2: { name: 'punctuation.separator.version.changebook' },
      3: { name: 'constant.numeric.version.changebook' },
    },
  };
}

/** `<!-- step: backup by=dba evidence -->`, from behind the opening to before the end, which stay HTML's. */
function stepName(): Pattern {
  const named = (flag: boolean): string[] =>
    Object.entries(stepWords).flatMap(([name, { es, holds }]) =>
      (holds === 'nothing') === flag ? [name, es] : [],
    );
  const [flags, holding] = [`(?:${alternatives(named(true))})`, alternatives(named(false))];
  return {
    match: `(?<=<!--)[ \\t]*(step|paso)(:)[ \\t]*(?!${flags}(?![\\p{L}\\p{N}._-]))(${oneWord}(?=[ \\t]|-->))?((?:(?!-->).)*)(?=-->)`,
    captures: {
      1: { name: 'keyword.other.step.changebook' },
      2: { name: 'punctuation.separator.step.changebook' },
      3: { name: 'entity.name.label.step.changebook' },
      4: {
        patterns: [
          { match: `(?<=[ \\t:])${flags}(?![^ \\t])`, name: 'storage.modifier.step.changebook' },
          {
            match: `(?<=[ \\t:])(${holding})(=)("[^"]*"|'[^']*'|[^ \\t"']*)`,
            captures: {
              1: { name: 'storage.modifier.step.changebook' },
              2: { name: 'punctuation.separator.step.changebook' },
              3: { name: 'string.unquoted.step.changebook' },
            },
          },
        ],
      },
    },
  };
}

/** The `n/a` of `- [x] ~~text~~ (n/a: reason)`; the reason is prose like any other. */
function notApplicable(): Pattern {
  return {
    match: '(?<=~~[ \\t]{0,4}\\()[nN]/[aA](?=[:)])',
    name: 'constant.language.not-applicable.changebook',
  };
}

/** `\G` is where a key or a value begins: no word inside of one is taken for it, and the search ends at once. */
function keys({ topKeys, nestedKeys }: GrammarWords): Pattern[] {
  const name = 'support.type.property-name.changebook';
  const end = '(?=["\']?[ \\t]*:(?:[ \\t]|$))';
  return [
    { match: `^\\G(?:${alternatives(topKeys)})${end}`, name },
    { match: `\\G(?<=[ \\t{,"'])(?:${alternatives(nestedKeys)})${end}`, name },
  ];
}

function values({ statuses, groups }: GrammarWords): Pattern[] {
  return [
    valuePattern(statuses, 'constant.language.status.changebook'),
    ...groups.map((group) => valuePattern(group, 'variable.other.enummember.changebook')),
  ];
}

function valuePattern({ keys: names, values: known, list }: ValueGroup, name: string): Pattern {
  const key = `(?:^|[ \\t{,"'])(?:${alternatives(names)})["']?:`;
  // A list's item may stand below its key, out of sight: then its being an item must do.
  const before = list ? `(?<=${key}[ \\t]*\\[[^\\]\\[{}]*|^[ \\t]*-[ \\t]+["']?)` : `(?<=${key}[ \\t]+["']?)`;
  const end = '(?=["\']?(?:[ \\t]*(?:$|[,}\\]])|[ \\t]+#))';
  return { match: `\\G${before}(?:${alternatives(known)})${end}`, name };
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
}
