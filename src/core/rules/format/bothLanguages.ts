import { firstPlace, messagesFor, reportOf } from '../../findings/problemReports';
import type { ReportedFix } from '../../findings/report';
import { locate } from '../../model/parse/located';
import type { Problem } from '../../model/parse/problem';
import type { ParsedRecord } from '../../model/parse/record';
import { entryRange, type YamlEntry, type YamlMap } from '../../model/parse/yamlTree';
import type { TextEdit } from '../../model/text/edit';
import { textRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/** `format/both-languages`: a field stands under one of its names. */
export const bothLanguages = defineRule({
  id: 'format/both-languages',
  severity: 'error',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  title: { en: 'One field under two names', es: 'Un campo con dos nombres' },
  explanation: {
    en: 'Every field has an English and a Spanish name, and a file may use either, even mixed. The same field under both names leaves open which value counts: the first one is read, the second is to be removed.',
    es: 'Cada campo tiene un nombre en inglés y otro en español, y un fichero puede usar cualquiera, incluso mezclados. El mismo campo con los dos nombres deja sin aclarar qué valor vale: se lee el primero y hay que quitar el segundo.',
  },
  messages: { ...messagesFor(['bothLanguages']), first: firstPlace },
  fixTitles: { remove: { en: 'Remove “{key}”', es: 'Quitar «{key}»' } },
  *check(record) {
    for (const problem of record.problems) {
      if (problem.code !== 'bothLanguages') continue;
      const fix = removal(problem, record);
      yield fix ? { ...reportOf(problem), fixes: [fix] } : reportOf(problem);
    }
  },
});

function removal(problem: Problem, record: ParsedRecord): ReportedFix | undefined {
  const holder = locate(record.located, (problem.path ?? []).slice(0, -1))?.node;
  if (holder?.kind !== 'map') return undefined;
  const index = holder.entries.findIndex((entry) => entry.keyRange.start === problem.range.start);
  const entry = holder.entries[index];
  const first = holder.entries.find((candidate) => candidate.keyRange.start === problem.other?.start);
  if (!entry) return undefined;
  const source = (part: YamlEntry | undefined): string =>
    part ? record.lines.text.slice(part.value.range.start, part.value.range.end) : '';
  const edit = removeEntry(record, holder, index);
  // Removing is certain only where nothing is lost by it, be it a value or what somebody noted beside it.
  const noted = /(?:^|\s)#/.test(record.lines.text.slice(edit.range.start, edit.range.end));
  const certain = !noted && source(entry).trim() !== '' && source(entry).trim() === source(first).trim();
  return { title: 'remove', args: { key: entry.key }, edits: [edit], certain };
}

/** Takes a key out of its mapping: its whole lines in a block, with one comma in a flow mapping. */
function removeEntry(record: ParsedRecord, holder: YamlMap, index: number): TextEdit {
  const entry = holder.entries[index];
  const range = entry ? entryRange(entry) : holder.range;
  const { lines } = record;
  if (!holder.flow) {
    const last = lines.lineAt(Math.max(range.start, range.end - 1));
    return { range: textRange(lines.startOf(lines.lineAt(range.start)), lines.startOf(last + 1)), text: '' };
  }
  const before = holder.entries[index - 1];
  return { range: textRange(before ? entryRange(before).end : range.start, range.end), text: '' };
}
