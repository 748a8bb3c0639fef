import { rollBack } from '../../core/actions/rollBack';
import { undoRollback } from '../../core/actions/undoRollback';
import { aboutWritten, actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { atOption, flagOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook rollback`: opens the rollback of a change, whose steps are its checklist from then on. */
export const rollback: Command = {
  name: 'rollback',
  usage: 'changebook rollback <id|file> --reason TEXT',
  summary: {
    en: 'Rolls a change back: from then on the steps of its rollback are its checklist. One commit.',
    es: 'Revierte un cambio: a partir de ahí, su lista son los pasos de su reversión. Un commit.',
  },
  options: {
    reason: textOption(
      'TEXT',
      'why: an abort criterion, by its number or beginning, or any text',
      'por qué: un criterio de aborto, por su número o su principio, o cualquier texto',
    ),
    boxes: flagOption(
      'make steps of the plain items of the rollback',
      'convertir en pasos los puntos de la reversión sin casilla',
    ),
    undo: flagOption(
      'take the rollback back, as long as none of its steps is ticked',
      'anular la reversión, mientras ninguno de sus pasos esté marcado',
    ),
    at: atOption,
    ...writingOptions,
  },
  examples: [
    'changebook rollback CHG-2026-0042 --reason "More than 2 % of requests fail"',
    'changebook rollback CHG-2026-0042 --reason 1 --boxes',
    'changebook rollback CHG-2026-0042 --undo',
  ],
  acts: true,
  run: (call) =>
    call.has('undo')
      ? actOnRecord(call, undoRollback, { about: (_, planned) => aboutWritten('undo-rollback', planned) })
      : actOnRecord(call, rollBack, {
          given: () => ({ boxes: call.has('boxes') ? 'yes' : 'no' }),
          about: (_, planned) => aboutWritten('rollback', planned),
        }),
};
