import type { Command } from '../support/command';
import { importExports } from '../support/importExports';
import { answerFormatOption, dryRunOption, flagOption, textOption } from '../support/usualOptions';

/** `changebook import`: makes records of what another tool exported. */
export const importRecords: Command = {
  name: 'import',
  usage: 'changebook import <file…>',
  summary: {
    en: 'Makes records of exports: CSV, .xlsx, and JSON of ServiceNow, Jira, GitHub and GitLab. What was imported before is left out. Says for each file what was lost.',
    es: 'Crea registros a partir de exportaciones: CSV, .xlsx y JSON de ServiceNow, Jira, GitHub y GitLab. Lo que ya se importó se omite. Dice de cada fichero qué se ha perdido.',
  },
  options: {
    guess: flagOption(
      'print a mapping of its columns, to be edited',
      'mostrar una correspondencia de sus columnas, para editarla',
    ),
    mapping: textOption(
      { en: 'FILE', es: 'FICHERO' },
      'which column becomes which field',
      'qué columna se convierte en qué campo',
    ),
    dates: textOption(
      'dmy|mdy',
      'whether the day or the month comes first, where the file does not show it',
      'si va primero el día o el mes, cuando el fichero no lo deja claro',
    ),
    commit: flagOption('commit the records, all in one', 'hacer un solo commit con los registros'),
    'dry-run': dryRunOption,
    format: answerFormatOption,
  },
  examples: [
    'changebook import change_request.csv --dry-run',
    'changebook import changes.xlsx --guess > mapping.yaml',
    'changebook import changes.xlsx --mapping mapping.yaml --dates dmy --commit',
    'gh issue list --state all --json number,title,body,state,author,labels,createdAt,url | changebook import -',
  ],
  run: importExports,
};
