import type { ParsedRecord } from '../model/parse/record';
import type { Localized } from '../model/text/localized';
import { fieldName } from '../model/vocabulary/valueIn';
import { recordTypes } from '../model/vocabulary/vocabulary';
import { type Refusal, refusal } from './refusals';

/** An action that writes a field by itself: its name in the editor, and the command that does it. */
interface OwningAction {
  readonly title: Localized;
  readonly command: string;
}

const advance: OwningAction = {
  title: { en: 'Advance Status', es: 'Avanzar el estado' },
  command: 'advance',
};

/** The fields that say what people decided and did; each is written by its own action alone, which asks for more. */
export const ownedFields = {
  status: advance,
  actual: advance,
  outcome: { ...advance, command: 'advance --outcome' },
  hold: { title: { en: 'Put Change on Hold', es: 'Poner cambio en espera' }, command: 'hold' },
  approvals: { title: { en: 'Approve', es: 'Aprobar' }, command: 'approve' },
  agreement: {
    title: { en: 'Record Agreement', es: 'Registrar conformidad' },
    command: 'agree',
  },
  waivers: { title: { en: 'Waive Finding', es: 'Eximir un hallazgo' }, command: 'waive' },
  notifications: {
    title: { en: 'Mark Notice as Sent', es: 'Marcar aviso como enviado' },
    command: 'notify',
  },
  imported: {
    title: { en: 'Importing from export files', es: 'Importar ficheros exportados' },
    command: 'import',
  },
} as const satisfies { readonly [name: string]: OwningAction };

const owners: { readonly [name: string]: OwningAction } = ownedFields;

/** Why a field is not simply set, where it is not: it has an action of its own, or stays as it is. */
export function notSettable(name: string, { type, language }: ParsedRecord): Refusal | undefined {
  const { fields } = recordTypes[type];
  const field = fieldName(language, fields, name);
  if (name === 'id' || name === 'type') return refusal('fieldStays', { field });
  const own = Object.hasOwn(fields, name) && Object.hasOwn(owners, name) ? owners[name] : undefined;
  return own && ownedRefusal(field, own);
}

/** That a field is written by an action of its own. */
export function ownedRefusal(field: string, { title, command }: OwningAction): Refusal {
  return refusal('ownedField', { field, 'action.en': title.en, 'action.es': title.es, command });
}
