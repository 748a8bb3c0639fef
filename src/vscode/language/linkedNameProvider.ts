import * as vscode from 'vscode';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import { languageInputOf } from './languageInputOf';

/** While the name of a step is typed, every other place of the text that names the step changes with it. */
export class LinkedNameProvider implements vscode.LinkedEditingRangeProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideLinkedEditingRanges(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LinkedEditingRanges | undefined> {
    const input = languageInputOf(this.sessions, document);
    if (input?.kind !== 'record') return undefined;
    const { linkedNames, stepNamePattern } = await import('../../core/language/linkedNames');
    const { kind, file = '' } = input;
    const ranges = linkedNames(document.getText(), document.offsetAt(position), { file, kind }, input);
    // A name that stands alone has nothing to change with it.
    if (ranges.length < 2) return undefined;
    return new vscode.LinkedEditingRanges(
      ranges.map((range) => documentRange(document, range)),
      stepNamePattern,
    );
  }
}
