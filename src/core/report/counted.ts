import { fillIn, type Language, type Localized } from '../model/text/localized';

const texts = {
  error: { en: '{count} {count|error|errors}', es: '{count} {count|error|errores}' },
  warning: { en: '{count} {count|warning|warnings}', es: '{count} {count|advertencia|advertencias}' },
  info: { en: '{count} {count|info|infos}', es: '{count} {count|información|informaciones}' },
  record: { en: '{count} {count|record|records}', es: '{count} {count|registro|registros}' },
  file: { en: '{count} {count|file|files}', es: '{count} {count|fichero|ficheros}' },
} satisfies { [name: string]: Localized };

/** A number of findings of a severity, records or files, in words. */
export function countText(what: keyof typeof texts, count: number, language: Language): string {
  return fillIn(texts[what][language], { count });
}
