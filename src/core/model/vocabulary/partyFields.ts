import { field } from './fieldType';
import { listOrOne, text } from './fieldTypes';

/** The parties of `notify` that a team itself has people in. */
export const partyFields = {
  project_team: field(
    'equipo_proyecto',
    listOrOne(text),
    'Who the project team is: addresses, or names that `people` and the contacts know.',
    'Quién es el equipo de proyecto: direcciones, o nombres que conozcan `personas` y los contactos.',
    '[portal@example.org, Pau Vila]',
  ),
  support_team: field(
    'equipo_soporte',
    listOrOne(text),
    'Who the support team is.',
    'Quién es el equipo de soporte.',
    'help@example.org',
  ),
};
