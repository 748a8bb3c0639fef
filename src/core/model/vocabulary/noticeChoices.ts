import { choice } from './fieldTypes';

/** Who reads a notice, which decides to whom it is addressed. */
export const audienceChoice = choice({
  team: ['equipo', { en: 'Our own people', es: 'Nuestra gente' }],
  customer: ['cliente', { en: 'The customer’s contacts', es: 'Los contactos del cliente' }],
  parties: [
    'partes',
    { en: 'Everybody in `notify`, without end users', es: 'Todos los de `avisar`, sin los usuarios finales' },
  ],
  users: ['usuarios', { en: 'End users, as blind copies', es: 'Usuarios finales, en copia oculta' }],
  tracker: [
    'gestor',
    { en: 'Readers of a ticket or pull request', es: 'Quien lee un ticket o una pull request' },
  ],
});

/** How a notice goes out. */
export const channelChoice = choice({
  mail: ['correo', { en: 'Mail', es: 'Correo' }],
  application: ['aplicacion', { en: 'In-app banner', es: 'Aviso en la aplicación' }],
  ticket: ['ticket', { en: 'A comment on a ticket', es: 'Un comentario en un ticket' }],
  pull_request: ['pull_request', { en: 'The body of a pull request', es: 'El cuerpo de una pull request' }],
});
