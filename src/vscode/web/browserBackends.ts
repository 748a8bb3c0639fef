import type * as vscode from 'vscode';
import {
  clearHolidays,
  type HolidayYear,
  hasHolidayYear,
  holidayYear,
} from '../../core/calendar/publicHolidays';
import type { ConfigText } from '../../core/config/configFiles';
import type { Backends } from '../session/workspaceBackend';
import { TimeSlice } from '../timeSlice';
import { rootOfVirtual, VirtualBackend } from '../virtual/virtualBackend';
import { fetchedCode, fetchLibrary } from './fetchedLibraries';
import { HolidayWorker } from './holidayWorker';

/** Where there is no disk: every folder is read through VS Code. */
export function browserBackends(extensionUri: vscode.Uri): Backends {
  let forgetting: Promise<void> | undefined;
  const holidays = (): Promise<void> => {
    // Whoever asked before the library was there was told that there are no holidays.
    forgetting ??= fetchLibrary(extensionUri, 'holidays').then(clearHolidays);
    forgetting.catch(() => {
      forgetting = undefined;
    });
    return forgetting;
  };
  let beside: HolidayWorker | undefined;
  const lookUpHolidays = async (years: readonly HolidayYear[]): Promise<void> => {
    const wanted = years.filter(({ source, year }) => !hasHolidayYear(source, year));
    if (wanted.length === 0) return;
    await holidays();
    beside ??= new HolidayWorker(fetchedCode('holidays') ?? '');
    // Where no worker can run, they are looked up here, a year at a time.
    await beside.lookUp(wanted).catch(() => undefined);
    const slice = new TimeSlice();
    for (const { source, year } of wanted) {
      holidayYear(source, year);
      await slice.yieldIfOver();
    }
  };
  return {
    rootOf: rootOfVirtual,
    open: (root, { log }) => {
      const say = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
      const prepareFor = async (config: readonly ConfigText[]): Promise<void> => {
        // The key in either language; a word of it elsewhere only fetches the library for nothing.
        if (!config.some(({ text }) => /holidays|festivos/.test(text))) return;
        // Without it the rules that ask for holidays find none; every other one still counts.
        await holidays().catch(say);
      };
      return new VirtualBackend(root, {
        prepareFor,
        lookUpHolidays: (years) => lookUpHolidays(years).catch(say),
      });
    },
    lookUpHolidays,
  };
}
