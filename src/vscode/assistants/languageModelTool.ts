import * as vscode from 'vscode';

type Input = { readonly [name: string]: unknown };

/** A tool of the manifest; what it does is loaded when an assistant calls it. */
export function languageModelTool(name: string): vscode.LanguageModelTool<Input> {
  return {
    async prepareInvocation({ input }) {
      const { preparedCall } = await import('./toolsInEditor');
      return preparedCall(name, input);
    },
    async invoke({ input }, token) {
      const { calledTool } = await import('./toolsInEditor');
      const text = await calledTool(name, input, token);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  };
}
