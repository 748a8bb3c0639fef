import { isConfigFile } from '../config/configFiles';
import { fillIn, type Localized, localized } from '../model/text/localized';
import { oneLineValue } from '../model/text/oneLineValue';

const text: Localized = {
  en: '{file} is no record, so it is not read.',
  es: '{file} no es un registro, así que no se lee.',
};

/**
 * Why a report of a record is kept back: the command line shows its caller any file by its name, a key or the settings of
 * git as well. A record that does not read as one, another page and the configuration are what somebody works on.
 */
export function noRecordIn(report: unknown): Localized | undefined {
  if (typeof report !== 'object' || report === null || !('file' in report)) return undefined;
  const file = String(report.file);
  const isRead = 'type' in report && report.type !== null;
  const isPage = /\.(?:md|markdown)$/i.test(file) && !/(?:^|\/)\./.test(file);
  if (isRead || isPage || isConfigFile(file)) return undefined;
  return localized((language) => fillIn(text[language], { file: oneLineValue(file, 200) }));
}
