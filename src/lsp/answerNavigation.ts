import {
  DocumentHighlightKind,
  type DocumentLink,
  type Location,
  type Position,
} from 'vscode-languageserver/node';
import type { LinkTarget } from '../core/language/documentLink';
import type { LanguageInput } from '../core/language/languageInput';
import { linkedNames, stepNamePattern } from '../core/language/linkedNames';
import { linksIn } from '../core/language/linksIn';
import { isSameThing, type Mention } from '../core/language/mentions/mention';
import { mentionsIn } from '../core/language/mentions/mentionsIn';
import { definingFiles } from '../core/language/mentions/namingFiles';
import { describingPlaces, type NamingText, placesNaming } from '../core/language/mentions/placesNaming';
import { textPlace } from '../core/language/mentions/textPlace';
import { LineMap } from '../core/model/text/lineMap';
import { addressOf } from './addresses';
import { protocolRange, rangeIn } from './protocolRanges';
import { mentionIn, namingInput, namingTexts } from './servedNaming';
import type { ServedWorkspace } from './servedWorkspace';
import { languageInputOf, type ServedText, type Serving, servedText } from './serving';

/** A name that a client asks about, in its text. */
interface AskedName {
  readonly asked: ServedText;
  readonly mention: Mention;
}

/** Answers where the thing whose name the caret stands in is described, and where it is named. */
export function answerNavigation(serving: Serving): void {
  const { connection, workspaces } = serving;
  const named = async (uri: string, position: Position): Promise<AskedName | undefined> => {
    // Who has not read everything yet knows too few places.
    await workspaces.settled();
    const asked = servedText(serving, uri);
    const mention = asked && mentionIn(asked, asked.document.offsetAt(position));
    return mention && { asked, mention };
  };
  connection.onDefinition(async ({ textDocument, position }) => {
    const name = await named(textDocument.uri, position);
    return name ? definitionsOf(name) : [];
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const name = await named(textDocument.uri, position);
    if (!name) return [];
    const { workspace } = name.asked;
    const found = placesNaming(name.mention, namingTexts(workspace, name.mention), workspace.input());
    return locationsOf(workspace, found, ({ defines }) => context.includeDeclaration || !defines);
  });
  connection.onDocumentLinks(async ({ textDocument }) => {
    await workspaces.settled();
    const asked = servedText(serving, textDocument.uri);
    const input = asked && languageInputOf(asked, serving);
    return asked && input ? linksOf(asked, input) : [];
  });
  connection.languages.onLinkedEditingRange(({ textDocument, position }) => {
    const asked = servedText(serving, textDocument.uri);
    const input = asked && languageInputOf(asked, serving);
    if (!asked || !input) return null;
    const { text, file, document } = asked;
    const names = linkedNames(text, document.offsetAt(position), { file, kind: input.kind }, input);
    const ranges = names.map((range) => rangeIn(document, range));
    return ranges.length === 0 ? null : { ranges, wordPattern: stepNamePattern.source };
  });
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const name = await named(textDocument.uri, position);
    return name ? highlightsOf(name) : [];
  });
}

function definitionsOf({ asked: { workspace, file, text }, mention }: AskedName): Location[] {
  const texts = namingTexts(workspace, mention, definingFiles(mention, namingInput(workspace)));
  const input = workspace.input();
  const [own] = placesNaming(mention, [[file, text]], input);
  return locationsOf(workspace, describingPlaces(mention, own, placesNaming(mention, texts, input)));
}

function linksOf({ text, file, document, workspace }: ServedText, input: LanguageInput): DocumentLink[] {
  const addressIn = (target: LinkTarget): string => {
    if (target.kind === 'address') return target.url;
    const address = addressOf(workspace.pathOf(target.file));
    return target.kind === 'file' && target.fragment !== '' ? `${address}#${target.fragment}` : address;
  };
  return linksIn(text, { file, kind: input.kind }, input).map(({ range, target, tooltip }) => ({
    range: rangeIn(document, range),
    target: addressIn(target),
    ...(tooltip === '' ? {} : { tooltip }),
  }));
}

function highlightsOf({ asked: { workspace, file, text, document }, mention }: AskedName) {
  return mentionsIn(text, textPlace(file), workspace.input(), mention.kind)
    .filter((other) => isSameThing(other, mention))
    .map(({ range, defines }) => ({
      range: rangeIn(document, range),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function locationsOf(
  workspace: ServedWorkspace,
  found: readonly NamingText[],
  counts: (mention: Mention) => boolean = () => true,
): Location[] {
  return found.flatMap(({ file, text, mentions }) => {
    const lines = new LineMap(text);
    const uri = addressOf(workspace.pathOf(file));
    return mentions.filter(counts).map(({ range }) => ({ uri, range: protocolRange(lines.rangeAt(range)) }));
  });
}
