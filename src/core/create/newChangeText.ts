import type { Language } from '../model/text/localized';
import { changeFields } from '../model/vocabulary/changeFields';
import {
  changeStatusChoice,
  changeTypeChoice,
  partyChoice,
  recordTypeChoice,
} from '../model/vocabulary/choices';
import type { ChoiceTable } from '../model/vocabulary/fieldType';
import { changeSectionNames, changeSections, testSections } from '../model/vocabulary/sections';
import { choiceIn } from '../model/vocabulary/vocabulary';
import { frontMatterText } from './frontMatterText';
import { procedureParts, type SourceProcedure } from './procedureParts';
import { sectionTexts, testTexts } from './sectionTexts';

/** The known data of a new change. Times and durations are texts as in the record. */
export interface NewChange {
  readonly language: Language;
  readonly id: string;
  /** Path of the new file, relative to the workspace. */
  readonly file: string;
  /** Undefined writes a placeholder. */
  readonly title: string | undefined;
  readonly changeType: keyof typeof changeTypeChoice.choices;
  readonly deploymentType?: number | undefined;
  readonly customer?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly performedBy?: keyof typeof partyChoice.choices | undefined;
  readonly requestedBy?: string | undefined;
  readonly requestedAt?: string | undefined;
  readonly assignee?: string | undefined;
  readonly start?: string | undefined;
  readonly duration?: string | undefined;
  /** The day of its creation, in its zone. */
  readonly created: string;
  /** Whether it must say where it was validated, since it goes to production. */
  readonly toValidate?: boolean | undefined;
  readonly procedure?: SourceProcedure | undefined;
}

/** The text of a new change: front matter, nine sections, and the steps of its procedure. */
export function newChangeText(change: NewChange): string {
  const title = onOneLine(change.title ?? 'TBD');
  return `${frontMatter(change, title)}# ${title}\n\n${sectionsOf(change, title)}`;
}

function frontMatter(change: NewChange, title: string): string {
  const { language, procedure } = change;
  const named = (choices: ChoiceTable, value: string): string => choiceIn(language, choices, value);
  const { version, id } = procedure?.record.data ?? {};
  return frontMatterText(language, changeFields, {
    id: change.id,
    type: named(recordTypeChoice.choices, 'change'),
    title,
    created: change.created,
    status: named(changeStatusChoice.choices, 'to_do'),
    change_type: named(changeTypeChoice.choices, change.changeType),
    deployment_type: change.deploymentType,
    customer: change.customer,
    environments: change.environments,
    performed_by: change.performedBy && named(partyChoice.choices, change.performedBy),
    requested_by: change.requestedBy,
    requested_at: change.requestedAt,
    assignee: change.assignee,
    schedule: { start: change.start, duration: change.duration },
    procedure: id && (version ? `${id}@${version}` : id),
    tests: change.toValidate ? { validated_in: ['TBD'] } : undefined,
  });
}

function sectionsOf({ language, procedure, file }: NewChange, title: string): string {
  const titles = changeSectionNames.map((name) => changeSections[name][language]);
  const at = changeSectionNames.indexOf('deployment') + 1;
  const [progression, regression] = [testSections.progression[language], testSections.regression[language]];
  const around = {
    above: [title, ...titles.slice(0, at)],
    between: titles
      .slice(at)
      .flatMap((own) => (own === changeSections.tests[language] ? [own, progression, regression] : [own])),
  };
  const taken = procedure ? procedureParts(procedure, file, around) : { deployment: '', checklist: '' };
  const tests = (['progression', 'regression'] as const).map(
    (name) => `### ${testSections[name][language]}\n\n${testTexts[name][language]}`,
  );
  const texts: { readonly [name: string]: string } = {
    deployment: taken.deployment,
    checklist: taken.checklist,
    tests: tests.join('\n\n'),
  };
  return changeSectionNames
    .map((name) => `## ${changeSections[name][language]}\n\n${texts[name] || sectionTexts[name][language]}\n`)
    .join('\n');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
