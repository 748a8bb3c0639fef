import { workerData } from 'node:worker_threads';

// The one worker bundle: loads a whole workspace for the editor, or scans files beside another thread.

if (typeof workerData === 'object' && workerData !== null && 'cursor' in workerData)
  void import('./scanWorker');
else void import('./loadWorker');
