import * as vscode from 'vscode';

/** So many characters of a sentence fit into a line of a list. */
const lineLength = 78;

/** Lists sentences to be read, whole; nothing is chosen by picking one. */
export async function showLines(title: string, sentences: readonly string[]): Promise<void> {
  const lines = sentences.flatMap((sentence) => linesOf(sentence).map((label) => ({ label })));
  await vscode.window.showQuickPick(lines, { title, ignoreFocusOut: true });
}

/** A sentence in lines that a list does not cut. */
export function linesOf(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
