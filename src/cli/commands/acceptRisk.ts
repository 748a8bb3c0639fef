import { acceptRisk as acceptedRisk } from '../../core/actions/acceptRisk';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { atOption, byOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook accept-risk`: somebody takes the risk of what was not validated. */
export const acceptRisk: Command = {
  name: 'accept-risk',
  usage: 'changebook accept-risk <id|file> --reason TEXT',
  summary: {
    en: 'Writes down who accepts the risk of a change and why, as one commit.',
    es: 'Deja constancia de quién acepta el riesgo de un cambio y por qué, con un commit.',
  },
  options: {
    by: byOption,
    reason: textOption('TEXT', 'why', 'por qué'),
    at: atOption,
    ...writingOptions,
  },
  examples: ['changebook accept-risk CHG-2026-0042 --by "Anna Serra" --reason "The fix cannot wait"'],
  acts: true,
  decides: true,
  run: (call) =>
    actOnRecord(call, acceptedRisk, {
      about: (_, planned) => aboutWritten('accept-risk', planned),
    }),
};
