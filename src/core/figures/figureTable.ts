import type { Language } from '../model/text/localized';
import type { Figures, FiguresReport } from './figuresReport';
import {
  figuresWord,
  groupingHead,
  groupName,
  noValue,
  numberText,
  shareText,
  timeText,
} from './figuresText';

/** The groups of a report as a table: what most people compare. */
export interface FigureTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const columns: readonly {
  readonly title: { readonly [L in Language]: string };
  readonly value: (figures: Figures, language: Language) => string;
}[] = [
  { title: { en: 'Deployments', es: 'Despliegues' }, value: ({ deployments }) => String(deployments) },
  {
    title: { en: 'A week', es: 'Por semana' },
    value: ({ perWeek }, language) => (perWeek === null ? noValue : numberText(perWeek, language)),
  },
  {
    title: { en: 'Request → deployed', es: 'Solicitud → despliegue' },
    value: ({ spans }, language) => pair(spans.askedToDeployed, language),
  },
  {
    title: { en: 'Approval → deployed', es: 'Aprobación → despliegue' },
    value: ({ spans }, language) => pair(spans.approvedToDeployed, language),
  },
  {
    title: { en: 'Failed', es: 'Fallidos' },
    value: ({ shares }, language) => shareText(shares.failed.share, language),
  },
  {
    title: { en: 'Restore', es: 'Restauración' },
    value: ({ spans }, language) => timeText(spans.restore.median, language),
  },
  {
    title: { en: 'In window', es: 'En ventana' },
    value: ({ shares }, language) => shareText(shares.withinWindow.share, language),
  },
  {
    title: { en: 'Emergencies', es: 'Emergencias' },
    value: ({ shares }, language) => shareText(shares.emergency.share, language),
  },
  {
    title: { en: 'Standard', es: 'Estándar' },
    value: ({ shares }, language) => shareText(shares.standard.share, language),
  },
  {
    title: { en: 'Waived', es: 'Con exenciones' },
    value: ({ shares }, language) => shareText(shares.waived.share, language),
  },
];

/** Median and 90th percentile. */
function pair(span: Figures['spans']['restore'], language: Language): string {
  return span.count === 0 ? noValue : `${timeText(span.median, language)} / ${timeText(span.p90, language)}`;
}

/** The groups as a table; undefined where nothing is grouped. */
export function figureTable(report: FiguresReport, language: Language): FigureTable | undefined {
  const { groupedBy, groups } = report;
  if (!groupedBy || !groups || groups.length === 0) return undefined;
  return {
    titles: [groupingHead(groupedBy, language), ...columns.map(({ title }) => title[language])],
    rows: groups.map((group) => [
      groupName(group, language),
      ...columns.map(({ value }) => value(group, language)),
    ]),
  };
}

/** What holds of a table as a whole. */
export function tableNote({ groupedBy }: FiguresReport, language: Language): string {
  return groupedBy === 'component' ? figuresWord(language, 'several') : '';
}
