import { join } from 'node:path';
import {
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  Message,
  type ResponseMessage,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { type Language, languageOf, languageOfEnvironment } from '../core/model/text/localized';
import { addressOf } from './addresses';
import { answerActions } from './answerActions';
import { answerDiagnostics } from './answerDiagnostics';
import { answerNavigation } from './answerNavigation';
import { answerRenames } from './answerRenames';
import { answerStructure } from './answerStructure';
import { answerTokens, tokenLegend } from './answerTokens';
import { answerWords } from './answerWords';
import { type ClientSkills, clientSkills } from './clientSkills';
import { followClient, followFolders } from './followClient';
import { actionKinds } from './offeredActions';
import { OpenTexts } from './openTexts';
import { CommandRunner, commandId, type RunCall, servedCommands } from './servedCommands';
import { ServedDiagnostics } from './servedDiagnostics';
import { ServedWorkspaces } from './servedWorkspaces';
import { ServerLife } from './serverLife';
import type { Serving } from './serving';

/** What the server is started with. */
export interface ServerStart {
  readonly version: string;
  /** The language that whoever starts it asks for; else that of the client counts. */
  readonly language: Language | undefined;
  readonly env: { readonly [name: string]: string | undefined };
  /** Where the pages of the documentation lie. */
  readonly packageFolder: string;
  readonly call: RunCall;
}

/** What begins a key or a value in a record. */
const triggers = [':', ' ', '-', ',', '[', '{', '"'];

/** Serves one client over standard input and output; ends when the client is gone. */
export function serveLanguage(start: ServerStart): Promise<0> {
  const life = new ServerLife();
  const connection = createConnection(process.stdin, process.stdout, {
    connectionStrategy: { cancelUndispatched },
    messageStrategy: life,
  });
  // What one request comes to grief on is no reason to leave the editor alone.
  process.on('unhandledRejection', (reason) =>
    connection.console.error(reason instanceof Error ? reason.message : String(reason)),
  );
  const serving = servingOf(connection, start);
  connection.onInitialize((params) => initialized(params, serving, start));
  life.answer(connection, serving.language);
  followClient(serving);
  answerDiagnostics(serving);
  answerWords(serving);
  answerActions(serving);
  answerStructure(serving);
  answerNavigation(serving);
  answerRenames(serving);
  answerTokens(serving);
  connection.listen();
  // The connection ends the process, with what the protocol says of how it was ended.
  return new Promise(() => {});
}

/** A request that is taken back before its turn is answered without any work. */
function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: '' };
  return { jsonrpc: '2.0', id: message.id, error };
}

function servingOf(connection: Connection, { language, env, packageFolder, call }: ServerStart): Serving {
  let spoken = language ?? languageOfEnvironment(env);
  let skills = clientSkills({});
  const texts = new OpenTexts();
  const words = (): { language: Language; pageOf: (page: string) => string } => ({
    language: spoken,
    pageOf: (page) => addressOf(join(packageFolder, page)),
  });
  const diagnostics = new ServedDiagnostics(connection, texts, () => skills, words);
  const workspaces = new ServedWorkspaces(texts, diagnostics);
  const commands = new CommandRunner(texts, workspaces, () => spoken, call);
  return {
    ...{ connection, texts, diagnostics, workspaces, commands },
    language: () => spoken,
    skills: () => skills,
    meet(own: ClientSkills, locale) {
      skills = own;
      if (language === undefined && locale !== undefined) spoken = languageOf(locale);
    },
  };
}

function initialized(
  { capabilities, locale, workspaceFolders, rootUri, rootPath }: InitializeParams,
  serving: Serving,
  { version }: ServerStart,
): InitializeResult {
  serving.meet(clientSkills(capabilities), locale);
  const root = rootUri ?? rootPath;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  serving.connection.onInitialized(() => followFolders(serving, folders));
  return {
    serverInfo: { name: 'changebook', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      diagnosticProvider: {
        identifier: 'changebook',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
      completionProvider: { triggerCharacters: triggers },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: true },
      codeLensProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      linkedEditingRangeProvider: true,
      semanticTokensProvider: { legend: tokenLegend, full: true },
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: { label: 'Changebook' },
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      executeCommandProvider: { commands: servedCommands.map(commandId) },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
      },
    },
  };
}
