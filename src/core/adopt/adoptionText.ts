import { fillIn, inQuotes, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';
import { baseName } from '../model/text/paths';
import { plainName } from '../model/text/plainName';
import { sectionIn } from '../model/vocabulary/sections';
import type { Adoption } from './adoption';
import { type AdoptRefusal, adoptRefusals } from './adoptRefusals';

const sentences = {
  steps: {
    en: '{id} {title}: {count} {count|step|steps}, from {source}',
    es: '{id} {title}: {count} {count|paso|pasos}, de {source}',
  },
  section: { en: '{section}: {title} (line {line})', es: '{section}: {title} (línea {line})' },
  added: {
    en: '{count} {count|line|lines} without a box got one',
    es: '{count} {count|línea|líneas} sin casilla ya la {count|tiene|tienen}',
  },
  offered: {
    en: '{count} {count|line looks like a step and has|lines look like steps and have} no box; --boxes adds {count|it|them}:',
    es: '{count} {count|línea parece un paso y no tiene|líneas parecen pasos y no tienen} casilla; --boxes la añade:',
  },
  line: { en: 'line {line}: {text}', es: 'línea {line}: {text}' },
  more: { en: 'and {count} more', es: 'y {count} más' },
  unplaced: { en: 'Worth a look:', es: 'Conviene revisar:' },
  noSteps: {
    en: 'it has no steps: write each as `- [ ] …`',
    es: 'no tiene pasos: escribe cada uno como `- [ ] …`',
  },
  ticked: {
    en: '{count} ticked {count|step|steps}; a change begins with all of them open',
    es: '{count} {count|paso marcado|pasos marcados}; un cambio empieza con todos sin marcar',
  },
  dropped: {
    en: 'fields of its front matter that the new file does not have: {keys}',
    es: 'campos de su front matter que el fichero nuevo no lleva: {keys}',
  },
  fileName: {
    en: 'the name of the file, which does not begin with {id}: `check` warns of it until it is renamed',
    es: 'el nombre del fichero, que no empieza por {id}: `check` lo advierte hasta que se cambie',
  },
  table: {
    en: 'line {line}: a table, whose rows nobody can tick',
    es: 'línea {line}: una tabla, cuyas filas nadie puede marcar',
  },
  html: {
    en: 'line {line}: a box in HTML, which nobody can tick',
    es: 'línea {line}: una casilla en HTML, que nadie puede marcar',
  },
  text: {
    en: 'line {line}: {title} has no steps and stays as text of the deployment',
    es: 'línea {line}: {title} no tiene pasos y queda como texto del despliegue',
  },
  title: {
    en: 'line {line}: {title} is no heading, so it begins no section; write it as `## …`',
    es: 'línea {line}: {title} no es un encabezado y no empieza una sección; escríbelo como `## …`',
  },
  unclosed: {
    en: 'line {line}: what begins here is not closed and hides the text below it',
    es: 'línea {line}: lo que empieza aquí no se cierra y oculta el texto de debajo',
  },
  links: {
    en: '{count} {count|link leads|links lead} to the same {count|file|files} from the new place',
    es: '{count} {count|enlace lleva al mismo fichero|enlaces llevan a los mismos ficheros} desde el lugar nuevo',
  },
} as const satisfies { [name: string]: Localized };

/** So many lines of a kind are told to people; a report for machines has all. */
const mostLines = 20;

/** What is told of an adoption: the procedure, what was recognised, and indented below what was not. */
export function adoptionLines(adoption: Adoption, language: Language): string[] {
  const { boxes, boxesAdded } = adoption;
  const lines = [adoptionLine(adoption, language), ...few(foundLines(adoption, language), language, '  ')];
  const count = { count: boxes.length };
  if (boxes.length > 0) lines.push(indented(said(language, boxesAdded ? 'added' : 'offered', count)));
  const offered = boxesAdded ? [] : boxes;
  const shown = offered.map(({ line, text }) =>
    said(language, 'line', { line: line + 1, text: oneLineValue(text, 80) }),
  );
  lines.push(...few(shown, language));
  const left = leftLines(adoption, language);
  if (left.length > 0) lines.push(indented(said(language, 'unplaced')), ...few(left, language));
  return lines;
}

/** A procedure that is made of a file, in one line. */
export function adoptionLine({ id, title, steps, source }: Adoption, language: Language): string {
  const named = inQuotes(oneLineValue(title, 80), language);
  return said(language, 'steps', { id, title: named, count: steps, source });
}

/** What of a file was recognised besides steps. */
export function foundLines({ sections, links }: Adoption, language: Language): string[] {
  const lines = sections.map(({ heading, section }) => {
    const args = { section: sectionIn(language, section), title: quoted(heading.title, language) };
    return said(language, 'section', { ...args, line: heading.line + 1 });
  });
  return links > 0 ? [...lines, said(language, 'links', { count: links })] : lines;
}

/** What of a file has no place in a procedure. */
export function leftLines(adoption: Adoption, language: Language): string[] {
  const { id, steps, boxes, ticked, fields, unplaced, source, file } = adoption;
  const lines: string[] = [];
  if (steps === 0 && boxes.length === 0) lines.push(said(language, 'noSteps'));
  if (ticked > 0) lines.push(said(language, 'ticked', { count: ticked }));
  if (fields.length > 0)
    lines.push(said(language, 'dropped', { keys: oneLineValue(fields.join(', '), 200) }));
  if (source === file && !plainName(baseName(file)).startsWith(plainName(id)))
    lines.push(said(language, 'fileName', { id }));
  for (const { kind, line, text } of unplaced) {
    const args = { line: line + 1, title: quoted(text, language) };
    lines.push(said(language, kind === 'section' ? 'text' : kind, args));
  }
  return lines;
}

function said(language: Language, name: keyof typeof sentences, args: MessageArgs = {}): string {
  return fillIn(sentences[name][language], args);
}

function indented(line: string): string {
  return `  ${line}`;
}

/** The first of many lines, further in than what they belong to. */
function few(lines: readonly string[], language: Language, indent = '    '): string[] {
  const more = lines.length - mostLines;
  const shown = more > 0 ? [...lines.slice(0, mostLines), said(language, 'more', { count: more })] : lines;
  return shown.map((line) => indent + line);
}

function quoted(title: string, language: Language): string {
  return inQuotes(oneLineValue(title, 60), language);
}

/** Why a file is not adopted, in one sentence that begins with its path. */
export function refusedText(path: string, { refused, args = {} }: AdoptRefusal, language: Language): string {
  return `${path}: ${fillIn(adoptRefusals[refused][language], args)}`;
}
