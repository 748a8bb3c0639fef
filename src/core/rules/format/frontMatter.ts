import { firstPlace, indentTitle, messagesFor, reportOf, withRename } from '../../findings/problemReports';
import type { ReportedFix } from '../../findings/report';
import { type ProblemCode, yamlTypoCodes } from '../../model/parse/problem';
import { topOf } from '../../model/parse/readFrontMatter';
import type { ParsedRecord } from '../../model/parse/record';
import { lineBreakOf } from '../../model/text/edit';
import { textRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

const codes = [
  'yaml',
  ...yamlTypoCodes,
  'notMapping',
  'duplicateKey',
  'otherLanguage',
  'unclosed',
  'lostNumber',
  'lostItem',
  'none',
  'above',
  'unfenced',
  'tooLarge',
  'fileTooLarge',
  'tooDeep',
  'tooMany',
  'alias',
  'tag',
  'keyKind',
  'document',
  'notText',
  'wideText',
] as const satisfies ProblemCode[];

/** `format/front-matter`: the front matter can be read, whole and safely. */
export const frontMatter = defineRule({
  id: 'format/front-matter',
  severity: 'error',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'Front matter that cannot be read', es: 'Front matter que no se puede leer' },
  explanation: {
    en: 'A record begins, on its first line, with YAML between two lines of exactly `---`: one mapping, every key once, no anchors, aliases or tags. Records come from pull requests of strangers, so there are limits: 64 KB of YAML, 20 levels, 5,000 values, 1 MB for the whole file, and no front matter language but YAML. Whatever can be read beside the mistake is still checked. A file whose name or `id` begins with CHG, PROC or TKT, or fits `id_pattern`, means to be a record, whatever stands above its front matter or in its `type`.',
    es: 'Un registro empieza, en su primera línea, con YAML entre dos líneas con `---` exactamente: un solo conjunto de claves, cada una una vez, sin anclas, alias ni etiquetas. Los registros llegan en pull requests de desconocidos, por eso hay límites: 64 KB de YAML, 20 niveles, 5.000 valores, 1 MB para todo el fichero y ningún otro lenguaje que YAML. Lo que se puede leer junto al error se comprueba igualmente. Un fichero cuyo nombre o `id` empieza por CHG, PROC o TKT, o encaja en `patron_id`, quiere ser un registro, haya lo que haya encima de su front matter o en su `tipo`.',
  },
  messages: { ...messagesFor(codes), first: firstPlace },
  fixTitles: {
    rename: { en: 'Change to “{name}”', es: 'Cambiar por «{name}»' },
    indent: indentTitle,
    top: { en: 'Put the front matter on the first line', es: 'Poner el front matter en la primera línea' },
    fence: { en: 'Add the missing `---`', es: 'Añadir el `---` que falta' },
  },
  *check(record) {
    // What is no text has no front matter either.
    const isText = !record.problems.some(({ code }) => code === 'notText' || code === 'wideText');
    for (const problem of record.problems) {
      if (!codes.some((code) => code === problem.code)) continue;
      if (problem.code === 'none' && !isText) continue;
      const fix = placeFix(problem.code, record);
      const report = fix ? { ...reportOf(problem), fixes: [fix] } : withRename(problem);
      // Somebody may have meant a comment, or a dash.
      const isGuess = problem.code === 'lostNumber' || problem.code === 'lostItem';
      yield isGuess ? { ...report, severity: 'warning' } : report;
    }
  },
});

/** The repair of front matter that begins in the wrong place; what somebody wrote above it goes below it. */
function placeFix(code: ProblemCode, record: ParsedRecord): ReportedFix | undefined {
  if (code !== 'above' && code !== 'unfenced') return undefined;
  const { fence, content, bodyStart, lines } = record;
  const { text } = lines;
  const top = topOf(text);
  const lineBreak = lineBreakOf(text);
  const above = text
    .slice(top, fence.start)
    .replace(/[\uFEFF\u200B]/g, '')
    .trim();
  const edits = [{ range: textRange(top, fence.start), text: code === 'above' ? '' : `---${lineBreak}` }];
  if (code === 'unfenced' && !text.startsWith('---', content.end))
    edits.push({ range: textRange(content.end), text: `---${lineBreak}` });
  if (above !== '') {
    const before = /[\r\n]$/.test(text.slice(0, bodyStart)) ? '' : lineBreak;
    edits.push({ range: textRange(bodyStart), text: `${before}${above}${lineBreak}` });
  }
  return { title: code === 'above' ? 'top' : 'fence', edits, certain: code === 'above' && above === '' };
}
