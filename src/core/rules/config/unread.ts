import type { FileFinding } from '../../findings/finding';
import { defineRule } from '../defineRule';

/** `config/unread`: what could not be read was not checked, and nobody may take that for being in order. */
export const configUnread = defineRule({
  id: 'config/unread',
  scope: 'config',
  severity: 'error',
  title: { en: 'Could not be read', es: 'No se ha podido leer' },
  explanation: {
    en: 'A folder that may not be entered, a record that may not be opened, a configuration that is a link, a pipe, or far too long: what cannot be read is not checked, and not checked is not in order. Only regular files that lie inside of the workspace are opened, and no more of them than their kind may be long; links in `.changebook/`, `.mailmap` and `.gitignore` are not followed, since git keeps where a link leads to and not what it says. It is always an error, whatever the configuration says, `check`, `diff` and what lists many records (`pending`, `log`, `calendar`, `timeline`) end with 2, and the gate stays shut.',
    es: 'Una carpeta en la que no se puede entrar, un registro que no se puede abrir, una configuración que es un enlace, una tubería o demasiado larga: lo que no se lee no se comprueba, y sin comprobar no está en orden. Solo se abren ficheros corrientes que estén dentro del espacio de trabajo, y no más de lo que puede ocupar cada clase; los enlaces de `.changebook/`, `.mailmap` y `.gitignore` no se siguen, porque git guarda adónde lleva un enlace y no lo que dice. Siempre es un error, diga lo que diga la configuración; `check`, `diff` y lo que lista muchos registros (`pending`, `log`, `calendar`, `timeline`) acaban con 2 y la compuerta sigue cerrada.',
  },
  messages: {
    link: {
      en: 'This is a link that is not followed, or lies behind one, so it was not read. Put the file itself here.',
      es: 'Es un enlace que no se sigue, o está detrás de uno, y no se ha leído. Pon aquí el propio fichero.',
    },
    broken: {
      en: 'The link leads to nothing, so nothing was read. Remove it, or put the file here.',
      es: 'El enlace no lleva a nada, así que no se ha leído nada. Quítalo o pon aquí el fichero.',
    },
    notAllowed: {
      en: 'Reading this is not allowed, so it was not checked. Give the account that checks the right to read it.',
      es: 'No hay permiso para leerlo y no se ha comprobado. Da permiso de lectura a la cuenta que comprueba.',
    },
    notAFile: {
      en: 'A file must stand here, and this is something else (a folder, a pipe, a device), so it was not read.',
      es: 'Aquí debe haber un fichero y es otra cosa (una carpeta, una tubería, un dispositivo); no se ha leído.',
    },
    notAFolder: {
      en: 'A folder must stand here, and this is something else, so what belongs into it was not read.',
      es: 'Aquí debe haber una carpeta y es otra cosa; no se ha leído lo que debía contener.',
    },
    tooLarge: {
      en: 'This is longer than 1 MB, so it was not read. Make it shorter.',
      es: 'Pasa de 1 MB y no se ha leído. Acórtalo.',
    },
    notText: {
      en: 'This has bytes that are no UTF-8, so it was not read. Save it as UTF-8.',
      es: 'Tiene bytes que no son UTF-8 y no se ha leído. Guárdalo en UTF-8.',
    },
    wideText: {
      en: 'This is UTF-16, which Windows PowerShell writes with `>`, so it was not read. Save it as UTF-8.',
      es: 'Está en UTF-16, que es lo que escribe Windows PowerShell con `>`, y no se ha leído. Guárdalo en UTF-8.',
    },
    failed: {
      en: 'This could not be read ({code}), so it was not checked.',
      es: 'No se ha podido leer ({code}) y no se ha comprobado.',
    },
  },
});

/** Which sentence fits a code of the file system, or one of ours. */
const messages: { readonly [code: string]: string } = {
  ELINK: 'link',
  ELOOP: 'link',
  ENOENT: 'broken',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  ENOTFILE: 'notAFile',
  EISDIR: 'notAFile',
  ENOTDIR: 'notAFolder',
  EFBIG: 'tooLarge',
  ENOTTEXT: 'notText',
  EUTF16: 'wideText',
};

/** A finding for something that could not be read. */
export function unreadFinding(file: string, code: string): FileFinding {
  const start = { line: 0, column: 0 };
  const { id, severity } = configUnread;
  const message = messages[code] ?? 'failed';
  return {
    file,
    finding: { rule: id, severity, message, args: { code }, range: { start, end: start } },
  };
}
