import { actOnRecord } from '../support/actOnRecord';
import type { Command } from '../support/command';
import { actingOptions } from '../support/usualOptions';

/** `changebook commit`: the first commit of a record. */
export const commit: Command = {
  name: 'commit',
  usage: 'changebook commit <id|file>',
  summary: {
    en: 'Commits a new record: that one file and nothing else.',
    es: 'Hace el primer commit de un registro nuevo: solo ese fichero.',
  },
  options: actingOptions,
  examples: ['changebook commit CHG-2026-0101'],
  acts: true,
  run: (call) => actOnRecord(call, 'commit'),
};
