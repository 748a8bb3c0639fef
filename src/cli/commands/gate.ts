import type { Command } from '../support/command';
import { gateTarget } from '../support/gateTarget';
import {
  answerFormatOption,
  flagOption,
  nowOption,
  reviewsOption,
  textOption,
} from '../support/usualOptions';

/** `changebook gate`: whether a change may be deployed now, for a pipeline to ask just before it deploys. */
export const gate: Command = {
  name: 'gate',
  usage: 'changebook gate [id|file]',
  summary: {
    en: 'Says whether a change, or every one of those named, may be deployed now, and if not, why.',
    es: 'Dice si un cambio, o todos los nombrados, se pueden desplegar ahora y, si no, por qué.',
  },
  options: {
    tag: textOption(
      'TAG',
      'every open change that releases that tag',
      'todos los cambios abiertos que publican esa etiqueta',
    ),
    environment: textOption(
      'NAME',
      'the changes that are on there now, and every emergency',
      'los cambios que están en curso en ese entorno, y toda emergencia',
    ),
    customer: textOption('NAME', 'only those of that customer', 'solo los de ese cliente'),
    phase: textOption(
      'NAME',
      'that phase; without it the one that is on',
      'esa fase; sin ello, la que está en curso',
    ),
    'allow-unverified': flagOption(
      'open though nobody can say who gave an approval, and say so',
      'abrir aunque nadie pueda decir quién dio una aprobación, y decirlo',
    ),
    receipt: textOption(
      { en: 'FILE', es: 'FICHERO' },
      'write what was decided to it, for `verify`, also where the gate is shut',
      'escribir en él lo decidido, para `verify`, también si la compuerta está cerrada',
    ),
    sign: {
      ...textOption(
        'ssh|gpg',
        'sign the receipt with the key of your own git configuration',
        'firmar el justificante con la clave de tu propia configuración de git',
      ),
      optional: true,
    },
    note: flagOption(
      'keep the receipt as a git note on the tag; nothing is pushed',
      'guardar el justificante como nota de git en la etiqueta; no se envía nada',
    ),
    artifact: textOption(
      { en: 'FILE|DIGEST', es: 'FICHERO|HUELLA' },
      'what is deployed, for the receipt: a file, or `sha256:…`',
      'lo que se despliega, para el justificante: un fichero, o `sha256:…`',
    ),
    reviews: reviewsOption,
    format: answerFormatOption,
    now: nowOption,
  },
  examples: [
    'changebook gate CHG-2026-0042',
    'changebook gate --tag v4.2.0 --environment PRO',
    'changebook gate CHG-2026-0042 --phase Canary',
    'changebook gate --environment PRO --customer ribera --format json',
    'changebook gate --tag v4.2.0 --receipt receipt.json --sign --note',
    'changebook gate CHG-2026-0042 --reviews ../reviews.json',
  ],
  decides: true,
  async run(call) {
    return (await import('../support/gateChange')).gateChange(call, gateTarget(call));
  },
};
