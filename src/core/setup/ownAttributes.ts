import { fillIn, localized } from '../model/text/localized';

import type { SetupPlan } from './planSetup';
import { setupTexts } from './setupTexts';

/** One attribute of a file, as git says it. */
export interface GitAttribute {
  readonly file: string;
  readonly name: string;
  readonly value: string;
}

/**
 * Attributes with which git would store something else than the text of a record, merge two ticks into lines that
 * nobody wrote, or hide a record from reviewers.
 */
export const askedAttributes = ['filter', 'working-tree-encoding', 'ident', 'merge', 'diff'];

/** A plan with the attributes files that records need; nothing is added where git keeps them as they are. */
export function withOwnAttributes(plan: SetupPlan, attributes: readonly GitAttribute[]): SetupPlan {
  const wrong = attributes.filter(isWrong);
  if (wrong.length === 0) return plan;
  const names = [...new Set(wrong.map(({ name }) => name))];
  const text = `* ${names.map((name) => `!${name}`).join(' ')}\n`;
  const folders = new Set(wrong.flatMap(({ file }) => attributedFolder(file) ?? []));
  const what = [...new Set(wrong.map(({ name, value }) => `${name}: ${value}`))].join(', ');
  const note = localized((language) => fillIn(setupTexts.ownAttributes[language], { what }));
  return {
    ...plan,
    files: [...plan.files, ...[...folders].map((folder) => ({ file: `${folder}/.gitattributes`, text }))],
    notes: [...plan.notes, note],
  };
}

function isWrong({ name, value }: GitAttribute): boolean {
  if (value === 'unspecified') return false;
  if (name === 'merge') return !/^(?:set|text|changebook)$/.test(value);
  return name === 'diff' ? value === 'unset' : value !== 'unset';
}

/** The folder of ours that a file is in, whatever year. */
function attributedFolder(file: string): string | undefined {
  return /^(?:.*\/)?(?:\.changebook|changes|procedures|tickets)(?=\/)/.exec(file)?.[0];
}
