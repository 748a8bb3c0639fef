import {
  type CodeAction,
  type CodeActionParams,
  CodeLensRefreshRequest,
  type Command,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  type Range,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type OfferedAction, offeredActions } from './offeredActions';
import { editsIn, protocolRange } from './protocolRanges';
import { commandId } from './servedCommands';
import { servedLenses } from './servedLenses';
import { serverWord } from './serverWords';
import { type ServedText, type Serving, servedText } from './serving';

/** What finds an offered action again when it has been chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly title: string;
  readonly kind: string;
}

/** Answers what can be done at a place, and does it. */
export function answerActions(serving: Serving): void {
  const { connection, commands } = serving;
  connection.onCodeAction((params) => actionsAt(params, serving));
  connection.onCodeActionResolve((action) => resolved(action, serving));
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const asked = servedText(serving, uri);
    return asked ? servedLenses(asked, asked, serving.language()) : [];
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const { ok, told, answer } = await commands.run(command, given);
    const type = ok ? MessageType.Info : MessageType.Error;
    void connection.sendNotification(ShowMessageNotification.type, { type, message: told });
    if (serving.skills().refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
    return answer ?? null;
  });
}

function actionsAt(
  { textDocument: { uri }, range, context }: CodeActionParams,
  serving: Serving,
): (CodeAction | Command)[] {
  serving.workspaces.checkNow(uri);
  const asked = servedText(serving, uri);
  if (!asked) return [];
  const wanted = (kind: string): boolean =>
    context.only === undefined ||
    context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const { literalActions, resolvesEdits } = serving.skills();
  return offersIn(asked, range, serving)
    .filter(({ kind }) => wanted(kind))
    .flatMap((offer): (CodeAction | Command)[] => {
      const command = commandOf(offer, uri);
      if (!literalActions) return command ? [command] : [];
      const { title, kind, preferred, findings, edits } = offer;
      const ranges = findings.map((finding) => protocolRange(finding.range));
      const diagnostics = context.diagnostics.filter(
        ({ code, range: own }) =>
          findings.some(({ rule }) => rule === code) && ranges.some((other) => isSame(own, other)),
      );
      const data: ActionData = { uri, version: asked.document.version, range, title, kind };
      const later = edits && resolvesEdits ? { data } : {};
      const now = edits && !resolvesEdits ? { edit: editOf(asked, edits()) } : {};
      return [
        {
          title,
          kind,
          diagnostics,
          ...(preferred ? { isPreferred: true } : {}),
          ...(command ? { command } : {}),
          ...later,
          ...now,
        },
      ];
    });
}

function offersIn(
  { text, workspace, file, document }: ServedText,
  { start, end }: Range,
  serving: Serving,
): OfferedAction[] {
  // A range that ends before the first character of a line does not hold that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const first = Math.min(start.line, document.lineCount - 1);
  const findings = workspace.findingsOf(file);
  return offeredActions({
    text,
    place: { workspace, file },
    findings,
    first,
    last,
    language: serving.language(),
  });
}

/** The edit of an action that was chosen, if its text is still the one that it was offered for. */
function resolved(action: CodeAction, serving: Serving): CodeAction | ResponseError {
  const language = serving.language();
  if (!isActionData(action.data))
    return new ResponseError(ErrorCodes.InvalidParams, serverWord(language, 'otherText'));
  const { uri, version, range, title, kind } = action.data;
  const asked = servedText(serving, uri);
  const edits =
    asked?.document.version === version
      ? offersIn(asked, range, serving).find((offer) => offer.title === title && offer.kind === kind)?.edits
      : undefined;
  if (!asked || !edits)
    return new ResponseError(LSPErrorCodes.ContentModified, serverWord(language, 'otherText'));
  return { ...action, edit: editOf(asked, edits()) };
}

function isActionData(data: unknown): data is ActionData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    'version' in data &&
    'range' in data &&
    'title' in data
  );
}

function editOf({ uri, document }: ServedText, edits: Parameters<typeof editsIn>[1]): WorkspaceEdit {
  return { changes: { [uri]: editsIn(document, edits) } };
}

function commandOf({ title, command }: OfferedAction, uri: string): Command | undefined {
  return command && { title, command: commandId(command.name), arguments: [uri, ...command.words] };
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.start.line === other.start.line &&
    one.start.character === other.start.character &&
    one.end.line === other.end.line &&
    one.end.character === other.end.character
  );
}
