import type { StepActionName } from '../core/actions/stepAction';
import type { Localized } from '../core/model/text/localized';
import type { Command, CommandOption } from './command';
import { answerFormatOption, dryRunOption, nowOption, pushOption, textOption } from './usualOptions';

const shared: Command['options'] = {
  push: pushOption,
  'dry-run': dryRunOption,
  format: answerFormatOption,
  now: nowOption,
};
const evidence: CommandOption = textOption(
  'TEXT',
  'a link or figure that shows it',
  'un enlace o una cifra que lo demuestra',
);
const reason: CommandOption = textOption('TEXT', 'why; kept in the commit', 'por qué; queda en el commit');

function stepCommand(
  name: StepActionName,
  usage: string,
  summary: Localized,
  own: { options: Command['options']; examples: readonly string[] },
): Command {
  return {
    name,
    usage: `changebook ${name} ${usage}`,
    summary,
    options: { ...own.options, ...shared },
    examples: own.examples,
    acts: true,
    async run(call) {
      return (await import('./actOnStep')).actOnStep(call, name);
    },
  };
}

/** `changebook tick`: ticks a step, as one commit. */
export const tick = stepCommand(
  'tick',
  '<id|file> [step]',
  {
    en: 'Ticks a step and commits it; without a step, the next one.',
    es: 'Marca un paso, con un commit; sin paso, el siguiente.',
  },
  {
    options: { evidence, reason },
    examples: [
      'changebook tick CHG-2026-0042',
      'changebook tick CHG-2026-0042 backup --evidence https://ci.example.org/run/7',
      'changebook tick CHG-2026-0042 L91 --dry-run',
    ],
  },
);

/** `changebook untick`: opens a step again, as one commit. */
export const untick = stepCommand(
  'untick',
  '<id|file> <step>',
  {
    en: 'Opens a step again, ticked or not applicable, and commits it.',
    es: 'Vuelve a abrir un paso, marcado o no aplicable, con un commit.',
  },
  { options: { reason }, examples: ['changebook untick CHG-2026-0042 3 --reason "The copy is incomplete"'] },
);

/** `changebook skip`: marks a step as not applicable, as one commit. */
export const skip = stepCommand(
  'skip',
  '<id|file> <step>',
  {
    en: 'Marks a step as not applicable, with the reason, and commits it.',
    es: 'Señala un paso como no aplicable, con el motivo y un commit.',
  },
  {
    options: { reason, evidence },
    examples: ['changebook skip CHG-2026-0042 backup --reason "No database change" --evidence MR-118'],
  },
);
