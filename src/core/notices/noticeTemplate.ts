import { type ConfigText, isTemplate } from '../config/configFiles';
import { locate } from '../model/parse/located';
import { plainFrontMatter } from '../model/parse/plainFrontMatter';
import { type Problem, withConflicts } from '../model/parse/problem';
import { readFields } from '../model/parse/readFields';
import { readFrontMatter } from '../model/parse/readFrontMatter';
import { conflictMarkers, withoutConflictMarkers } from '../model/text/conflictMarkers';
import { LineMap } from '../model/text/lineMap';
import type { Language } from '../model/text/localized';
import { baseName } from '../model/text/paths';
import { type TextRange, textRange } from '../model/text/range';
import { objectSchema } from '../model/vocabulary/fieldType';
import { templateFields } from '../model/vocabulary/templateFields';
import { builtInPartials } from './builtInPartials';
import type { Audience, Channel, NoticeKind } from './noticeKind';

/** The longest template, in characters. */
export const longestTemplate = 20_000;

const schema = objectSchema(templateFields);

/** Texts of a team's templates by file name, without the folder: `start.es.md`, `_signature.md`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** The templates among the texts of a configuration. */
export function templateTexts(texts: readonly ConfigText[]): TemplateTexts {
  return new Map(
    texts.filter(({ file }) => isTemplate(file)).map(({ file, text }) => [baseName(file), text]),
  );
}

/** A parsed template. */
export interface NoticeTemplate {
  /** File name in the folder of templates; undefined for a built-in one. */
  readonly file: string | undefined;
  readonly lines: LineMap;
  readonly subject: string | undefined;
  readonly subjectRange: TextRange;
  readonly channel: Channel | undefined;
  readonly audience: Audience | undefined;
  readonly body: string;
  /** Line (from 0) on which the body begins. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** Reads a template: front matter, which may be missing, and markdown with Liquid in it. */
export function readTemplate(source: string, file?: string): NoticeTemplate {
  const whole = source.slice(0, longestTemplate);
  const lines = new LineMap(whole);
  const conflicts = conflictMarkers(whole);
  const frontMatter = readFrontMatter(withoutConflictMarkers(whole, conflicts));
  const bodyStart = frontMatter?.bodyStart ?? 0;
  const root = frontMatter?.yaml.root;
  const map =
    root?.kind === 'map' ? root : { kind: 'map' as const, range: textRange(0), flow: false, entries: [] };
  const read = readFields(map, templateFields, schema);
  const problems: Problem[] = withConflicts(
    [...(frontMatter?.yaml.problems ?? []), ...read.problems],
    conflicts,
  );
  if (source.length > longestTemplate) {
    const args = { size: (source.length / 1000).toFixed(0), limit: longestTemplate / 1000 };
    problems.push({ code: 'tooLarge', range: textRange(0, 1), args });
  }
  const { subject, channel, audience } = read.data;
  const subjectRange = locate(read.located, ['subject'])?.node.range ?? textRange(0);
  const body = whole.slice(bodyStart);
  return {
    file,
    lines,
    subject,
    subjectRange,
    channel,
    audience,
    body,
    bodyLine: lines.lineAt(bodyStart),
    problems,
  };
}

/** A built-in template. It has no mistakes, so its places are not needed. */
function shippedTemplate(text: string): NoticeTemplate {
  const { data, body } = plainFrontMatter(text);
  const subject = typeof data.subject === 'string' ? data.subject : undefined;
  return { ...readTemplate(''), subject, body };
}

/** The template for a kind in a language: the team's own, else the built-in one. */
export function templateFor(kind: NoticeKind, language: Language, texts: TemplateTexts): NoticeTemplate {
  const file = `${kind.name}.${language}.md`;
  const own = texts.get(file);
  return own === undefined ? shippedTemplate(kind.template[language]) : readTemplate(own, file);
}

/** The partials that templates of a language may include, by name. */
export function partialsFor(language: Language, texts: TemplateTexts): { [name: string]: string } {
  const partials = Object.fromEntries(
    Object.entries(builtInPartials).map(([name, text]) => [name, withoutLastBreak(text[language])]),
  );
  // Those for the language come last, so that they override the others.
  const names = [...texts.keys()].sort((a, b) => a.split('.').length - b.split('.').length);
  for (const file of names) {
    const [, name, of] = /^_([\w-]+)(?:\.(en|es))?\.md$/.exec(file) ?? [];
    const text = texts.get(file);
    if (name && text !== undefined && (of === undefined || of === language)) {
      partials[name] = withoutLastBreak(text.slice(0, longestTemplate));
    }
  }
  return partials;
}

/** A partial is included within a line, which has its own line break. */
function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, '');
}
