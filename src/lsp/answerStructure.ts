import {
  type DocumentSymbol,
  type SelectionRange,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { DocumentPart } from '../core/language/documentPart';
import { documentSymbols } from '../core/language/documentSymbols';
import { foldsIn } from '../core/language/foldsIn';
import { recordSymbols } from '../core/language/recordSymbols';
import { selectionsAt } from '../core/language/selectionsAt';
import { unpackRange } from '../core/model/text/range';
import type { RecordType } from '../core/model/vocabulary/vocabulary';
import { addressOf } from './addresses';
import { protocolRange, rangeIn } from './protocolRanges';
import { languageInputOf, type ServedText, type Serving, servedText } from './serving';

const partKinds: { readonly [kind in DocumentPart['kind']]: SymbolKind } = {
  frontMatter: SymbolKind.Struct,
  field: SymbolKind.Property,
  item: SymbolKind.Object,
  section: SymbolKind.String,
  step: SymbolKind.Boolean,
};

const recordKinds: { readonly [type in RecordType]: SymbolKind } = {
  change: SymbolKind.Event,
  procedure: SymbolKind.Function,
  ticket: SymbolKind.Object,
};

/** Answers of which parts a text is made, and which records there are. */
export function answerStructure(serving: Serving): void {
  const { connection, workspaces } = serving;
  const asked = (uri: string) => {
    const text = servedText(serving, uri);
    const input = text && languageInputOf(text, serving);
    return text && input && { ...text, kind: input.kind };
  };
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const text = asked(uri);
    if (!text) return [];
    return documentSymbols(text.text, text.kind, serving.language()).map((part) => symbolOf(part, text));
  });
  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const text = asked(uri);
    if (!text) return [];
    return foldsIn(text.text, text.kind).map(({ start, end }) => ({ startLine: start, endLine: end }));
  });
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) => {
    const text = asked(uri);
    if (!text) return [];
    return positions.map((position) => {
      const ranges = selectionsAt(text.text, text.document.offsetAt(position), text.kind);
      const outermostFirst = [...ranges].reverse().map((range) => rangeIn(text.document, range));
      const whole: SelectionRange = { range: { start: position, end: position } };
      return (
        outermostFirst.reduce<SelectionRange | undefined>(
          (parent, range) => ({ range, ...(parent ? { parent } : {}) }),
          undefined,
        ) ?? whole
      );
    });
  });
  connection.onWorkspaceSymbol(async ({ query }): Promise<WorkspaceSymbol[]> => {
    await workspaces.settled();
    return workspaces.all().flatMap((workspace) =>
      recordSymbols(workspace.input(), query, serving.language()).map(({ entry, name, detail }) => ({
        name,
        kind: recordKinds[entry.summary.type],
        containerName: detail,
        location: {
          uri: addressOf(workspace.pathOf(entry.file)),
          range: protocolRange(unpackRange(entry.summary.idRange)),
        },
      })),
    );
  });
}

function symbolOf(
  { kind, name, detail, range, nameRange, children }: DocumentPart,
  text: ServedText,
): DocumentSymbol {
  const { document } = text;
  return {
    name,
    kind: partKinds[kind],
    range: rangeIn(document, range),
    selectionRange: rangeIn(document, nameRange),
    ...(detail ? { detail } : {}),
    children: children.map((child) => symbolOf(child, text)),
  };
}
