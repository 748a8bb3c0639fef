import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../core/findings/finding';
import { addressOf } from './addresses';
import type { ClientSkills } from './clientSkills';
import { type DiagnosticContext, diagnosticOf } from './diagnosticOf';
import type { OpenTexts } from './openTexts';
import type { FoundFindings, ServedPlace } from './servedWorkspaces';

/** What was told of a file last. */
interface Told {
  readonly uri: string;
  /** Another one where something else is told. */
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** Many files that change at once are one reason to ask again. */
const refreshMs = 100;

/** What is wrong in each file: pushed to clients that wait for it, kept for those that ask. Nothing is told twice. */
export class ServedDiagnostics implements FoundFindings {
  private readonly byKey = new Map<string, Told>();
  private made = 0;
  private refreshing: NodeJS.Timeout | undefined;

  /** The text that the client is asking about: it needs no hint to ask. */
  private asked = '';

  constructor(
    private readonly connection: Connection,
    private readonly texts: OpenTexts,
    private readonly skills: () => ClientSkills,
    private readonly words: () => Pick<DiagnosticContext, 'language' | 'pageOf'>,
  ) {}

  found(key: string, findings: readonly Finding[], place: ServedPlace | undefined): void {
    const known = this.byKey.get(key);
    if (findings.length === 0 && !known) return;
    const open = this.texts.get(key) ?? this.texts.at(key);
    const uri = open?.uri ?? known?.uri ?? addressOf(key);
    const addressIn = (file: string): string =>
      file === '' || !place ? uri : addressOf(place.workspace.pathOf(file));
    const items = findings.map((finding) => diagnosticOf(finding, { ...this.words(), addressIn }));
    if (known?.uri === uri && JSON.stringify(known.items) === JSON.stringify(items)) return;
    this.byKey.set(key, { uri, id: String(++this.made), items });
    if (!this.skills().pulls) {
      // A text that was opened by another spelling of its address leaves nothing behind at the first one.
      if (known && known.uri !== uri)
        void this.connection.sendDiagnostics({ uri: known.uri, diagnostics: [] });
      const version = open ? { version: open.document.version } : {};
      void this.connection.sendDiagnostics({ uri, diagnostics: items, ...version });
    } else if (uri !== this.asked && this.skills().refreshesDiagnostics) this.refreshSoon();
  }

  private refreshSoon(): void {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => {
      this.connection.languages.diagnostics.refresh();
    }, refreshMs);
    this.refreshing.unref();
  }

  /** What is told of a text, after a look at it as it stands. */
  told(uri: string, key: string, look: () => void): { readonly id: string; readonly items: Diagnostic[] } {
    this.asked = uri;
    look();
    this.asked = '';
    const { id, items } = this.byKey.get(key) ?? { id: '0', items: [] };
    return { id, items: [...items] };
  }

  /** What is told of every file. */
  all(): Iterable<Told> {
    return this.byKey.values();
  }

  note(text: string): void {
    this.connection.console.info(text);
  }
}
