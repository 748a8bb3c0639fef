import { fillIn, type Language, type Localized } from '../model/text/localized';

const one = {
  error: { en: '{count} error', es: '{count} error' },
  warning: { en: '{count} warning', es: '{count} aviso' },
  info: { en: '{count} info', es: '{count} información' },
  record: { en: '{count} record', es: '{count} registro' },
  file: { en: '{count} file', es: '{count} fichero' },
} satisfies { [name: string]: Localized };

const many: { readonly [N in keyof typeof one]: Localized } = {
  error: { en: '{count} errors', es: '{count} errores' },
  warning: { en: '{count} warnings', es: '{count} avisos' },
  info: { en: '{count} infos', es: '{count} informaciones' },
  record: { en: '{count} records', es: '{count} registros' },
  file: { en: '{count} files', es: '{count} ficheros' },
};

/** So many findings of a severity, records or files, in words. */
export function counted(what: keyof typeof one, count: number, language: Language): string {
  return fillIn((count === 1 ? one : many)[what][language], { count });
}
