import type { Localized } from '../../core/model/text/localized';

/** What the command line says of new records and of where they come from. */
export const createTexts = {
  badAnswers: {
    en: '--answers {file}: nothing was created. {why}',
    es: '--answers {file}: no se ha creado nada. {why}',
  },
  oneTag: {
    en: '--from-tag and --since-tag each say what is released; give one of them.',
    es: '--from-tag y --since-tag dicen cada una qué se publica; indica solo una.',
  },
  noRepository: {
    en: 'There is no git repository with commits here that could tell what is released.',
    es: 'Aquí no hay ningún repositorio de git con commits que diga qué se publica.',
  },
  noTags: {
    en: 'There is no tag here that could tell what is released.',
    es: 'Aquí no hay ninguna etiqueta que diga qué se publica.',
  },
  noTag: {
    en: 'There is no tag “{tag}” here.{hint}',
    es: 'Aquí no existe la etiqueta «{tag}».{hint}',
  },
  onlyChanges: {
    en: '--{option} is for a change; nothing was created.',
    es: '--{option} es para un cambio; no se ha creado nada.',
  },
  onlyProcedures: {
    en: '--from-change makes a procedure: changebook new procedure --from-change CHG-…; nothing was created.',
    es: '--from-change crea un procedimiento: changebook new procedimiento --from-change CHG-…; no se ha creado nada.',
  },
  nothingToExtract: {
    en: '{id} has no steps that a procedure could be made of; nothing was created.',
    es: '{id} no tiene pasos con los que crear un procedimiento; no se ha creado nada.',
  },
  badForm: {
    en: 'Nothing was created, since the new change would not be right: {reason}',
    es: 'No se ha creado nada, porque el cambio nuevo no sería correcto: {reason}',
  },
  wish_customer: {
    en: 'There is no customer “{value}”; there are {known}.{hint}',
    es: 'No existe el cliente «{value}»; existen {known}.{hint}',
  },
  wish_partner: {
    en: '{value} is managed by its partner alone ({known}), whose own procedure applies; nothing was created.',
    es: 'A {value} lo gestiona solo su socio ({known}), con su propio procedimiento; no se ha creado nada.',
  },
  wish_retired: {
    en: '{value} is retired, so no change is made from it any more; take `retired` out of its file where that is wrong. Nothing was created.',
    es: '{value} está retirado, así que ya no se crean cambios a partir de él; si es un error, quita `retirado` de su fichero. No se ha creado nada.',
  },
  wish_environments: {
    en: 'There is no environment “{value}” here; there are {known}.{hint}',
    es: 'Aquí no existe el entorno «{value}»; existen {known}.{hint}',
  },
  wish_start: {
    en: '--start does not take “{value}”; it takes {known}.',
    es: '--start no admite «{value}»; admite {known}.',
  },
  wish_duration: {
    en: '--duration “{value}” is no duration; write one such as {known}.',
    es: '--duration «{value}» no es una duración; escribe una como {known}.',
  },
  wish_id: {
    en: 'No id could be made that the pattern of the configuration accepts.',
    es: 'No se ha podido formar un identificador que admita el patrón de la configuración.',
  },
  wish_idCustomer: {
    en: 'The ids of this team name the customer: say which (--customer).{hint} There are {known}.',
    es: 'Los identificadores de este equipo nombran al cliente: di cuál (--customer).{hint} Existen {known}.',
  },
  idsUnseen: {
    en: 'Looking through all branches and work trees for ids in use would take too long; {id} may be taken there.',
    es: 'Mirar todas las ramas y los árboles de trabajo en busca de identificadores en uso llevaría demasiado; allí puede existir {id}.',
  },
  wish_slot: {
    en: 'No slot within 90 days; nothing was created. In the way: {known}',
    es: 'No hay hueco en 90 días; no se ha creado nada. Lo impide: {known}',
  },
  wish_title: {
    en: 'A procedure needs a title (--title) that its id can be made from.',
    es: 'Un procedimiento necesita un título (--title) del que formar su identificador.',
  },
} as const satisfies { [name: string]: Localized };
