import { workerData } from 'node:worker_threads';

// What the one worker does: loads a whole workspace for the editor, scans its files beside another thread, or
// looks up holidays.

const asked: object = typeof workerData === 'object' && workerData !== null ? workerData : {};
if ('cursor' in asked) void import('./scanWorker');
else if ('wanted' in asked) void import('./holidayWorker');
else void import('./loadWorker');
