import { variableStep } from '../edits/variableStep';
import type { ChangeData } from '../model/schema/recordData';
import type { Language } from '../model/text/localized';
import {
  changeSectionNames,
  changeSections,
  furtherSections,
  sectionTitled,
  testSections,
} from '../model/vocabulary/sections';
import { escapeMarkdown } from '../notices/escapeMarkdown';
import { type OwnHeading, procedureParts } from '../procedure/procedureParts';
import { sectionTexts, testTexts } from '../procedure/sectionTexts';
import { type TakenName, type TakenSection, takenSections } from '../procedure/takenSections';
import type { ChangeTexts, NewChange } from './newChange';

const sectionTitles = { ...changeSections, approvals: furtherSections.approvals };

/** The sections of a new change: what is given, what its procedure says, what follows from its fields, else placeholders. */
export function newChangeSections(change: NewChange, title: string | undefined): string {
  const { language, procedure, file, texts = {}, data = {}, optional } = change;
  const titles = titlesIn(language);
  const taken = procedure ? takenSections(procedure.record, titles) : [];
  const derived = derivedTexts(data);
  const isKnown = (name: TakenName): boolean =>
    Boolean(texts[name] || derived[name] || taken.some((one) => one.name === name));
  const names = sectionOrder(change, taken).filter((name) => !optional?.has(name) || isKnown(name));
  const testParts = (['progression', 'regression'] as const).filter(
    (name) => !optional?.has('tests') && !tellsOf(name, change, taken),
  );
  const own: OwnHeading[] = names.flatMap((name) => [
    { title: titles[name], name },
    ...(name === 'tests' ? testParts.map((part) => ({ title: testSections[part][language] })) : []),
  ]);
  const head = title === undefined ? [] : [{ title }];
  const parts = procedure ? procedureParts(procedure, file, taken, [...head, ...own]) : {};
  const usual = { ...sectionTexts, ...testTexts, ...change.usual };
  const templates: ChangeTexts = {
    ...Object.fromEntries(changeSectionNames.map((name) => [name, usual[name][language]])),
    tests: '',
  };
  return names
    .map((name) => {
      const variables = name === 'checklist' ? variableSteps(data, language) : undefined;
      const said = [texts[name], parts[name], variables].filter(Boolean);
      const known = said.length > 0 ? said.join('\n\n') : derived[name];
      const scenarios =
        name === 'tests' ? testParts.map((part) => scenarioText(part, usual[part][language], language)) : [];
      const text = [known || templates[name], ...scenarios].filter(Boolean).join('\n\n');
      return `## ${titles[name]}\n\n${text}\n`;
    })
    .join('\n');
}

/** The titles of the sections that a change may have, by their names. */
export function titlesIn(language: Language): { readonly [name in TakenName]: string } {
  const own = Object.entries(sectionTitles).map(([name, titles]) => [name, titles[language]]);
  return Object.fromEntries(own) as { [name in TakenName]: string };
}

/** Approvals are no section of every change; where a procedure has them first, its changes do too. */
function sectionOrder({ procedure, texts }: NewChange, taken: readonly TakenSection[]): TakenName[] {
  const approvals = taken.find(({ name }) => name === 'approvals');
  const names: TakenName[] = [...changeSectionNames];
  if (!approvals && !texts?.approvals) return names;
  const isTaken = (line: number): boolean =>
    taken.some(({ heading }) => line >= heading.line && line < heading.endLine);
  const firstStep = procedure?.record.body.steps.find(({ line }) => !isTaken(line));
  const isFirst =
    approvals !== undefined && firstStep !== undefined && approvals.heading.line < firstStep.line;
  names.splice(names.indexOf(isFirst ? 'deployment' : 'checklist'), 0, 'approvals');
  return names;
}

/** Whether the tests that are given or taken over have such a part already. */
function tellsOf(
  part: keyof typeof testSections,
  { procedure, texts }: NewChange,
  taken: readonly TakenSection[],
): boolean {
  const given = (texts?.tests ?? '').split('\n').map((line) => /^ {0,3}#{3,6} +(.*)/.exec(line)?.[1] ?? '');
  const tests = taken.filter(({ name }) => name === 'tests').map(({ heading }) => heading);
  const below = (procedure?.record.body.headings ?? []).filter(({ line }) =>
    tests.some((heading) => line > heading.line && line < heading.endLine),
  );
  return (
    below.some(({ section }) => section === part) ||
    given.some((title) => sectionTitled(title)?.name === part)
  );
}

function scenarioText(part: keyof typeof testSections, text: string, language: Language): string {
  return `### ${testSections[part][language]}\n\n${text}`;
}

/** The steps that set what the release needs of its environment. */
function variableSteps({ release }: ChangeData, language: Language): string {
  return (release?.variables ?? []).map((variable) => variableStep(variable, language)).join('\n');
}

/** What sections say that only tell fields in words. */
function derivedTexts({ components = [], tickets = [], impact }: ChangeData): ChangeTexts {
  const list = (lines: readonly string[]): string =>
    lines
      .filter(Boolean)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join('\n');
  return {
    components: list(
      components.map(({ name = '', from, to }) =>
        `${name} ${[from, to === 'TBD' ? '' : to].filter(Boolean).join(' → ')}`.trim(),
      ),
    ),
    tickets: list(tickets.map(({ id, title, mail }) => [id, title ?? mail].filter(Boolean).join(' '))),
    impact: impact?.description === undefined ? undefined : escapeMarkdown(impact.description),
  };
}
