import { environmentNames } from '../../core/config/environments';
import { configuredRoles, type WorkspaceConfig } from '../../core/config/workspaceConfig';
import { idsMeant } from '../../core/index/idsMeant';
import type { IndexKeys } from '../../core/index/indexKeys';
import { type Language, languageOfEnvironment } from '../../core/model/text/localized';
import {
  changeTypeChoice,
  noticeKindChoice,
  outcomeChoice,
  recordTypeChoice,
  roleChoice,
} from '../../core/model/vocabulary/choices';
import { stateName } from '../../core/model/vocabulary/stateName';
import { choiceIn } from '../../core/model/vocabulary/vocabulary';
import { isOpen } from '../../core/workflow/stages';
import { type LoadedWorkspace, loadWorkspace } from '../../node/checkWorkspace';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';
import type { CalledSoFar } from './calledSoFar';
import { type Command, type CommandOption, commonOptions } from './command';
import { completedSteps } from './completedSteps';
import type { CliIo } from './io';

/** A word that a shell may insert, and what it means. */
export interface CompletedWord {
  readonly word: string;
  readonly meaning?: string;
}

type Words = readonly CompletedWord[] | Promise<readonly CompletedWord[]>;

/** Those that begin as it was begun; else the only one that ends so, as ids are found. */
export function matching(words: readonly CompletedWord[], begun: string): readonly CompletedWord[] {
  const lower = begun.toLowerCase();
  const beginning = words.filter(({ word }) => word.toLowerCase().startsWith(lower));
  if (beginning.length > 0) return beginning;
  const ending = idsMeant(
    words.map(({ word }) => word),
    begun,
  );
  return ending.length === 1 ? words.filter(({ word }) => word === ending[0]) : [];
}

/** Knows what the workspace of the current folder has; records are only looked at where somebody asks for them. */
export class WorkspaceWords {
  private readonly root: string;
  private readonly config: WorkspaceConfig;
  readonly language: Language;
  private loaded: Promise<LoadedWorkspace> | undefined;

  constructor(private readonly io: CliIo) {
    this.root = workspaceRootOf(io.cwd);
    this.config = loadConfig(this.root).config;
    this.language = this.config.data.language ?? languageOfEnvironment(io.env);
  }

  /** What may stand where a call has come to. */
  async after(command: Command, call: CalledSoFar): Promise<readonly CompletedWord[]> {
    const { asks, given } = call;
    if (asks.kind === 'value') return this.values(asks.name, asks.option);
    if (asks.kind === 'name') return this.names(command, asks.slots, call);
    return Object.entries({ ...command.options, ...commonOptions })
      .filter(([name, { multiple = false }]) => multiple || !given.has(name))
      .map(([name, { help }]) => ({ word: `--${name}`, meaning: help[this.language] }));
  }

  /** What may stand as the value of an option: what the workspace has, or the values that its help lists. */
  private values(name: string, { value = '' }: CommandOption): Words {
    const listed = typeof value === 'string' ? value : value[this.language];
    const known = this.known(kindsOfValues[listed] ?? name.replace(/s$/, ''));
    return known ?? plain(listed.split('|').filter((word) => /^[\p{Ll}\d-]+$/u.test(word)));
  }

  /** What may stand where a command wants one of some things, named as its usage names them. */
  private async names(
    command: Command,
    slots: readonly string[],
    { named, begun }: CalledSoFar,
  ): Promise<CompletedWord[]> {
    const found: CompletedWord[] = [];
    for (const slot of slots) {
      if (slot === 'id') found.push(...(await this.ids(command, begun)));
      else if (slot === 'procedure') found.push(...(await this.procedures(command, begun)));
      else if (slot === 'step')
        found.push(...completedSteps(await this.load(), named[0] ?? '', command.name === 'untick'));
      else if (!isPlace(slot)) found.push(...((await this.known(slot)) ?? plain([slot])));
    }
    return found;
  }

  /** What the workspace, or the format, has of one kind; undefined where the kind is none of theirs. */
  private known(kind: string): Words | undefined {
    const { config, language } = this;
    const choices = (table: Parameters<typeof choiceIn>[1], more: readonly string[] = []) =>
      plain([...new Set([...Object.keys(table).map((name) => choiceIn(language, table, name)), ...more])]);
    const kinds: { readonly [kind: string]: () => Words } = {
      customer: () =>
        [...config.customers].map(([word, { name: meaning }]) => ({ word, ...(meaning && { meaning }) })),
      environment: () => {
        const customers = [undefined, ...config.customers.values()];
        return plain([...new Set(customers.flatMap((customer) => environmentNames(config, customer)))]);
      },
      role: () =>
        choices(
          roleChoice.choices,
          configuredRoles(config).filter((role) => !(role in roleChoice.choices)),
        ),
      state: () => plain([...config.workflow.states.keys()].map((state) => stateName(state, language))),
      outcome: () => choices(outcomeChoice.choices),
      'change-type': () => choices(changeTypeChoice.choices),
      type: () => choices(recordTypeChoice.choices, ['hotfix']),
      'record-type': () => choices(recordTypeChoice.choices),
      kind: () => choices(noticeKindChoice.choices),
      rule: async () => {
        const { rules } = await import('../../core/rules/registry');
        return plain(rules.map(({ id }) => id));
      },
    };
    return kinds[kind]?.();
  }

  /** The ids that begin or end as it was begun: those of open records, where the command acts and there are some. */
  private async ids(
    command: Command,
    begun: string,
    isMeant: (keys: IndexKeys) => boolean = () => true,
  ): Promise<readonly CompletedWord[]> {
    const { index } = await this.load();
    const open = new Map<string, boolean>();
    for (const [, keys] of index.allKeys())
      if (keys.id !== undefined && isMeant(keys)) open.set(keys.id, isOpen(keys.stage));
    const all = matching(plain([...open.keys()].sort()), begun);
    const usable = command.acts ? all.filter(({ word }) => open.get(word)) : all;
    return usable.length > 0 ? usable : all;
  }

  /** The procedures that a change may be made from. */
  private async procedures(command: Command, begun: string): Promise<readonly CompletedWord[]> {
    const found = await this.ids(command, begun, isProcedure);
    const { index } = await this.load();
    return found.filter(({ word }) => index.byId(word)?.summary.retired !== true);
  }

  /** The keys of all records, as the cache has them, and what changed since: git is not asked, and nothing is judged. */
  private load(): Promise<LoadedWorkspace> {
    this.loaded ??= loadWorkspace(this.root, { now: this.io.clock(), git: false });
    return this.loaded;
  }
}

/** What stands for a value in the help, where not the option's name says what it is of. */
const kindsOfValues: { readonly [value: string]: string } = {
  STATE: 'state',
  OUTCOME: 'outcome',
  ROLE: 'role',
  TYPE: 'change-type',
};

function plain(words: readonly string[]): CompletedWord[] {
  return words.map((word) => ({ word }));
}

/** Only procedures have no state. */
function isProcedure({ stage }: IndexKeys): boolean {
  return stage === '';
}

/** What a shell completes itself, or nobody can. */
function isPlace(slot: string): boolean {
  return /^(?:-|file|folder|paths?|base|head|command)$/.test(slot) || /[^a-z-]/.test(slot);
}
