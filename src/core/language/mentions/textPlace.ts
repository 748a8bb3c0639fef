import { configTypeOf, isTemplate } from '../../config/configFiles';
import type { TextPlace } from './mention';

/** A file as what it is read as: by its path configuration, a template, or else a record. */
export function textPlace(file: string): TextPlace {
  return { file, kind: configTypeOf(file) ?? (isTemplate(file) ? 'template' : 'record') };
}
