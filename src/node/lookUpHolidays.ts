import { Worker } from 'node:worker_threads';
import { addHolidayYear, type HolidayYear, hasHolidayYear } from '../core/calendar/publicHolidays';
import type { Localized } from '../core/model/text/localized';
import { workerFile } from './scanWorkspace';

/** What the worker is asked for; plain data. */
export interface HolidayTask {
  readonly wanted: readonly HolidayYear[];
}

/** Looks up public holidays in a worker, so that whoever asks for them later has them at once. */
export async function lookUpHolidays(years: readonly HolidayYear[]): Promise<void> {
  const wanted = years.filter(({ source, year }) => !hasHolidayYear(source, year));
  if (wanted.length === 0) return;
  const found = await ask({ wanted });
  wanted.forEach(({ source, year }, at) => {
    addHolidayYear(source, year, new Map(found[at]));
  });
}

function ask(task: HolidayTask): Promise<readonly (readonly [number, Localized])[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: task });
    let found: (readonly [number, Localized])[][] = [];
    worker.on('message', (answer: (readonly [number, Localized])[][]) => {
      found = answer;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(found));
  });
}
