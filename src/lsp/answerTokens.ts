import { SemanticTokensBuilder, SemanticTokenTypes } from 'vscode-languageserver/node';
import { textPlace } from '../core/language/mentions/textPlace';
import { type TokenKind, tokensIn } from '../core/language/tokensIn';
import { languageInputOf, type Serving, servedText } from './serving';

/** What clients know to colour, by what a word is. */
const types: { readonly [kind in TokenKind]: SemanticTokenTypes } = {
  key: SemanticTokenTypes.property,
  choice: SemanticTokenTypes.enumMember,
  moment: SemanticTokenTypes.number,
  stepWord: SemanticTokenTypes.keyword,
  done: SemanticTokenTypes.comment,
  record: SemanticTokenTypes.class,
  customer: SemanticTokenTypes.namespace,
  environment: SemanticTokenTypes.enum,
  role: SemanticTokenTypes.type,
  person: SemanticTokenTypes.parameter,
  step: SemanticTokenTypes.function,
};

/** The legend that a client is told once; tokens name their types by their places in it. */
export const tokenLegend = {
  tokenTypes: [...new Set(Object.values(types))],
  tokenModifiers: ['declaration'],
};

/** Answers what each word of a text is. */
export function answerTokens(serving: Serving): void {
  serving.connection.languages.semanticTokens.on(({ textDocument }) => {
    const asked = servedText(serving, textDocument.uri);
    const input = asked && languageInputOf(asked, serving);
    if (!asked || !input) return { data: [] };
    const builder = new SemanticTokensBuilder();
    for (const { range, kind, defines } of tokensIn(asked.text, textPlace(asked.file), input)) {
      const { line, character } = asked.document.positionAt(range.start);
      const type = tokenLegend.tokenTypes.indexOf(types[kind]);
      builder.push(line, character, range.end - range.start, type, defines ? 1 : 0);
    }
    return builder.build();
  });
}
