import { titleOf } from '../index/summarise';
import { asMarkdown } from '../language/plainText';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { type Line, linesOf, truncatedMarkdown } from '../model/text/truncatedMarkdown';
import { localText } from '../model/time/localText';
import { stateName } from '../model/vocabulary/stateName';
import { withSpaces } from '../model/vocabulary/vocabulary';
import { initialStatus } from '../workflow/stages';
import type { AuditEvent } from './auditEvent';
import type { AuditSubject } from './auditSubject';
import { deviationText, eventText, evidenceAndReason, spanText, stepPlace } from './auditText';

const words = {
  title: { en: 'Audit trail of {record}', es: 'Historial de {record}' },
  status: { en: 'Status', es: 'Estado' },
  planned: { en: 'Planned', es: 'Previsto' },
  actual: { en: 'Actual', es: 'Real' },
  file: { en: 'File', es: 'Fichero' },
  when: { en: 'When', es: 'Cuándo' },
  who: { en: 'Who', es: 'Quién' },
  what: { en: 'What', es: 'Qué' },
  grounds: { en: 'Evidence and reason', es: 'Evidencia y motivo' },
  commit: { en: 'Commit', es: 'Commit' },
  none: { en: 'No commit has changed this record yet.', es: 'Ningún commit ha cambiado aún este registro.' },
  zone: { en: 'Times are those of {zone}.', es: 'Las horas son las de {zone}.' },
  count: {
    en: '{count} {count|event|events}, {byHand} of them by hand.',
    es: '{count} {count|evento|eventos}, {byHand} de ellos a mano.',
  },
  notYet: { en: 'not yet', es: 'aún no' },
} as const satisfies { [name: string]: Localized };

/** Part of a word that would take the width of a table, such as a digest. */
const longWord = /[0-9a-f]{16}(?=[0-9a-f]{8})/g;

type Fact = readonly [name: string, text: string];

/** The facts at the head of a trail with their labels: state, planned and actual times. */
export function auditHead(subject: AuditSubject, language: Language): Fact[] {
  const { record } = subject;
  if (record.type === 'procedure') return [];
  const status = record.data.status ?? initialStatus(record.type);
  return [
    [words.status[language], withSpaces(stateName(status, language))],
    ...auditTimes(subject, language),
  ];
}

/** When a change was to take place, and when it did. */
export function auditTimes({ zone, times }: AuditSubject, language: Language): Fact[] {
  if (!times) return [];
  const planned = spanText(times.planned, zone);
  const actual = spanText(times.actual, zone);
  const real = actual && [actual, deviationText(times, language)].filter((text) => text !== '').join(' · ');
  return [
    ...(planned ? [[words.planned[language], planned] as const] : []),
    ...(real || planned ? [[words.actual[language], real ?? words.notYet[language]] as const] : []),
  ];
}

/** A sentence with the number of events and the zone of their times. */
export function auditCount({ events, zone }: AuditSubject, language: Language): string {
  if (events.length === 0) return words.none[language];
  const byHand = events.filter(({ own, action }) => !own && action !== 'mention').length;
  const count = fillIn(words.count[language], { count: events.length, byHand });
  return `${count} ${fillIn(words.zone[language], { zone })}`;
}

/** A trail as a markdown document. Values from the record are escaped. */
export function auditMarkdown(subject: AuditSubject, language: Language): string {
  const { record, file, events, zone } = subject;
  const say = (word: keyof typeof words): string => words[word][language];
  const name = [record.data.id, titleOf(record)].filter(Boolean).join(' · ') || file;
  const head = [...auditHead(subject, language), [say('file'), file] as const];
  const blocks: (readonly Line[])[] = [
    [`# ${fillIn(say('title'), { record: asMarkdown(name, 200) })}`],
    head.map(([label, text]) => `- **${label}:** ${asMarkdown(text, 300)}`),
    [asMarkdown(auditCount(subject, language), 300)],
    events.length > 0 ? tableOf(events, zone, language) : [],
  ];
  return truncatedMarkdown(linesOf(blocks), language);
}

function tableOf(events: readonly AuditEvent[], zone: string, language: Language): Line[] {
  const columns = (['when', 'who', 'what', 'grounds', 'commit'] as const).map(
    (word) => words[word][language],
  );
  const rowOf = (event: AuditEvent): string[] => {
    const place = asMarkdown(stepPlace(event), 200);
    const what = asMarkdown(eventText(event, language), 400);
    const why = evidenceAndReason(event, language).map(
      ([name, text]) => `${asMarkdown(name)}: ${asMarkdown(text, 500).replaceAll(longWord, '$&<wbr>')}`,
    );
    return [
      // On one line, however wide the others are.
      `<nobr>${asMarkdown(localText(event.at, zone))}</nobr>`,
      asMarkdown(event.by, 80),
      place === '' ? what : `${what}<br>*${place}*`,
      why.join('<br>'),
      `\`${event.commit.slice(0, 9)}\``,
    ];
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = events.map((event) => () => line(rowOf(event)));
  return [line(columns), line(columns.map(() => '---')), ...rows];
}
