import * as vscode from 'vscode';

type Input = { readonly [name: string]: unknown };

/** A tool of the manifest; what it does is loaded when an assistant calls it. */
export function languageModelTool(name: string): vscode.LanguageModelTool<Input> {
  return {
    async prepareInvocation({ input }) {
      const { preparedInEditor } = await import('./toolsInEditor');
      return preparedInEditor(name, input);
    },
    async invoke({ input }, token) {
      const { calledInEditor } = await import('./toolsInEditor');
      const text = await calledInEditor(name, input, token);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  };
}
