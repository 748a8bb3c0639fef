import type { Localized } from '../../core/model/text/localized';

/** What is said of an emergency that was made, or cannot be. */
export const hotfixTexts = {
  hotfixNow: {
    en: 'An emergency starts now, or when --start says; --next-slot is for other changes.',
    es: 'Una emergencia empieza ya, o cuando diga --start; --next-slot es para otros cambios.',
  },
  hotfix_title: { en: 'Say what fails (--title).', es: 'Di qué falla (--title).' },
  hotfix_customer: {
    en: 'Say for which customer (--customer): {known}.',
    es: 'Di para qué cliente (--customer): {known}.',
  },
  hotfix_environments: {
    en: 'Say in which environments (--environments): {known}.',
    es: 'Di en qué entornos (--environments): {known}.',
  },
  hotfixStart: { en: 'In {where}, from {start} on.', es: 'En {where}, desde {start}.' },
  hotfixAfter: { en: 'It goes on from {id}: {what}.', es: 'Continúa lo de {id}: {what}.' },
  hotfixOthers: {
    en: 'Other procedures are for emergencies, too: {ids}.',
    es: 'Hay más procedimientos para emergencias: {ids}.',
  },
  hotfixShut: {
    en: 'Before it can be deployed:',
    es: 'Antes de poder desplegarla:',
  },
  hotfixApprover: {
    en: 'Somebody else approves it now, in {count|this role|one of these roles}:',
    es: 'Ahora la aprueba otra persona, en {count|este rol|uno de estos roles}:',
  },
  hotfixApprovers: {
    en: 'Others approve it now, in each of these roles:',
    es: 'Ahora la aprueban otras personas, en cada uno de estos roles:',
  },
  hotfixDue: { en: 'Due before it is done:', es: 'Queda para antes de cerrarla:' },
} as const satisfies { [name: string]: Localized };
