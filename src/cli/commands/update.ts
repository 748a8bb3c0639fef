import type { Command } from '../support/command';
import { updateRecords } from '../support/updateRecords';
import { flagOption, textOption, writingOptions } from '../support/usualOptions';

/** `changebook update`: a change takes over what its procedure has by now. */
export const update: Command = {
  name: 'update',
  usage: 'changebook update <id|file>',
  summary: {
    en: 'Takes a newer version of its procedure over into an open change, or into all open changes of a procedure: ticks, steps that do not apply and a change’s own steps stay. One commit a change.',
    es: 'Incorpora a un cambio abierto, o a todos los cambios abiertos de un procedimiento, una versión más nueva de este: las marcas, los pasos que no aplican y los propios del cambio se quedan. Un commit por cambio.',
  },
  options: {
    conflicts: textOption(
      { en: 'change|procedure', es: 'cambio|procedimiento' },
      'what counts where both have changed the same; at a terminal it is asked',
      'qué cuenta donde ambos han cambiado lo mismo; en un terminal se pregunta',
    ),
    yes: flagOption(
      'also where approvals or agreement become void by it',
      'también si anula aprobaciones o la conformidad',
    ),
    ...writingOptions,
  },
  examples: [
    'changebook update CHG-2026-0042 --dry-run',
    'changebook update CHG-2026-0042',
    'changebook update PROC-RELEASE',
    'changebook update CHG-2026-0042 --conflicts procedure --yes',
  ],
  acts: true,
  run: updateRecords,
};
