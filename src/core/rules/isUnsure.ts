import { type RuledFile, settingOf } from '../config/ruleSetting';
import { type FieldPath, rejectedValueCodes } from '../model/parse/problem';
import type { ParsedRecord } from '../model/parse/record';

/** Whether something at a path or below it could not be read, which is an error, and might be what is looked for. */
export function isUnsure(record: ParsedRecord, path: FieldPath, context: RuledFile): boolean {
  const severity = settingOf('format/field', context)?.severity ?? 'error';
  if (severity !== 'error') return false;
  return record.problems.some(
    ({ code, path: own = [] }) =>
      rejectedValueCodes.has(code) && path.every((part, index) => own[index] === part),
  );
}
