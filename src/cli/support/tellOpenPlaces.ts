import type { OpenPlace } from '../../core/create/openPlaces';
import type { Language } from '../../core/model/text/localized';
import type { NewReport } from '../../core/report/newReport';
import { type Call, say } from './command';

/** What nobody knows yet of a new record, as its report has it. */
export function reportedPlaces(id: string, open: readonly OpenPlace[]): NewReport['open'] {
  return open.map(({ name, line, settable }) => {
    return { name, line, command: settable ? setCommand(id, [name]) : null };
  });
}

/** Says what is still to be filled in: fields by one command, sections by their places in the file. */
export function tellOpenPlaces(
  call: Call,
  language: Language,
  { id, file }: { readonly id: string; readonly file: string },
  open: readonly OpenPlace[],
): void {
  if (open.length === 0) return;
  const fields = open.filter(({ settable }) => settable).map(({ name }) => name);
  call.line(say(language, 'stillOpen'));
  if (fields.length > 0) call.line(`  ${setCommand(id, fields)}`);
  for (const { name, line, settable } of open) if (!settable) call.line(`  ${file}:${line}  ${name}`);
}

/** The command that sets fields; `…` stands for what is to be written there. */
function setCommand(id: string, fields: readonly string[]): string {
  return ['changebook set', id, ...fields.map((name) => `${name}=…`)].join(' ');
}
