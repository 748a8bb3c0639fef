import { CompletionTriggerKind, type Hover, type HoverParams } from 'vscode-languageserver/node';
import { zoneOrUtc } from '../core/config/workspaceConfig';
import { completionsAt } from '../core/language/completionsAt';
import { hoverAt } from '../core/language/hoverAt';
import { asMarkdown } from '../core/language/plainText';
import { localText } from '../core/model/time/localText';
import { completionItemOf } from './completionItemOf';
import { hoverText } from './hoverText';
import { rangeIn } from './protocolRanges';
import { serverWord } from './serverWords';
import { languageInputOf, type ServedText, type Serving, servedText } from './serving';

/** Answers what may be written at a place, and what the word there means. */
export function answerWords(serving: Serving): void {
  const { connection } = serving;
  connection.onCompletion(async ({ textDocument, position, context }) => {
    const asked = servedText(serving, textDocument.uri);
    const input = asked && languageInputOf(asked, serving);
    if (!asked || !input) return null;
    const offset = asked.document.offsetAt(position);
    const wish = { ...input, asked: context?.triggerKind === CompletionTriggerKind.Invoked };
    let found = completionsAt(asked.text, offset, wish);
    const release = found.wantsRelease ? await asked.workspace.release() : undefined;
    if (release) found = completionsAt(asked.text, offset, { ...wish, release });
    const { items, cut } = found;
    const skills = serving.skills();
    return { isIncomplete: cut, items: items.map((item) => completionItemOf(asked.document, item, skills)) };
  });
  connection.onHover((params) => hoverOf(params, serving));
}

async function hoverOf({ textDocument, position }: HoverParams, serving: Serving): Promise<Hover | null> {
  const asked = servedText(serving, textDocument.uri);
  const input = asked && languageInputOf(asked, serving);
  const hover = input && hoverAt(asked.text, asked.document.offsetAt(position), input);
  if (!hover) return null;
  const who = hover.byWhom ? await whoWrote(asked, position.line, serving) : '';
  return {
    contents: hoverText(hover.markdown + who, serving.skills()),
    range: rangeIn(asked.document, hover.range),
  };
}

/** Who committed a decision. Lines of a text with unsaved work may stand elsewhere in the file. */
async function whoWrote(
  { workspace, file, path }: ServedText,
  line: number,
  serving: Serving,
): Promise<string> {
  if (path === undefined || serving.commands.isUnsaved(path)) return '';
  const last = await workspace.lastChange(file, line);
  if (!last) return '';
  const zone = zoneOrUtc(workspace.input().config, workspace.entryOf(file)?.summary.customer);
  const when = asMarkdown(`${localText(last.at, zone)} (${zone})`);
  const who = asMarkdown(`${last.name} <${last.address}>`);
  return `  \n${serverWord(serving.language(), 'committedBy', { who, when })}`;
}
