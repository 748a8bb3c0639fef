import type { Localized } from '../core/model/text/localized';
import type { RecordActionName } from './actOnRecord';
import type { Command } from './command';
import {
  answerFormatOption,
  dryRunOption,
  flagOption,
  nowOption,
  pushOption,
  textOption,
} from './usualOptions';

const shared: Command['options'] = {
  push: pushOption,
  'dry-run': dryRunOption,
  format: answerFormatOption,
  now: nowOption,
};
const by = textOption('NAME', 'who; git’s own name by default', 'quién; por defecto, el nombre de git');
const at = textOption('DATE-TIME', 'when; now by default', 'cuándo; por defecto, ahora');
const noCommit = flagOption('edit the file only', 'editar solo el fichero');

function recordCommand(
  action: RecordActionName,
  usage: string,
  summary: Localized,
  own: { options: Command['options']; examples: readonly string[] },
): Command {
  return {
    name: action,
    usage: `changebook ${action} ${usage}`,
    summary,
    options: { ...own.options, ...shared },
    examples: own.examples,
    acts: true,
    async run(call) {
      return (await import('./actOnRecord')).actOnRecord(call, action);
    },
  };
}

/** `changebook agree`: the customer agrees to the start of a change. */
export const agree = recordCommand(
  'agree',
  '<id|file>',
  {
    en: 'Writes down that the customer agrees to the start of a change, as one commit.',
    es: 'Deja constancia de que el cliente está conforme con el inicio de un cambio, con un commit.',
  },
  {
    options: {
      by: textOption(
        'NAME',
        'who agrees; a manager of the customer by default',
        'quién; por defecto, un responsable del cliente',
      ),
      start: textOption(
        'DATE-TIME',
        'the start agreed on; that of the change by default',
        'el inicio acordado',
      ),
      at,
      'no-commit': noCommit,
    },
    examples: ['changebook agree CHG-2026-0042 --by "Anna Serra"'],
  },
);

/** `changebook accept-risk`: somebody takes the risk of what was not validated. */
export const acceptRisk = recordCommand(
  'accept-risk',
  '<id|file> --reason TEXT',
  {
    en: 'Writes down who accepts the risk of a change and why, as one commit.',
    es: 'Deja constancia de quién acepta el riesgo de un cambio y por qué, con un commit.',
  },
  {
    options: { by, reason: textOption('TEXT', 'why', 'por qué'), at, 'no-commit': noCommit },
    examples: ['changebook accept-risk CHG-2026-0042 --by "Anna Serra" --reason "The fix cannot wait"'],
  },
);

/** `changebook waive`: a waiver of a rule that somebody answers for. */
export const waive = recordCommand(
  'waive',
  '<id|file> <rule> --reason TEXT',
  {
    en: 'Adds a waiver of a rule to a record, as one commit.',
    es: 'Añade a un registro la exención de una regla, con un commit.',
  },
  {
    options: {
      by,
      reason: textOption('TEXT', 'why it is acceptable', 'por qué es aceptable'),
      until: textOption('DATE', 'last day that it holds', 'último día en que vale'),
      'no-commit': noCommit,
    },
    examples: ['changebook waive CHG-2026-0042 schedule/friday --reason "The shop is closed"'],
  },
);

/** `changebook notify`: marks a notice as sent. It sends nothing. */
export const notify = recordCommand(
  'notify',
  '<id|file> <kind>',
  {
    en: 'Marks a notice as sent (it sends nothing), as one commit.',
    es: 'Marca un aviso como enviado (no envía nada), con un commit.',
  },
  {
    options: {
      by,
      channel: textOption('TEXT', 'how it was sent', 'por dónde se envió'),
      at,
      'no-commit': noCommit,
    },
    examples: ['changebook notify CHG-2026-0042 start --channel mail'],
  },
);

/** `changebook commit`: the first commit of a record. */
export const commit = recordCommand(
  'commit',
  '<id|file>',
  {
    en: 'Commits a new record: that one file and nothing else.',
    es: 'Hace el primer commit de un registro nuevo: solo ese fichero.',
  },
  { options: {}, examples: ['changebook commit CHG-2026-0101'] },
);

function moveCommand(kind: 'hold' | 'resume', summary: Localized, example: string): Command {
  const reason = textOption('TEXT', 'why it waits', 'por qué espera');
  return {
    name: kind,
    usage: `changebook ${kind} <id|file>${kind === 'hold' ? ' --reason TEXT' : ''}`,
    summary,
    options: { ...(kind === 'hold' ? { reason } : {}), 'no-commit': noCommit, ...shared },
    examples: [example],
    acts: true,
    async run(call) {
      return (await import('./advanceRecord')).advanceRecord(call, kind);
    },
  };
}

/** `changebook hold`: puts a change aside. */
export const hold = moveCommand(
  'hold',
  {
    en: 'Puts a change on hold, with the reason, as one commit.',
    es: 'Pone un cambio en espera, con el motivo, con un commit.',
  },
  'changebook hold CHG-2026-0042 --reason "The customer moves offices"',
);

/** `changebook resume`: takes a change up again. */
export const resume = moveCommand(
  'resume',
  {
    en: 'Takes a change on hold back to the state that it came from, as one commit.',
    es: 'Devuelve un cambio en espera al estado del que venía, con un commit.',
  },
  'changebook resume CHG-2026-0042',
);
