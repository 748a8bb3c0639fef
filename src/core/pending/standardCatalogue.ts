import { conditionText } from '../config/conditions';
import type { IndexEntry } from '../index/indexEntry';
import { failsProcedure, followedAsStandard } from '../index/standardChanges';
import { fillIn, type Language, type Localized } from '../model/text/localized';
import { roleArgs } from '../model/vocabulary/roleArgs';
import { type StandardInput, type StandardState, standardState } from '../rules/approval/standardState';
import { isOpen } from '../workflow/stages';

/** A procedure in the catalogue of standard changes: whether it counts, for what, and how well it went. */
export interface StandardRow {
  readonly entry: IndexEntry;
  readonly state: StandardState;
  /** Its standard changes: all of them, those that ended, and those of these that went well. */
  readonly all: number;
  readonly ended: number;
  readonly well: number;
}

/** The row of a procedure; undefined of one without standard changes. */
export function standardRow(entry: IndexEntry, input: StandardInput): StandardRow | undefined {
  const state = standardState(entry, input);
  if (!state) return undefined;
  const { id = '' } = entry.summary;
  const changes = input.index
    .referrersOf(id, 'procedure')
    .filter(({ summary }) => followedAsStandard(summary) === id);
  const ended = changes.filter(
    ({ summary }) => !isOpen(summary.stage) && (summary.change?.outcome || failsProcedure(summary)),
  );
  const well = ended.filter(
    ({ summary }) => summary.change?.outcome === 'successful' && !failsProcedure(summary),
  );
  return { entry, state, all: changes.length, ended: ended.length, well: well.length };
}

const texts = {
  inForce: { en: 'in force', es: 'vigente' },
  open: { en: 'still to approve: {roles}', es: 'falta la aprobación de: {roles}' },
  edited: { en: 'edited since it was approved', es: 'editado desde que se aprobó' },
  unverified: { en: 'its approval does not count', es: 'su aprobación no cuenta' },
  denied: { en: 'denied', es: 'denegado' },
  ended: { en: 'ended', es: 'terminado' },
  withdrawn: {
    en: 'withdrawn: {count} of {most} {count|change|changes} failed',
    es: 'retirado: {count} {count|cambio fallido|cambios fallidos} de {most}',
  },
  noConditions: { en: 'without conditions', es: 'sin condiciones' },
  twin: { en: 'there is another one with its id', es: 'hay otro con su identificador' },
  anybody: { en: 'anybody', es: 'alguien' },
  until: { en: 'until {until}', es: 'hasta {until}' },
  unused: { en: 'not used yet', es: 'aún sin usar' },
  used: { en: 'used {all} {all|time|times}', es: 'usado {all} {all|vez|veces}' },
  well: {
    en: 'used {all} {all|time|times}, {well} of {ended} went well',
    es: 'usado {all} {all|vez|veces}, {well} de {ended} con éxito',
  },
} satisfies { [id: string]: Localized };

/** What a row says in a language: whether it counts, until when, and how it went. */
export function standardWords(row: StandardRow, language: Language): string[] {
  return [standingText(row, language), untilText(row, language), useText(row, language)].filter(Boolean);
}

/** Whether it counts, or why not. */
export function standingText({ state }: StandardRow, language: Language): string {
  const { flaw, missing, failures, terms } = state;
  const roles = missing.includes('')
    ? texts.anybody[language]
    : (roleArgs('roles', ...missing)[`roles.${language}`] ?? '');
  return fillIn(texts[flaw ?? 'inForce'][language], { roles, count: failures, most: terms.mostFailures });
}

function untilText({ state: { terms } }: StandardRow, language: Language): string {
  return terms.until ? fillIn(texts.until[language], { until: terms.until }) : '';
}

function useText({ all, ended, well }: StandardRow, language: Language): string {
  const text = all === 0 ? texts.unused : ended === 0 ? texts.used : texts.well;
  return fillIn(text[language], { all, ended, well });
}

/** The changes that it is approved for, in words. */
export function termsText({ state: { terms } }: StandardRow, language: Language): string {
  return conditionText(Object.fromEntries(terms.when), language);
}
