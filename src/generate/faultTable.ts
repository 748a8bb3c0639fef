import { type ActionText, textFor } from '../core/actions/actionText';
import { faultTexts, keptTexts } from '../core/actions/commitFaults';
import { pushFaultTexts } from '../core/actions/pushFaults';
import { refusalTexts } from '../core/actions/refusals';
import type { GeneratedFile } from './generatedFile';
import { code, madeBy, page, table, unfilled } from './markdown';

/** `docs/faults.md`: the sentence of everything that may keep an action from being committed. */
export function faultTable(): GeneratedFile[] {
  const content = page([
    madeBy('`src/core/actions`'),
    '# What may keep an action from being committed',
    'Every action on a record is one commit. Whatever keeps it from being made ends with one of these sentences, in the editor and on the command line alike (the editor leaves out what names a command or an option of the command line); `--format json` gives the code. Nothing of yours is lost in any of these cases: files, what is staged, and HEAD are as they were, unless the sentence says otherwise.',
    '## git, hooks and the disk',
    rows(faultTexts),
    'A command that ended with one of these can be run again: it finishes what stands, with the moment that was written first, or says what speaks against it. Where something could not be taken back, the sentence says in place of “Nothing was changed” what stands, and how it is undone:',
    rows(keptTexts),
    '## Pushing',
    rows(pushFaultTexts),
    '## The record',
    rows(refusalTexts),
  ]);
  return [{ path: 'docs/faults.md', content }];
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
