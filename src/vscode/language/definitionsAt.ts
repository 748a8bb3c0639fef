import * as vscode from 'vscode';
import { isSameThing, type Mention } from '../../core/language/mentions/mention';
import { mentionAt } from '../../core/language/mentions/mentionAt';
import { mentionsIn } from '../../core/language/mentions/mentionsIn';
import { definingFiles } from '../../core/language/mentions/namingFiles';
import { describingPlaces, type NamingText, placesNaming } from '../../core/language/mentions/placesNaming';
import { textPlace } from '../../core/language/mentions/textPlace';
import { LineMap } from '../../core/model/text/lineMap';
import { documentRange } from '../documents/textEdits';
import type { Sessions } from '../session/sessions';
import type { WorkspaceSession } from '../session/workspaceSession';
import { namingInput, namingTexts } from './namingTexts';
import { toRange } from './toDiagnostic';

/** A place in a document, asked about for as long as the token says. */
export interface AskedPlace {
  readonly sessions: Sessions;
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/** What the caret stands in, and the workspace that knows it. */
interface NamedPlace {
  readonly session: WorkspaceSession;
  readonly file: string;
  readonly mention: Mention;
}

/** Where the thing whose name the caret stands in is described. */
export async function definitionsAt(asked: AskedPlace): Promise<vscode.LocationLink[]> {
  const place = namedPlace(asked);
  if (!place) return [];
  const { session, file, mention } = place;
  const files = definingFiles(mention, namingInput(session));
  const texts = await namingTexts(session, mention, asked.token, files);
  const input = session.input();
  const [own] = placesNaming(mention, [[file, asked.document.getText()]], input);
  const found = describingPlaces(mention, own, placesNaming(mention, texts, input));
  const originSelectionRange = documentRange(asked.document, mention.range);
  return locationsOf(session, found).map(({ uri, range }) => {
    return { originSelectionRange, targetUri: uri, targetRange: range };
  });
}

/** Everywhere that it is named; where it is described only if that is asked for. */
export async function referencesAt(asked: AskedPlace, describing: boolean): Promise<vscode.Location[]> {
  const place = namedPlace(asked);
  if (!place) return [];
  const { session, mention } = place;
  const texts = await namingTexts(session, mention, asked.token);
  if (asked.token.isCancellationRequested) return [];
  const found = placesNaming(mention, texts, session.input());
  return locationsOf(session, found, ({ defines }) => describing || !defines);
}

/** Where the same document names it. */
export function highlightsAt(asked: AskedPlace): vscode.DocumentHighlight[] {
  const place = namedPlace(asked);
  if (!place) return [];
  const { session, file, mention } = place;
  return mentionsIn(asked.document.getText(), textPlace(file), session.input(), mention.kind)
    .filter((other) => isSameThing(other, mention))
    .map(({ range, defines }) => {
      const kind = defines ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
      return new vscode.DocumentHighlight(documentRange(asked.document, range), kind);
    });
}

function namedPlace({ sessions, document, position }: AskedPlace): NamedPlace | undefined {
  const { session, file } = sessions.sessionOf(document.uri) ?? {};
  if (!session || file === undefined) return undefined;
  const place = textPlace(file);
  if (place.kind === 'record' && !session.entryOf(file)) return undefined;
  const mention = mentionAt(document.getText(), document.offsetAt(position), place, session.input());
  return mention && { session, file, mention };
}

function locationsOf(
  session: WorkspaceSession,
  found: readonly NamingText[],
  counts: (mention: Mention) => boolean = () => true,
): vscode.Location[] {
  return found.flatMap(({ file, text, mentions }) => {
    const lines = new LineMap(text);
    const uri = session.uriOf(file);
    return mentions
      .filter(counts)
      .map(({ range }) => new vscode.Location(uri, toRange(lines.rangeAt(range))));
  });
}
