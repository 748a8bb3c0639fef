import { hintArgs, nearestName } from '../model/parse/nearest';
import { type TextRange, textRange } from '../model/text/range';
import { subjectPlaceholders, unknownPlaceholders } from './commitSubject';
import { idParts, unfitId } from './idForm';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

/** Reports unknown placeholders of the commit subject; the default subject is then used. */
export function checkSubject(config: ConfigFile<'config'>): void {
  const subject = scalarAt(config, ['commit', 'subject']);
  if (!subject) return;
  const hasUnknown = reportPlaceholders(config, subject.range, subjectPlaceholders, 'placeholder');
  if (hasUnknown) delete config.data.commit?.subject;
}

/** Reports what stands in braces and is none of the known names; searched in the source, so that each has its range. */
function reportPlaceholders(
  config: ConfigFile<'config'>,
  { start, end }: TextRange,
  known: readonly string[],
  message: string,
): boolean {
  const unknown = unknownPlaceholders(config.lines.text.slice(start, end), known);
  for (const { name, at } of unknown) {
    const args = {
      value: `{${name.slice(0, 60)}}`,
      known: known.map((own) => `{${own}}`).join(', '),
      ...hintArgs(nearestName(name, known)),
    };
    report(config, message, textRange(start + at, start + at + name.length + 2), args);
  }
  return unknown.length > 0;
}

/** Reports a form of ids that could make none, or one that the pattern does not take; the usual form is then used. `customers` are keys. */
export function checkIdForm(
  config: ConfigFile<'config'>,
  pattern: RegExp,
  customers: Iterable<string>,
): void {
  const form = scalarAt(config, ['ids', 'form']);
  if (!form) return;
  const value = form.value.slice(0, 60);
  const id = unfitId(form.value, pattern, customers);
  const isFree = /\{(?:number|random)\}/.test(form.value);
  if (!reportPlaceholders(config, form.range, idParts, 'idPart')) {
    if (!isFree) report(config, 'idAlike', form.range, { value });
    else if (id === undefined) return;
    else report(config, 'idForm', form.range, { value, id: id.slice(0, 80), pattern: pattern.source });
  }
  delete config.data.ids?.form;
}
