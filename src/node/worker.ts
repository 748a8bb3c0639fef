import { workerData } from 'node:worker_threads';

// The one worker bundle: loads a whole workspace for the editor, walks one or scans its files beside another thread, or
// looks up holidays.

const asked: object = typeof workerData === 'object' && workerData !== null ? workerData : {};
if ('cursor' in asked) void import('./scanWorker');
else if ('walked' in asked) void import('./walkWorker');
else if ('wanted' in asked) void import('./holidayWorker');
else void import('./loadWorker');
