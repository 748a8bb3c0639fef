import { cameClosed } from '../../index/cameClosed';
import type { Located } from '../../model/parse/located';
import type { ParsedRecord } from '../../model/parse/record';
import { anyCase } from '../../model/text/anyCase';
import { isHtmlTag } from '../../model/text/isHtmlTag';
import { type TextRange, textRange } from '../../model/text/range';
import { listOf, text } from '../../model/vocabulary/fieldTypes';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';
import { mostOfOneRule } from '../rule';
import { gapsIn, mayHaveGap } from './bracketGaps';

const word = '[\\p{L}\\p{N}_-]';
const choices = `${word}+(?:\\|${word}+){2,}|\\p{L}{2,}\\|\\p{L}{2,}`;
const dates = '(?:yyyy|aaaa)-mm-dd|dd[/-]mm[/-](?:yyyy|aaaa)|hh:mm(?!:ss)';
const numbers = 'v?x\\.y\\.z|x{4,}|\\p{L}{2,10}-x{3,}|\\p{L}{2,6}-(?:yyyy|aaaa)-n{2,}';
const written = anyCase(`TBD|TBC|lorem ipsum|${dates}|${numbers}`);
const gaps =
  '(?<![\\p{L}\\p{N}_])(?:_{2,}[/-]_{2,}[/-]_{2,}|_{3,})(?![\\p{L}\\p{N}_])|(?<![$\\{])\\{\\{\\s?[\\p{L}_][^{}\\n]{0,60}\\}\\}|\\?{3,}';
/** Behind a word it is a type of some language: `List<String>`. */
const anglePattern = /(?<!\p{L}{2})<(\p{L}[^<>\n@:/="]{0,60})>/gu;
/** What a template leaves to be filled in, in one pass that looks at each character a bounded number of times. */
const placeholderPattern = new RegExp(
  `(?<![\\p{L}\\p{N}_|-])(?:${written}|${choices})(?![\\p{L}\\p{N}_|-])|(?<=^|[\\s:([«"'-])(?:…|\\.{3,})(?=$|[\\s).,»"'])|${gaps}`,
  'gu',
);
/** Whether a text may hold some kind of it. */
type Hint = (text: string) => boolean;

const angle = /<(?!https?:)[^\s<>!/][^<>\n]{0,60}>/i;
const match =
  (pattern: RegExp): Hint =>
  (text) =>
    pattern.test(text);
/** A cheap look for each kind; most records have none. Alone each is searched for far faster than all in one. */
const hints: readonly Hint[] = [
  match(/[-/:]mm/i),
  match(/TB[DC]|lorem i/i),
  match(/[^\s|-]\|[^\s|-]/),
  match(/___|\{\{|\?\?\?|x\.y\.z|xxxx|-xxx|-nn/i),
  (text) => text.includes('…') || text.includes('...'),
  (text) => text.includes('<') && angle.test(text),
  mayHaveGap,
];

const abandoned: ReadonlySet<string> = new Set(['rejected', 'cancelled']);

/** `format/placeholder`: nothing of a template is left to fill in. */
export const placeholder = defineRule({
  id: 'format/placeholder',
  severity: 'warning',
  about: 'form',
  errorFrom: 'to_be_reviewed',
  appliesTo: ['change', 'ticket'],
  options: {
    words: {
      type: listOf(text),
      default: [],
      description: {
        en: 'Further words that count as placeholders.',
        es: 'Otras palabras que cuentan como marcadores.',
      },
    },
  },
  title: { en: 'Placeholder left from a template', es: 'Marcador de plantilla sin rellenar' },
  explanation: {
    en: 'Templates leave marks where people must write: `TBD`, `yyyy-mm-dd`, `vX.Y.Z`, `<name>`, `{{title}}`, `[Brief description]`, `____`, `a|b|c`, a lone `…`. One that is still there means that nobody decided yet, which a reviewer must not have to guess. Code, HTML tags, links and table rows are left alone, and so are procedures, which are templates themselves.',
    es: 'Las plantillas dejan marcas donde hay que escribir: `TBD`, `aaaa-mm-dd`, `vX.Y.Z`, `<nombre>`, `{{title}}`, `[Breve descripción]`, `____`, `a|b|c`, unos `…` sueltos. Si sigue ahí, es que nadie lo ha decidido, y quien revisa no debería adivinarlo. No se miran el código, las etiquetas HTML, los enlaces ni las filas de tablas, ni los procedimientos, que son plantillas.',
  },
  messages: {
    left: {
      en: '“{text}” is a placeholder: write what is meant, or remove it.',
      es: '«{text}» es un marcador por rellenar: escribe lo que corresponda o quítalo.',
    },
  },
  *check(record, context) {
    // Nobody fills in any more what nobody will carry out.
    const stage = stageOfRecord(record, context.config);
    if (abandoned.has(stage) || cameClosed(record, stage)) return;
    const words = context.option('words');
    const further = Array.isArray(words) ? words.map(String) : [];
    const { lines, body, bodyStart } = record;
    const parts = [
      { text: lines.text.slice(0, bodyStart), ranges: () => valueRanges(record) },
      { text: lines.text.slice(bodyStart), ranges: body.prose },
    ];
    let left = mostOfOneRule;
    for (const { text, ranges } of parts) {
      // What a part has none of is looked for in none of its values or paragraphs.
      const found = hintsIn(text, further);
      for (const range of found.length > 0 ? ranges() : []) {
        if (!hasHint(textIn(record, range), found)) continue;
        for (const report of inText(record, range, further)) {
          yield report;
          // All are of one severity, so what comes after these is left out anyway.
          if (--left === 0) return;
        }
      }
    }
  },
});

/** What of a template is left in a text that is no record's: code, comments, links and addresses are left alone. */
export function placeholdersOf(text: string): string[] {
  if (hintsIn(text, []).length === 0) return [];
  return placeholdersIn(maskCode(text), [], () => false).map(({ start, end }) => text.slice(start, end));
}

function hintsIn(text: string, further: readonly string[]): Hint[] {
  const found = hints.filter((hint) => hint(text));
  if (further.some((name) => text.includes(name)))
    found.push((part) => further.some((name) => part.includes(name)));
  return found;
}

function hasHint(text: string, hints: readonly Hint[]): boolean {
  for (const hint of hints) if (hint(text)) return true;
  return false;
}

/** What is looked through of a value or paragraph. */
function textIn({ lines }: ParsedRecord, { start, end }: TextRange): string {
  return lines.text.slice(start, Math.min(end, start + 20_000));
}

function* inText(record: ParsedRecord, range: TextRange, further: readonly string[]) {
  const visible = maskCode(textIn(record, range));
  // A name in brackets that is given an address somewhere below is a link.
  const isLink = (name: string): boolean =>
    record.lines.text.toLowerCase().includes(`[${name.toLowerCase()}]:`);
  for (const found of placeholdersIn(visible, further, isLink)) {
    const place = textRange(range.start + found.start, range.start + found.end);
    yield { message: 'left', range: place, args: { text: record.lines.text.slice(place.start, place.end) } };
  }
}

function placeholdersIn(
  source: string,
  further: readonly string[],
  isLink: (name: string) => boolean,
): TextRange[] {
  const found: TextRange[] = [];
  for (const match of source.matchAll(placeholderPattern)) {
    found.push(textRange(match.index, match.index + match[0].length));
  }
  for (const match of source.matchAll(anglePattern)) {
    const name = /^[\p{L}\p{N}-]+/u.exec(match[1] ?? '')?.[0] ?? '';
    if (!isHtmlTag(name)) found.push(textRange(match.index, match.index + match[0].length));
  }
  found.push(...gapsIn(source, isLink));
  for (const name of further) {
    for (
      let at = name === '' ? -1 : source.indexOf(name);
      at >= 0;
      at = source.indexOf(name, at + name.length)
    ) {
      found.push(textRange(at, at + name.length));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Blanks out code spans, comments, links and addresses, keeping every offset. */
function maskCode(source: string): string {
  return source
    .replace(/(`+)(?:(?!`)[\s\S])*?\1(?!`)/g, blank)
    .replace(/<!--(?:(?!-->)[\s\S]){0,400}-->/g, blank)
    .replace(/!?\[[^\][\n]*\](?:\([^()\n]*\)|\[[^\][\n]*\])/g, blank)
    .replace(/<[a-z][a-z\d+.-]*:[^<>\s]*>|\bhttps?:\/\/\S+/gi, blank);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** The values of the front matter, each on its own. */
function valueRanges(record: ParsedRecord): TextRange[] {
  const ranges: TextRange[] = [];
  const visit = ({ node, fields, items }: Located): void => {
    for (const name in fields) if (fields[name]) visit(fields[name]);
    if (!fields && node.kind === 'scalar') ranges.push(node.range);
    if (items) for (const part of items) visit(part);
  };
  visit(record.located);
  return ranges;
}
