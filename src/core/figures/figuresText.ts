import { fillIn, type Language, type Localized, type MessageArgs } from '../model/text/localized';
import { longMinutesText } from '../model/time/duration';
import type { FigureGrouping } from './figureGroupings';
import {
  leftOutWords,
  type ShareName,
  type SpanName,
  shareFigures,
  shareNames,
  spanFigures,
  spanNames,
} from './figureNames';
import type { FigureGroup, Figures, FiguresReport, LeftOut } from './figuresReport';

const words = {
  title: { en: 'Delivery figures', es: 'Cifras de entrega' },
  period: { en: '{from} to {to}', es: 'Del {from} al {to}' },
  zone: { en: 'days of {zone}', es: 'días de {zone}' },
  asOf: { en: 'as of {now}', es: 'a {now}' },
  customer: { en: 'customer {customer}', es: 'cliente {customer}' },
  deployments: { en: '{count} {count|deployment|deployments}', es: '{count} {count|despliegue|despliegues}' },
  perWeek: { en: '{number} a week', es: '{number} por semana' },
  activeDays: {
    en: 'on {count} of {days} {days|day|days}',
    es: 'en {count} de {days} {days|día|días}',
  },
  tooShort: {
    en: 'too few days to say how many a week',
    es: 'muy pocos días para decir cuántos por semana',
  },
  waivers: {
    en: '{count} {count|waiver|waivers} in all',
    es: '{count} {count|exención|exenciones} en total',
  },
  leftOut: { en: 'Left out: {list}.', es: 'No {count|cuenta|cuentan}: {list}.' },
  unreadable: {
    en: '{count} {count|file|files} could not be read, so {count|its change is|their changes are} missing here.',
    es: 'No se {count|ha podido leer {count} fichero, así que falta su cambio|han podido leer {count} ficheros, así que faltan sus cambios}.',
  },
  none: {
    en: 'No deployment has ended that could be counted, so there are no figures.',
    es: 'No ha terminado ningún despliegue que se pueda contar, así que no hay cifras.',
  },
  noChanges: {
    en: 'There are no changes here yet, so there are no figures.',
    es: 'Aquí no hay cambios todavía, así que no hay cifras.',
  },
  noneIn: {
    en: 'No deployment ended from {from} to {to}, so there are no figures.',
    es: 'No terminó ningún despliegue del {from} al {to}, así que no hay cifras.',
  },
  median: { en: 'Median', es: 'Mediana' },
  p90: { en: '90th percentile', es: 'Percentil 90' },
  figure: { en: 'Figure', es: 'Cifra' },
  of: { en: 'Of', es: 'De' },
  share: { en: 'Share', es: 'Parte' },
  count: { en: 'Deployments', es: 'Despliegues' },
  counted: { en: 'What is counted', es: 'Qué se cuenta' },
  notCounted: { en: 'Left out', es: 'No cuentan' },
  times: { en: 'Times', es: 'Tiempos' },
  shares: { en: 'Shares', es: 'Partes' },
  nineInTen: { en: '90 %: {time}', es: '90 %: {time}' },
  ofCount: { en: 'of {count}', es: 'de {count}' },
  countOf: { en: '{count} of {all}', es: '{count} de {all}' },
  nothing: { en: 'nothing to count', es: 'nada que contar' },
  noKey: { en: 'none named', es: 'sin indicar' },
  month: { en: 'Month', es: 'Mes' },
  byMonth: { en: 'By month', es: 'Por mes' },
  customerHead: { en: 'Customer', es: 'Cliente' },
  byCustomer: { en: 'By customer', es: 'Por cliente' },
  component: { en: 'Component', es: 'Componente' },
  byComponent: { en: 'By component', es: 'Por componente' },
  procedure: { en: 'Procedure', es: 'Procedimiento' },
  byProcedure: { en: 'By procedure', es: 'Por procedimiento' },
  several: {
    en: 'A change of several components counts in each of them.',
    es: 'Un cambio de varios componentes cuenta en cada uno.',
  },
  more: { en: 'and {count} more', es: 'y {count} más' },
  barsMean: {
    en: 'Deployments (failed or rolled back: red)',
    es: 'Despliegues (fallidos o revertidos: rojo)',
  },
  reachMeans: {
    en: 'Request → deployed: median, 90th percentile',
    es: 'Solicitud → despliegue: mediana, percentil 90',
  },
} as const satisfies { readonly [id: string]: Localized };

export type FiguresWord = keyof typeof words;

/** One of the words of figures in a language. */
export function figuresWord(language: Language, id: FiguresWord, args: MessageArgs = {}): string {
  return fillIn(words[id][language], args);
}

const groupingWords = {
  month: ['month', 'byMonth'],
  customer: ['customerHead', 'byCustomer'],
  component: ['component', 'byComponent'],
  procedure: ['procedure', 'byProcedure'],
} as const satisfies { readonly [Grouping in FigureGrouping]: readonly [one: FiguresWord, by: FiguresWord] };

/** What one group is called, such as `Month`. */
export function groupingHead(group: FigureGrouping, language: Language): string {
  return words[groupingWords[group][0]][language];
}

/** What a grouping is called, such as `By month`. */
export function groupingTitle(group: FigureGrouping, language: Language): string {
  return words[groupingWords[group][1]][language];
}

/** The name of a group; that of changes which name none in words. */
export function groupName({ name }: FigureGroup, language: Language): string {
  return name ?? words.noKey[language];
}

/** Where there is no value. */
export const noValue = '–';

/** Minutes as people read them: of a day and more only the two largest units, of ten days and more whole days. */
export function timeText(minutes: number | null, language: Language): string {
  if (minutes === null) return noValue;
  const size = Math.abs(minutes);
  const sign = minutes < 0 && Math.round(size) > 0 ? '−' : '';
  if (size < 1 && size > 0) return `${sign}${language === 'es' ? 'menos de 1 min' : 'under 1 min'}`;
  const step = size >= 14_400 ? 1440 : size >= 1440 ? 60 : 1;
  return sign + longMinutesText(Math.round(size / step) * step);
}

/** A number with as many decimals as it has, up to two. */
export function numberText(value: number, language: Language): string {
  const text = String(Math.round(value * 100) / 100);
  return language === 'es' ? text.replace('.', ',') : text;
}

/** A share from 0 to 1 in percent. */
export function shareText(share: number | null, language: Language): string {
  return share === null ? noValue : `${numberText(Math.round(share * 1000) / 10, language)} %`;
}

/** One figure in words. */
export interface FigureLine {
  readonly title: string;
  /** Median or share. */
  readonly value: string;
  /** 90th percentile, or how many deployments are the share. */
  readonly second: string;
  /** How many deployments it is made of. */
  readonly of: number;
  /** What is counted, and what is left out; the latter empty where nothing is. */
  readonly counts: string;
  readonly leftOut: string;
}

/** A figure that is a length of time. */
export function spanLine(figures: Figures, name: SpanName, language: Language): FigureLine {
  const { median, p90, count, leftOut } = figures.spans[name];
  const { title, counts } = spanFigures[name];
  return {
    title: title[language],
    value: timeText(median, language),
    second: timeText(p90, language),
    of: count,
    counts: counts[language],
    leftOut: leftOutText(leftOut, language),
  };
}

/** A figure that is a share. */
export function shareLine(figures: Figures, name: ShareName, language: Language): FigureLine {
  const { share, count, of, leftOut } = figures.shares[name];
  const { title, counts } = shareFigures[name];
  const waivers = name === 'waived' && figures.waivers > 0 ? figures.waivers : undefined;
  const more = waivers === undefined ? '' : ` (${figuresWord(language, 'waivers', { count: waivers })})`;
  return {
    title: title[language],
    value: shareText(share, language),
    second: of === 0 ? noValue : `${count}${more}`,
    of,
    counts: counts[language],
    leftOut: leftOutText(leftOut, language),
  };
}

export function spanLines(figures: Figures, language: Language): FigureLine[] {
  return spanNames.map((name) => spanLine(figures, name, language));
}

export function shareLines(figures: Figures, language: Language): FigureLine[] {
  return shareNames.map((name) => shareLine(figures, name, language));
}

/** What was left out and why; empty where nothing was. */
export function leftOutText(leftOut: LeftOut, language: Language): string {
  return leftOut.map(({ why, count }) => fillIn(leftOutWords[why][language], { count })).join('; ');
}

/** The facts at the head: which days, of whose clock, as of when. */
export function periodText(report: FiguresReport, language: Language): string {
  const { from, to, timezone: zone, now, customer } = report;
  return [
    from === null || to === null ? '' : figuresWord(language, 'period', { from, to }),
    figuresWord(language, 'zone', { zone }),
    figuresWord(language, 'asOf', { now: now.slice(0, 16).replace('T', ' ') }),
    customer === undefined ? '' : figuresWord(language, 'customer', { customer }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How often there were deployments. */
export function frequencyText(
  { deployments, perWeek, activeDays, days }: Figures,
  language: Language,
): string {
  return [
    figuresWord(language, 'deployments', { count: deployments }),
    perWeek === null
      ? figuresWord(language, 'tooShort')
      : figuresWord(language, 'perWeek', { number: numberText(perWeek, language) }),
    figuresWord(language, 'activeDays', { count: activeDays, days }),
  ].join(' · ');
}

/** The sentences about what is missing: that there are no figures, what no deployment of the period is, what nobody could read. */
export function missingTexts(report: FiguresReport, language: Language): string[] {
  const { from, to, total, leftOut, unreadable } = report;
  const list = leftOutText(leftOut, language);
  const without = list === '' && unreadable === 0 ? 'noChanges' : 'none';
  const none =
    from === null || to === null
      ? figuresWord(language, without)
      : figuresWord(language, 'noneIn', { from, to });
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  return [
    total.deployments === 0 ? none : '',
    list === '' ? '' : figuresWord(language, 'leftOut', { list, count }),
    unreadable === 0 ? '' : figuresWord(language, 'unreadable', { count: unreadable }),
  ].filter(Boolean);
}
