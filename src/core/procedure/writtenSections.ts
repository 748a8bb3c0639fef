import { variableStep } from '../edits/variableStep';
import { parseRecord } from '../model/parse/parseRecord';
import type { RecordOf } from '../model/parse/record';
import type { Language } from '../model/text/localized';
import { changeSections, furtherSections } from '../model/vocabulary/sections';
import { type KeptName, keptNames } from './keptPlaces';
import { type KeptSections, keptSections } from './keptSections';
import { procedureParts } from './procedureParts';
import { sectionTexts } from './sectionTexts';
import { takenSections } from './takenSections';

/** What a new change of a procedure says in the sections that stay. */
export interface WrittenSections {
  /** Hashes of what a new change says in each section; none of a section that the procedure leaves to the change. */
  readonly sections: { readonly [name in KeptName]?: readonly string[] };
  /** The sections of which it says something itself, so that a change has them. */
  readonly given: readonly string[];
  /** The texts of the steps that a new change has in other sections. */
  readonly others: readonly string[];
  /** The headings of other sections that read as those of the sections that stay. */
  readonly alike: readonly string[];
}

/** Whether a change says in a section what its procedure has written there. */
export function isKept(name: KeptName, terms: WrittenSections, use: KeptSections): boolean {
  if (use.alike.some(([read, title]) => read === name && !terms.alike.includes(title))) return false;
  const own = use.hashes[name];
  const wanted = terms.sections[name] ?? [];
  if (own === undefined) return !terms.given.includes(name);
  return wanted.includes(own) || (name === 'rollback' && wanted.includes(use.withoutBoxes ?? ''));
}

/** What a new change says in the sections that stay, in either language. */
export function writtenSections(record: RecordOf<'procedure'>, file: string): WrittenSections {
  const written = (['en', 'es'] as const).map((language) => writtenIn(record, file, language));
  const hashes = keptNames.map(
    (name) => [name, [...new Set(written.flatMap(({ hashes: own }) => own[name] ?? []))]] as const,
  );
  return {
    sections: Object.fromEntries(hashes),
    given: written[0]?.given ?? [],
    others: [...new Set(written.flatMap(({ others }) => others))],
    alike: [...new Set(written.flatMap(({ alike }) => alike.map(([, title]) => title)))],
  };
}

function writtenIn(record: RecordOf<'procedure'>, file: string, language: Language) {
  // As in a new change, approvals stand before the checklist, since of two definitions the first one counts.
  const { checklist: last, ...before } = changeSections;
  const titles = { ...before, approvals: furtherSections.approvals, checklist: last };
  const own = Object.fromEntries(Object.entries(titles).map(([name, title]) => [name, title[language]]));
  const taken = takenSections(record, own as { [name in keyof typeof titles]: string });
  const names = (Object.keys(own) as (keyof typeof titles)[]).filter(
    (name) => name === 'deployment' || name === 'checklist' || taken.some((one) => one.name === name),
  );
  const headings = names.map((name) => ({ title: titles[name][language], name }));
  const parts = procedureParts({ file, record }, file, taken, headings);
  const variables = (record.data.defaults?.release?.variables ?? []).map((one) =>
    variableStep(one, language),
  );
  const checklist = [parts.checklist, variables.join('\n')].filter(Boolean).join('\n\n');
  const texts = { ...parts, checklist: checklist || sectionTexts.checklist[language] };
  const text = headings.map(({ title, name }) => `## ${title}\n\n${texts[name] ?? ''}\n`).join('\n');
  const made = parseRecord(`---\ntype: change\n---\n${text}`, { expected: true });
  const given = Object.entries({ ...parts, checklist }).flatMap(([name, part]) => (part ? [name] : []));
  return { ...(made ? keptSections(made, file) : { hashes: {}, others: [], alike: [] }), given };
}
