import type { Report } from '../../findings/report';
import { cameClosed } from '../../index/cameClosed';
import type { ProblemCode } from '../../model/parse/problem';
import type { ParsedRecord } from '../../model/parse/record';
import type { Heading } from '../../model/parse/step';
import { lineBreakOf, type TextEdit } from '../../model/text/edit';
import type { Language } from '../../model/text/localized';
import { type TextRange, textRange } from '../../model/text/range';
import {
  type ChangeSectionName,
  changeSectionNames,
  changeSections,
  sectionTitled,
} from '../../model/vocabulary/sections';
import { defineRule } from '../defineRule';
import { stageOfRecord } from '../recordStage';

/** `format/sections`: a change has its nine sections, filled and in order. */
export const sections = defineRule({
  id: 'format/sections',
  severity: 'warning',
  about: 'form',
  errorFrom: 'to_be_reviewed',
  reads: ['status'],
  sources: ['M'],
  title: { en: 'Section of a change missing or empty', es: 'Sección de un cambio ausente o vacía' },
  explanation: {
    en: 'Whoever reviews a change looks for nine things: summary, components, impact, tickets, changelog, deployment, rollback, tests and checklist. Each is a `##` heading in English or Spanish with something below it, in this order; further sections may stand between them. While a change is being written a gap is a warning; once it is to be reviewed it is an error. A change that was closed before it was imported keeps the order of its own.',
    es: 'Quien revisa un cambio busca nueve cosas: resumen, componentes, impacto, tickets, cambios, despliegue, reversión, pruebas y checklist. Cada una es un encabezado `##` en español o inglés con algo debajo, en este orden; puede haber otras secciones entre ellas. Mientras se escribe el cambio, una sección que falta es una advertencia; desde que está por revisar es un error. Un cambio que ya estaba cerrado al importarlo conserva su propio orden.',
  },
  messages: {
    missing: {
      en: 'The section “{title}” is missing; it belongs below here.',
      es: 'Falta la sección «{title}»; va debajo de aquí.',
    },
    missingMany: {
      en: '{count} {count|section is missing; it belongs|sections are missing; they belong} below here: {titles}.',
      es: '{count|Falta|Faltan} {count} {count|sección; va|secciones; van} debajo de aquí: {titles}.',
    },
    empty: { en: 'The section “{title}” is empty.', es: 'La sección «{title}» está vacía.' },
    unclosed: {
      en: 'What begins here is not closed, so the headings below it are none: close it with `{close}`.',
      es: 'Lo que empieza aquí no se cierra, así que los encabezados de debajo no lo son: ciérralo con `{close}`.',
    },
    order: {
      en: 'The section “{title}” usually stands before “{before}”.',
      es: 'La sección «{title}» suele ir antes de «{before}».',
    },
  },
  fixTitles: {
    add: { en: 'Add the section “{title}”', es: 'Añadir la sección «{title}»' },
    addAll: {
      en: 'Add the {count} missing {count|section|sections}',
      es: 'Añadir {count|la sección que falta|las {count} secciones que faltan}',
    },
  },
  *check(record, { config }) {
    // Others wrote it, to their own order.
    if (cameClosed(record, stageOfRecord(record, config))) return;
    // Of a record that could not be read whole, that is what there is to say.
    if (record.problems.some(({ code }) => unread.has(code))) return;
    const present = presentSections(record);
    yield* missingSections(record, present);
    let highest = -1;
    for (const { place, heading } of present) {
      if (heading.empty) yield { message: 'empty', range: heading.range, args: { title: heading.title } };
      if (place < highest) {
        const before = present.find((other) => other.place > place);
        const args = { title: heading.title, before: before?.heading.title ?? '' };
        yield { message: 'order', range: heading.range, args, severity: 'info' };
      }
      highest = Math.max(highest, place);
    }
  },
});

const unread: ReadonlySet<ProblemCode> = new Set([
  ...(['otherLanguage', 'unclosed', 'none', 'tooLarge', 'fileTooLarge', 'tooDeep', 'tooMany'] as const),
]);

/** A section that is there, with its place in the usual order. */
interface PresentSection {
  readonly name: ChangeSectionName;
  readonly place: number;
  readonly heading: Heading;
}

/** The sections that are there, each once, in the order in which they stand. */
function presentSections({ body }: ParsedRecord): PresentSection[] {
  const present = changeSectionNames.flatMap((name, place) => {
    const heading = body.headings.find(({ level, section }) => level === 2 && section === name);
    return heading ? [{ name, place, heading }] : [];
  });
  return present.sort((a, b) => a.heading.line - b.heading.line);
}

function* missingSections(record: ParsedRecord, present: readonly PresentSection[]): Generator<Report> {
  const missing = changeSectionNames.filter((name) => !present.some((section) => section.name === name));
  if (missing.length === 0) return;
  const hidden = record.body.unclosed;
  if (hidden) {
    // They may be missing only because of it.
    const mark = record.lines.text.slice(hidden.start, hidden.end);
    yield { message: 'unclosed', range: hidden, args: { close: mark === '<!--' ? '-->' : mark } };
    return;
  }
  const language = sectionLanguage(record, present);
  const gaps = missing.map((name) => gapFor(name, language, record, present));
  // Sections that go to one place are one insertion, so that they keep their order.
  const all = mergeInsertions(gaps.map(({ edit }) => edit));
  const addAll = { title: 'addAll', args: { count: missing.length }, edits: all };
  // One finding a place.
  for (const range of new Set(gaps.map(({ at }) => at))) {
    const here = gaps.filter(({ at }) => at === range);
    const titles = here.map(({ title }) => title);
    const single = here.map(({ title, edit }) => ({ title: 'add', args: { title }, edits: [edit] }));
    yield {
      message: here.length > 1 ? 'missingMany' : 'missing',
      range,
      args: { title: titles[0] ?? '', count: here.length, titles: titles.join(', ') },
      fixes: missing.length > 1 ? [addAll, ...single] : single,
    };
  }
}

/** The language of the headings that are there, else of the keys. */
function sectionLanguage(record: ParsedRecord, present: readonly PresentSection[]): Language {
  const telling = present.flatMap(({ heading }) => sectionTitled(heading.title)?.language ?? []);
  if (telling.length === 0) return record.data.language ?? record.language;
  const english = telling.filter((language) => language === 'en');
  return english.length * 2 >= telling.length ? 'en' : 'es';
}

/** A missing section: its title, the heading that it follows and is pointed out at, and the edit that adds it. */
interface Gap {
  readonly title: string;
  readonly at: TextRange;
  readonly edit: TextEdit;
}

function gapFor(
  name: ChangeSectionName,
  language: Language,
  { lines, body, fence }: ParsedRecord,
  present: readonly PresentSection[],
): Gap {
  const wanted = changeSectionNames.indexOf(name);
  const before = present.filter(({ place }) => place < wanted).at(-1);
  const next = present.find(({ place }) => place > wanted);
  const top = body.headings.find((heading) => heading.level === 1);
  const title = changeSections[name][language];
  const at = before?.heading.range ?? top?.range ?? fence;
  const lineBreak = lineBreakOf(lines.text);
  const line = `## ${title}${lineBreak}`;
  if (next) {
    const range = textRange(lines.startOf(next.heading.line));
    return { title, at, edit: { range, text: line + lineBreak } };
  }
  const lead = /[\r\n]$/.test(lines.text) ? lineBreak : lineBreak + lineBreak;
  return { title, at, edit: { range: textRange(lines.text.length), text: lead + line } };
}

function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const byPlace = new Map<number, TextEdit>();
  for (const edit of edits) {
    const before = byPlace.get(edit.range.start);
    byPlace.set(
      edit.range.start,
      before
        ? { range: edit.range, text: before.text + edit.text.replace(/^(\r\n|\r|\n)(?=\1#)/, '') }
        : edit,
    );
  }
  return [...byPlace.values()];
}
