import { variableStep } from '../../edits/variableStep';
import { placeOf } from '../../findings/places';
import type { ReportedFix } from '../../findings/report';
import type { RecordOf } from '../../model/parse/record';
import { lineBreakOf } from '../../model/text/edit';
import { textRange } from '../../model/text/range';
import { sectionTitled } from '../../model/vocabulary/sections';
import { defineRule } from '../defineRule';

/** `release/variables`: a new environment variable is set by a step. */
export const releaseVariables = defineRule({
  id: 'release/variables',
  severity: 'warning',
  lasts: 'open',
  reads: ['release'],
  sources: ['R'],
  title: { en: 'No step sets a new variable', es: 'Ningún paso define una variable nueva' },
  explanation: {
    en: 'A release that needs a new environment variable names it in `release.variables`, with its purpose and what holds where it is not set; the pull request of the release lists them. Nobody forgets to set one that has a step: some step of the change mentions each by its name. The fix adds one to the checklist, and `changebook new` writes it for variables that it is given.',
    es: 'Una publicación que necesita una variable de entorno nueva la nombra en `publicacion.variables`, con su propósito y lo que vale si no se define; la pull request de la publicación las lista. Nadie olvida definir la que tiene un paso: algún paso del cambio menciona cada una por su nombre. El arreglo añade uno al checklist, y `changebook new` lo escribe para las variables que recibe.',
  },
  messages: {
    noStep: {
      en: 'No step mentions the new environment variable {name}; add one that sets it to the checklist.',
      es: 'Ningún paso menciona la variable de entorno nueva {name}; añade al checklist uno que la defina.',
    },
  },
  fixTitles: {
    add: { en: 'Add a step for {name} to the checklist', es: 'Añadir al checklist un paso para {name}' },
  },
  *check(record) {
    const { variables = [] } = record.data.release ?? {};
    if (variables.length === 0) return;
    const words = new Set(record.body.steps.flatMap(({ text }) => text.split(/[^\p{L}\p{N}_]+/u)));
    for (const [at, variable] of variables.entries()) {
      const { name } = variable;
      if (!name || name.split(/[^\p{L}\p{N}_]+/u).every((word) => words.has(word))) continue;
      const range = placeOf(record, ['release', 'variables', at, 'name']);
      yield { message: 'noStep', range, args: { name }, fixes: addStep(record, variable, name) };
    }
  },
});

/** Adds a step at the end of the checklist, where there is one. */
function addStep(
  { body, lines, data, language }: RecordOf<'change'>,
  variable: Parameters<typeof variableStep>[0],
  name: string,
): ReportedFix[] {
  const heading = body.headings.find(({ level, section }) => level === 2 && section === 'checklist');
  if (!heading) return [];
  const from = lines.startOf(heading.line);
  const held = lines.text.slice(from, lines.startOf(heading.endLine)).trimEnd();
  const lineBreak = lineBreakOf(lines.text);
  const last = held.slice(Math.max(held.lastIndexOf('\n'), held.lastIndexOf('\r')) + 1);
  // Below a list it is one more item; below anything else it stands apart.
  const lead = /^\s*(?:[-*+]|\d+[.)])\s/.test(last) ? lineBreak : lineBreak + lineBreak;
  const words = sectionTitled(heading.title)?.language ?? data.language ?? language;
  const text = lead + variableStep(variable, words);
  return [{ title: 'add', args: { name }, edits: [{ range: textRange(from + held.length), text }] }];
}
