import { messagesFor, reportsFor } from '../../findings/problemReports';
import { defineRule } from '../defineRule';

/** `format/merge-conflict`: no merge was left unresolved. */
export const mergeConflict = defineRule({
  id: 'format/merge-conflict',
  severity: 'error',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'Merge left unresolved', es: 'Fusión sin resolver' },
  explanation: {
    en: 'Where two branches changed the same lines git leaves both versions between lines of `<<<<<<<`, `=======` and `>>>>>>>`. A record that still has them says two things at once, and a step may stand there twice, open and done. Each such line is reported, in the front matter, in the body and in code; both versions are read until one is chosen. A line that only shows a marker is none once it is indented. The same is reported of the configuration.',
    es: 'Donde dos ramas cambiaron las mismas líneas, git deja las dos versiones entre líneas de `<<<<<<<`, `=======` y `>>>>>>>`. Un registro que aún las tiene dice dos cosas a la vez, y un paso puede estar dos veces, abierto y hecho. Se señala cada una de esas líneas, en el front matter, en el texto y en el código; hasta que se elija una se leen ambas versiones. Una línea que solo enseña un marcador deja de serlo si se le pone sangría. Lo mismo se señala en la configuración.',
  },
  messages: messagesFor(['conflict']),
  check: (record) => reportsFor(record, ['conflict']),
});
