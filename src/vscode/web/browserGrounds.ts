import type * as vscode from 'vscode';
import { forgetHolidays, holidayYear } from '../../core/calendar/publicHolidays';
import type { Grounds } from '../sessionGround';
import { Breath } from '../virtual/breath';
import { rootOfVirtual, VirtualGround } from '../virtual/virtualGround';
import { fetchLibrary } from './fetchedLibraries';

/** Where there is no disk: every folder is read through VS Code. */
export function browserGrounds(extensionUri: vscode.Uri): Grounds {
  let forgetting: Promise<void> | undefined;
  const holidays = (): Promise<void> => {
    // Whoever asked before the library was there was told that there are no holidays.
    forgetting ??= fetchLibrary(extensionUri, 'holidays').then(forgetHolidays);
    forgetting.catch(() => {
      forgetting = undefined;
    });
    return forgetting;
  };
  return {
    rootOf: rootOfVirtual,
    ground: (root, { log }) =>
      new VirtualGround(root, async (config) => {
        // The key in either language; a word of it elsewhere only fetches the library for nothing.
        if (!config.some(({ text }) => /holidays|festivos/.test(text))) return;
        // Without it the rules that ask for holidays find none; every other one still counts.
        await holidays().catch((error) => log.error(error instanceof Error ? error : String(error)));
      }),
    async lookUpHolidays(years) {
      if (years.length > 0) await holidays();
      const breath = new Breath();
      for (const { source, year } of years) {
        holidayYear(source, year);
        await breath.take();
      }
    },
  };
}
