import { normalize, relative } from 'node:path';
import * as vscode from 'vscode';
import { assistantTools } from '../../core/assistant/assistantTools';
import { type AssistantTool, editorToolName } from '../../core/assistant/toolParameter';
import { toolTexts } from '../../core/assistant/toolTexts';
import { asMarkdown } from '../../core/language/plainText';
import { visibleText } from '../../core/model/text/plainName';
import { ToolCalls } from '../../node/assistant/toolCalls';
import { ownIdentity } from '../../node/commit/identity';
import { language } from '../editorLanguage';
import { workspaceMeant } from '../workspaceMeant';
import { allowsWrites } from './assistantSettings';

type Input = { readonly [name: string]: unknown };

/** What commits say where they came from. */
const via = (): string => `${vscode.env.appName} assistant`;

const calls = new Map<string, ToolCalls>();

/** What is shown while a tool is called, and, where it commits, what a person has to confirm before. */
export async function preparedInEditor(name: string, input: Input): Promise<vscode.PreparedToolInvocation> {
  const tool = toolOf(name);
  const title = tool.title[language];
  const folder = workspaceMeant();
  if (!tool.writes || input.dry_run === true || folder === undefined) return { invocationMessage: title };
  const who = (await ownIdentity(folder))?.name ?? toolTexts.nobody[language];
  const rows = Object.entries(input).map(
    ([key, value]) =>
      `- ${key}: ${asMarkdown(typeof value === 'string' ? value : JSON.stringify(value), 300)}`,
  );
  const message = vscode.l10n.t(
    'This is one commit in the name of {0}, with a mark that an assistant asked for it.',
    asMarkdown(who),
  );
  return {
    invocationMessage: title,
    confirmationMessages: {
      title: `Changebook: ${title}`,
      message: new vscode.MarkdownString(`${rows.join('\n')}\n\n${message}`),
    },
  };
}

/** Calls a tool in the workspace that is meant, and gives what it says. */
export async function calledInEditor(
  name: string,
  input: Input,
  token: vscode.CancellationToken,
): Promise<string> {
  const tool = toolOf(name);
  const folder = workspaceMeant();
  if (folder === undefined)
    throw new Error(
      vscode.l10n.t('No trusted folder on a disk is open, so there are no records to look at.'),
    );
  if (tool.writes && !allowsWrites())
    throw new Error(
      vscode.l10n.t(
        'Assistants only read here; the setting {0} lets them write.',
        'changebook.assistants.allowWrites',
      ),
    );
  const unsaved = unsavedIn(folder);
  const inTheWay = tool.writes ? unsaved.filter((document) => names(document, input.id)) : [];
  if (inTheWay.length > 0)
    throw new Error(
      vscode.l10n.t(
        'Nothing was done: {0} has edits that are not saved. Save them first.',
        listed(folder, inTheWay),
      ),
    );
  const { text } = await callsIn(folder).answer(tool.name, input, via(), signalOf(token));
  if (unsaved.length === 0) return text;
  const note = vscode.l10n.t('Not saved yet, and so not in this answer: {0}', listed(folder, unsaved));
  return `${note}\n${text}`;
}

function toolOf(name: string): AssistantTool {
  const tool = assistantTools(true).find((candidate) => editorToolName(candidate.name) === name);
  if (!tool) throw new Error(name);
  return tool;
}

/** The calls in a folder, which know of each other. */
function callsIn(folder: string): ToolCalls {
  const known = calls.get(folder);
  // Whether writing is allowed was asked before.
  const own = known ?? new ToolCalls({ folder, language, allowsWrites: true }, Date.now);
  calls.set(folder, own);
  return own;
}

/** Records and configuration with edits that no file has yet. */
function unsavedIn(folder: string): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ isDirty, uri, languageId }) =>
      isDirty &&
      uri.scheme === 'file' &&
      /^(?:markdown|yaml)$/.test(languageId) &&
      !relative(folder, uri.fsPath).startsWith('..'),
  );
}

/** Whether a document is the record that a call names, however its id or its path is written. */
function names(document: vscode.TextDocument, id: unknown): boolean {
  if (typeof id !== 'string') return false;
  const wanted = normalize(visibleText(id)).replaceAll('\\', '/').toLowerCase();
  const [, own = ''] = /^id:\s*["']?([^\s"'#]+)/m.exec(document.getText()) ?? [];
  return (
    (own !== '' && own.toLowerCase().endsWith(wanted)) || document.uri.path.toLowerCase().endsWith(wanted)
  );
}

function listed(folder: string, documents: readonly vscode.TextDocument[]): string {
  return documents.map(({ uri }) => relative(folder, uri.fsPath)).join(', ');
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
