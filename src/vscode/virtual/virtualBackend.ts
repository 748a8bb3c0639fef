import * as vscode from 'vscode';
import type { HolidayYear } from '../../core/calendar/publicHolidays';
import { type ConfigText, withOpenTexts } from '../../core/config/configFiles';
import { nestedTest } from '../../core/config/globs';
import type { WorkspaceConfig } from '../../core/config/workspaceConfig';
import { decodeText, type ReadText } from '../../core/model/parse/decodeText';
import { baseName } from '../../core/model/text/paths';
import { endUsersFile, largestUsersFile } from '../../core/notices/endUsersFile';
import type { LoadMessage } from '../../node/loadMessages';
import type { LoadWish, SessionHistory, WorkspaceBackend } from '../session/workspaceBackend';
import { loadVirtual } from './loadVirtual';
import { VirtualFacts } from './virtualFacts';
import { addressOf, listVirtual, readVirtualConfig } from './virtualFiles';

/** The root of a folder that is on no disk: its address. */
export function rootOfVirtual(folder: vscode.Uri): string {
  return folder.path === '/' ? folder.toString() : folder.toString().replace(/\/$/, '');
}

/** What a virtual workspace needs of where it runs. */
interface VirtualMeans {
  /** Called with a configuration before anything is checked by it. */
  readonly prepareFor?: (config: readonly ConfigText[]) => Promise<void>;
  /** Looks up public holidays without holding up the editor; never rejects. */
  readonly lookUpHolidays: (years: readonly HolidayYear[]) => Promise<void>;
}

/** Where no git can be asked nothing is known of before. */
const noHistory: SessionHistory = {
  facts: 'notAsked',
  ask: async () => undefined,
  holdTicks: () => {},
  trail: async () => [],
  lastChange: async () => undefined,
  changeTimes: async (_files, now) => () => now,
  isCommitted: async () => true,
  versionOf: async () => undefined,
  ownIdentity: async () => undefined,
  whileCommitting: (make) => make(),
  sweep: async () => {},
  forgetCommitted: () => {},
  dispose: () => {},
};

/** A workspace whose files VS Code alone can reach: read piece by piece, without git. */
export class VirtualBackend implements WorkspaceBackend {
  readonly onDisk = false;
  readonly name: string;
  readonly history = noHistory;
  private readonly address: vscode.Uri;
  private config: readonly ConfigText[] = [];
  private facts: VirtualFacts;

  constructor(
    readonly root: string,
    private readonly means: VirtualMeans,
  ) {
    this.address = vscode.Uri.parse(root);
    this.name = baseName(this.address.path) || this.address.authority || this.address.scheme;
    this.facts = new VirtualFacts(this.address);
  }

  hasRepository(): boolean {
    return false;
  }

  uriOf(file: string): vscode.Uri {
    return addressOf(this.address, file);
  }

  fileOf({ scheme, authority, path }: vscode.Uri): string | undefined {
    const start = `${this.address.path.replace(/\/$/, '')}/`;
    const isOurs = scheme === this.address.scheme && authority === this.address.authority;
    return isOurs && path.startsWith(start) && path !== start ? path.slice(start.length) : undefined;
  }

  configTexts(): readonly ConfigText[] {
    return this.config;
  }

  async prepare(): Promise<void> {
    const config = await readVirtualConfig(this.address);
    await this.means.prepareFor?.(config);
    this.config = config;
  }

  factsAfter(file?: string): VirtualFacts {
    if (file !== undefined) this.facts.forget(file);
    return this.facts;
  }

  learn(): Promise<void> | undefined {
    return this.facts.learn();
  }

  async read(file: string): Promise<ReadText> {
    this.facts.forget(file);
    return decodeText(await vscode.workspace.fs.readFile(this.uriOf(file)));
  }

  async endUsersText(config: WorkspaceConfig, customer: string | undefined): Promise<string | undefined> {
    const file = endUsersFile(config, customer);
    if (file === undefined) return undefined;
    try {
      const { size } = await vscode.workspace.fs.stat(this.uriOf(file));
      if (size > largestUsersFile) return undefined;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.uriOf(file)));
    } catch {
      return undefined;
    }
  }

  async load({ reader, openConfig }: LoadWish, receive: (message: LoadMessage) => void): Promise<void> {
    await this.means.prepareFor?.(openConfig);
    const texts = withOpenTexts(this.config, openConfig);
    const files = await listVirtual(this.address, texts.length > 0 ? nestedTest(reader.config) : () => true);
    this.facts = new VirtualFacts(this.address, files.seen);
    const { lookUpHolidays } = this.means;
    const uriOf = (file: string) => this.uriOf(file);
    await loadVirtual({ files, facts: this.facts, reader, texts, uriOf, lookUpHolidays }, receive);
  }
}
