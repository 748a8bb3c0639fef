import { asMarkdown } from '../language/plainText';
import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { type Line, linesOf, truncatedMarkdown } from '../model/text/truncatedMarkdown';
import { localText } from '../model/time/localText';
import { exceptionKinds } from './reconcileException';
import type { ReconcileReport } from './reconcileReport';
import { kindTitles, placeText } from './reconcileText';

const words = {
  title: { en: 'Deployments and records', es: 'Despliegues y registros' },
  compared: {
    en: '{deployments} {deployments|deployment|deployments} and {changes} deployed {changes|record|records} compared, {from} to {to} ({zone}).',
    es: '{deployments} {deployments|despliegue|despliegues} y {changes} {changes|registro desplegado|registros desplegados} comparados, del {from} al {to} ({zone}).',
  },
  agrees: {
    en: 'Every deployment has its record, and every record its deployment.',
    es: 'Cada despliegue tiene su registro, y cada registro su despliegue.',
  },
  agreesElse: {
    en: 'Every other deployment has its record, and every record its deployment.',
    es: 'Cada uno de los demás despliegues tiene su registro, y cada registro su despliegue.',
  },
  excused: {
    en: '{count} {count|deployment needs|deployments need} no record by the configuration (`unrecorded`).',
    es: '{count} {count|despliegue no necesita|despliegues no necesitan} registro según la configuración (`sin_registro`).',
  },
  sweeping: {
    en: 'The configuration lets everything run without a record',
    es: 'La configuración deja que todo se despliegue sin registro',
  },
  exceptions: { en: '{count} {count|exception|exceptions}.', es: '{count} {count|excepción|excepciones}.' },
  missing: { en: 'Not everything could be compared', es: 'No se ha podido comparar todo' },
  unrecorded: { en: 'Needs no record', es: 'No necesita registro' },
  doubled: {
    en: 'Listed more than once, and counted once',
    es: 'En las listas más de una vez, y contado una',
  },
  notCompared: {
    en: 'Names no release, so that tags tell nothing of it',
    es: 'No nombra publicación, así que las etiquetas no dicen nada de ello',
  },
  lists: { en: 'Compared with', es: 'Comparado con' },
  list: {
    en: '{list}: {rows} {rows|deployment|deployments}{notRun}',
    es: '{list}: {rows} {rows|despliegue|despliegues}{notRun}',
  },
  notRun: { en: ', {count} of them never ran', es: ', {count} no {count|llegó|llegaron} a ejecutarse' },
} as const satisfies { readonly [name: string]: Localized };

/** A word of the report. */
export function reconcileWord(language: Language, name: keyof typeof words, args: MessageArgs = {}): string {
  return fillIn(words[name][language], args);
}

/** A part of the report: its title, and for each entry a sentence with where it stands. */
export interface ReconcilePart {
  readonly title: string;
  /** Whether it speaks against somebody, and is no mere information. */
  readonly serious: boolean;
  readonly entries: readonly { readonly message: string; readonly places: readonly string[] }[];
}

/** How the comparison came out, in a sentence or two. */
export function reconcileSummary(report: ReconcileReport, language: Language): string {
  const { deployments, changes, zone, exceptions, complete } = report;
  const [from, to] = [report.from.slice(0, 10), lastDay(report.to, zone)];
  const told = [reconcileWord(language, 'compared', { deployments, changes, from, to, zone })];
  const excused = report.unrecorded.length;
  if (excused > 0) told.push(reconcileWord(language, 'excused', { count: excused }));
  if (exceptions.length > 0) told.push(reconcileWord(language, 'exceptions', { count: exceptions.length }));
  else if (complete) told.push(reconcileWord(language, excused > 0 ? 'agreesElse' : 'agrees'));
  return told.join(' ');
}

/** The day of the last moment before another one, which is the first that does not count. */
function lastDay(end: string, zone: string): string {
  return localText(Date.parse(end) - 1, zone).slice(0, 10);
}

/** The parts of a report that have something in them, the worst first. */
export function reconcileParts(report: ReconcileReport, language: Language): ReconcilePart[] {
  const place = (one: ReconcileReport['doubled'][number]['again'][number]): string =>
    placeText(
      { list: one.list, ...(one.row ? { row: one.row } : {}), ...(one.id ? { id: one.id } : {}) },
      language,
    );
  const recordPlace = ({ file, line }: ReconcileReport['notCompared'][number]): string => `${file}:${line}`;
  const part = (title: string, serious: boolean, entries: ReconcilePart['entries']): ReconcilePart[] =>
    entries.length > 0 ? [{ title, serious, entries }] : [];
  const { missing, sweeping, exceptions, unrecorded, doubled, notCompared, lists } = report;
  return [
    ...part(
      reconcileWord(language, 'missing'),
      true,
      missing.map((message) => ({ message, places: [] })),
    ),
    ...part(
      reconcileWord(language, 'sweeping'),
      true,
      sweeping.map(({ message }) => ({ message, places: [] })),
    ),
    ...exceptionKinds.flatMap((kind) =>
      part(
        kindTitles[kind][language],
        true,
        exceptions
          .filter((exception) => exception.kind === kind)
          .map(({ message, deployment, record, candidates }) => ({
            message,
            places: [
              ...(deployment ? [place(deployment.place)] : []),
              ...[record ?? [], candidates].flat().slice(0, 6).map(recordPlace),
            ],
          })),
      ),
    ),
    ...part(
      reconcileWord(language, 'unrecorded'),
      false,
      unrecorded.map(({ message, deployment }) => ({ message, places: [place(deployment.place)] })),
    ),
    ...part(
      reconcileWord(language, 'doubled'),
      false,
      doubled.map(({ deployment, again }) => ({
        message: [
          deployment.component,
          deployment.version ?? deployment.ref ?? deployment.commit,
          deployment.at,
        ]
          .filter(Boolean)
          .join(' · '),
        places: [deployment.place, ...again].slice(0, 6).map(place),
      })),
    ),
    ...part(
      reconcileWord(language, 'notCompared'),
      false,
      notCompared.map((record) => ({ message: record.id ?? record.file, places: [recordPlace(record)] })),
    ),
    ...part(
      reconcileWord(language, 'lists'),
      false,
      lists.map(({ list, rows, notRun }) => {
        const left = notRun > 0 ? reconcileWord(language, 'notRun', { count: notRun }) : '';
        return { message: reconcileWord(language, 'list', { list, rows, notRun: left }), places: [] };
      }),
    ),
  ];
}

/** A comparison as a markdown document. Values from lists and records are escaped. */
export function reconcileMarkdown(report: ReconcileReport, language: Language): string {
  const blocks: (readonly Line[])[] = [
    ['<!-- changebook-reconcile -->'],
    [`## ${reconcileWord(language, 'title')}`],
    [asMarkdown(reconcileSummary(report, language), 600)],
  ];
  for (const { title, serious, entries } of reconcileParts(report, language)) {
    blocks.push([`### ${serious ? '❌ ' : ''}${title}`]);
    blocks.push(
      entries.map(({ message, places }) => () => {
        const where = places.length > 0 ? ` (${places.map((one) => asMarkdown(one, 200)).join('; ')})` : '';
        return `- ${asMarkdown(message, 800)}${where}`;
      }),
    );
  }
  return truncatedMarkdown(linesOf(blocks), language);
}
