import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { grammar } from '../../../src/generate/grammar';

/** One stretch of text with the scopes that it stands in, outermost first. */
export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

export type Tokenise = (text: string) => Token[];

/** Packages that carry the grammars of VS Code itself, byte for byte. */
const grammarPackages = ['markdown-basics', 'yaml', 'html', 'shellscript'];
const ending = '.tmLanguage.json';

/** VS Code's own tokenizer over its own markdown grammar, with and without Changebook's injections. */
export async function tokenisers(): Promise<{ readonly plain: Tokenise; readonly injected: Tokenise }> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const grammars = vscodeGrammars();
  const injections = grammar().map(({ path: file, content }) => addGrammar(grammars, content, file));
  return { plain: await tokeniser(grammars, []), injected: await tokeniser(grammars, injections) };
}

type Grammars = Map<string, { readonly content: string; readonly file: string }>;

function vscodeGrammars(): Grammars {
  const grammars: Grammars = new Map();
  for (const name of grammarPackages) {
    const root = path.join(path.dirname(require.resolve('vscode-oniguruma/package.json')), '../@codingame');
    const folder = path.join(root, `monaco-vscode-${name}-default-extension/resources`);
    for (const file of readdirSync(folder)) {
      if (file.endsWith(ending)) addGrammar(grammars, readFileSync(path.join(folder, file), 'utf8'), file);
    }
  }
  return grammars;
}

function addGrammar(grammars: Grammars, content: string, file: string): string {
  const { scopeName } = JSON.parse(content) as { scopeName: string };
  grammars.set(scopeName, { content, file });
  return scopeName;
}

async function tokeniser(grammars: Grammars, injections: string[]): Promise<Tokenise> {
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      const found = grammars.get(scopeName);
      return found ? parseRawGrammar(found.content, found.file) : null;
    },
    getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? injections : []),
  });
  const markdown = await registry.loadGrammar('text.html.markdown');
  if (!markdown) throw new Error('no markdown grammar');
  return (text) => {
    let stack = INITIAL;
    return text.split(/\r\n|\n|\r/).flatMap((source, line) => {
      const result = markdown.tokenizeLine(source, stack);
      stack = result.ruleStack;
      return result.tokens.map(({ startIndex, endIndex, scopes }) => {
        return { line, text: source.slice(startIndex, endIndex), scopes };
      });
    });
  };
}

/** The tokens without the scopes that Changebook adds, and without the cuts that only those made. */
export function withoutOurs(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const scopes = token.scopes.filter((scope) => !isOurs(scope));
    const last = merged.at(-1);
    if (last && last.line === token.line && last.scopes.join(' ') === scopes.join(' '))
      merged[merged.length - 1] = { ...last, text: last.text + token.text };
    else merged.push({ ...token, scopes });
  }
  return merged;
}

/** Text and scope of everything that Changebook marks. */
export function marks(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text, scopes }) =>
    scopes.filter(isOurs).map((scope) => `${text}: ${scope.replace('.changebook', '')}`),
  );
}

function isOurs(scope: string): boolean {
  return scope.endsWith('.changebook');
}
