import type * as vscode from 'vscode';
import { holidayYear } from '../../core/calendar/publicHolidays';
import type { Grounds } from '../sessionGround';
import { Breath } from '../virtual/breath';
import { rootOfVirtual, VirtualGround } from '../virtual/virtualGround';
import { holidayLoader } from './holidayLibrary';

/** Where there is no disk: every folder is read through VS Code. */
export function browserGrounds(extensionUri: vscode.Uri): Grounds {
  const loadHolidays = holidayLoader(extensionUri);
  return {
    rootOf: rootOfVirtual,
    ground: (root) =>
      new VirtualGround(root, async (config) => {
        // The key in either language; a word of it elsewhere only loads the library for nothing.
        if (config.some(({ text }) => /holidays|festivos/.test(text))) await loadHolidays();
      }),
    async lookUpHolidays(years) {
      if (years.length > 0) await loadHolidays();
      const breath = new Breath();
      for (const { source, year } of years) {
        holidayYear(source, year);
        await breath.take();
      }
    },
  };
}
