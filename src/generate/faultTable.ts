import { type ActionText, textFor } from '../core/actions/actionText';
import { faultTexts, keptTexts } from '../core/actions/commitFaults';
import { pushFaultTexts } from '../core/actions/pushTexts';
import { refusalTexts } from '../core/actions/refusals';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table, unfilled } from './markdown';

/** `docs/faults.md`: the sentence of everything that may keep an action from being committed. */
export function faultTable(read: ReadProjectFile): GeneratedFile[] {
  const places = {
    commits: rows(faultTexts),
    undoing: rows(keptTexts),
    pushing: rows(pushFaultTexts),
    records: rows(refusalTexts),
  };
  return [filledPage(read, 'faults.md', 'src/core/actions', places)];
}

function rows(texts: { readonly [code: string]: ActionText }): string {
  return table(
    ['Code', 'English', 'Español'],
    // What stands in braces is filled in; `<name>` shows that to a reader.
    Object.entries(texts).map(([name, text]) => [
      code(name),
      ...(['en', 'es'] as const).map((language) => shown(textFor('commandLine', text, language))),
    ]),
  );
}

function shown(text: string): string {
  return unfilled(text, (name) => `\`<${name}>\``);
}
