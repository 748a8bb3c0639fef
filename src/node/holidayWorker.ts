import { parentPort, workerData } from 'node:worker_threads';
import { holidayYear } from '../core/calendar/publicHolidays';
import type { HolidayTask } from './lookUpHolidays';

// Runs in a worker, since loading the library of holidays would hold up the editor.

const { wanted } = workerData as HolidayTask;
parentPort?.postMessage(wanted.map(({ source, year }) => [...holidayYear(source, year)]));
