import { adoptFiles } from '../support/adoptFiles';
import type { Command } from '../support/command';
import { answerFormatOption, dryRunOption, flagOption, textOption } from '../support/usualOptions';

/** `changebook adopt`: makes procedures of markdown files that are there. */
export const adopt: Command = {
  name: 'adopt',
  usage: 'changebook adopt <file…>',
  summary: {
    en: 'Makes a procedure of a checklist, runbook or template in markdown: a new file with the same text, while the original stays; several files make several.',
    es: 'Convierte en procedimiento una lista, un manual o una plantilla en markdown: un fichero nuevo con el mismo texto, y el original se queda; varios ficheros dan varios.',
  },
  options: {
    boxes: flagOption(
      'give steps without a box one: numbered items, ☐, [ ] without a bullet',
      'poner casilla a los pasos sin ella: elementos numerados, ☐, [ ] sin viñeta',
    ),
    'in-place': flagOption(
      'put front matter on top of the file itself',
      'poner el front matter encima, en el propio fichero',
    ),
    title: textOption('TEXT', 'what it is called, for one file', 'cómo se llama, para un solo fichero'),
    id: textOption('PROC-…', 'its id, for one file', 'su identificador, para un solo fichero'),
    commit: flagOption('make its first commit too', 'hacer también su primer commit'),
    'dry-run': dryRunOption,
    format: answerFormatOption,
    now: textOption('DATE-TIME', 'make it as of that moment', 'crearlo como si fuera ese momento'),
  },
  examples: [
    'changebook adopt docs/deploy.md --dry-run',
    'changebook adopt RELEASING.md docs/rollout.md --boxes --commit',
    'changebook adopt .github/ISSUE_TEMPLATE/release.md --id PROC-RELEASE',
  ],
  acts: true,
  run: adoptFiles,
};
