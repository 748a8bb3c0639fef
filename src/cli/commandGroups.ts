import type { Localized } from '../core/model/text/localized';
import type { Command } from './support/command';

/** Loads a command. Each is loaded when it is called, so that none makes the start of another slower. */
type Load = () => Promise<Command>;

/** Commands that are for the same part of the work. */
interface CommandGroup {
  readonly title: Localized;
  /** By the name that calls it. */
  readonly commands: { readonly [name: string]: Load };
}

/** Every command, one row each, in the order in which the help lists them. */
export const commandGroups: readonly CommandGroup[] = [
  {
    title: { en: 'Begin', es: 'Empezar' },
    commands: {
      init: async () => (await import('./commands/init')).init,
      new: async () => (await import('./commands/newRecord')).newRecord,
      commit: async () => (await import('./commands/commit')).commit,
      import: async () => (await import('./commands/importRecords')).importRecords,
      adopt: async () => (await import('./commands/adopt')).adopt,
      schema: async () => (await import('./commands/schema')).schema,
      cache: async () => (await import('./commands/cache')).cache,
      completion: async () => (await import('./commands/completion')).completion,
      lsp: async () => (await import('./commands/lsp')).lsp,
    },
  },
  {
    title: { en: 'Write', es: 'Escribir' },
    commands: {
      set: async () => (await import('./commands/set')).set,
      update: async () => (await import('./commands/update')).update,
      check: async () => (await import('./commands/check')).check,
      slot: async () => (await import('./commands/slot')).slot,
    },
  },
  {
    title: { en: 'Look', es: 'Mirar' },
    commands: {
      show: async () => (await import('./commands/show')).show,
      pending: async () => (await import('./commands/pending')).pending,
      timeline: async () => (await import('./commands/timeline')).timeline,
      figures: async () => (await import('./commands/figures')).figures,
    },
  },
  {
    title: { en: 'Decide', es: 'Decidir' },
    commands: {
      approve: async () => (await import('./commands/approve')).approve,
      agree: async () => (await import('./commands/agree')).agree,
      'accept-risk': async () => (await import('./commands/acceptRisk')).acceptRisk,
      waive: async () => (await import('./commands/waive')).waive,
    },
  },
  {
    title: { en: 'Carry out', es: 'Ejecutar' },
    commands: {
      advance: async () => (await import('./commands/advance')).advance,
      gate: async () => (await import('./commands/gate')).gate,
      tick: async () => (await import('./commands/tick')).tick,
      untick: async () => (await import('./commands/untick')).untick,
      skip: async () => (await import('./commands/skip')).skip,
      rollback: async () => (await import('./commands/rollback')).rollback,
      hold: async () => (await import('./commands/hold')).hold,
      resume: async () => (await import('./commands/resume')).resume,
    },
  },
  {
    title: { en: 'Prove', es: 'Demostrar' },
    commands: {
      audit: async () => (await import('./commands/audit')).audit,
      diff: async () => (await import('./commands/diff')).diff,
      log: async () => (await import('./commands/log')).log,
      verify: async () => (await import('./commands/verify')).verify,
      reconcile: async () => (await import('./commands/reconcile')).reconcile,
    },
  },
  {
    title: { en: 'Share', es: 'Compartir' },
    commands: {
      draft: async () => (await import('./commands/draft')).draft,
      notify: async () => (await import('./commands/notify')).notify,
      notes: async () => (await import('./commands/notes')).notes,
      calendar: async () => (await import('./commands/calendar')).calendar,
      push: async () => (await import('./commands/push')).push,
      mcp: async () => (await import('./commands/mcp')).mcp,
      'merge-driver': async () => (await import('./commands/mergeDriver')).mergeDriver,
    },
  },
];

/** The commands that somebody needs first, in the order in which they are needed. */
export const firstCommands: readonly string[] = [
  'init',
  'new',
  'check',
  'pending',
  'show',
  'tick',
  'advance',
];

const loads: ReadonlyMap<string, Load> = new Map(
  commandGroups.flatMap(({ commands }) => Object.entries(commands)),
);

export const commandNames: readonly string[] = [...loads.keys()];

/** Loads the command of a name; undefined where there is none. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return loads.get(name)?.();
}
