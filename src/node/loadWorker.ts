import { parentPort, workerData } from 'node:worker_threads';
import { withOpenTexts } from '../core/config/configFiles';
import { Contents } from './cache/contents';
import { cachePending, lastPending, readCachedPending } from './cachedPending';
import type { LoadMessage, LoadTask } from './loadMessages';
import { PacedSending } from './pacedSending';
import { surveyWorkspace } from './surveyWorkspace';

// What reads and checks records is loaded after what was kept has been sent: the first picture waits for neither.
// Runs in a worker, so that reading a workspace never holds up the editor: loads it and sends what it found.

async function load(task: LoadTask): Promise<void> {
  const { root, openConfig, git } = task;
  const onDisk = surveyWorkspace(root);
  const survey = { ...onDisk, texts: withOpenTexts(onDisk.texts, openConfig) };
  const sending = new PacedSending<LoadMessage>(parentPort);
  const contents = new Contents(survey);
  const shown = lastPending(root, survey.texts);
  if (shown) {
    const found = new Set(survey.files.map(({ file }) => file));
    const gone = Array.from(shown, ({ file }) => file).filter((file) => !found.has(file));
    await sending.send({ kind: 'gone', files: gone });
  } else {
    if (contents.digest === undefined) await contents.find({ git, bytes: false });
    const rows = readCachedPending(survey, contents);
    if (rows) await sending.send({ kind: 'pending', rows });
  }
  const { loadRecords } = await import('./loadRecords');
  const pending = await loadRecords(task, survey, contents, (message) => sending.send(message));
  sending.end();
  if (openConfig.length === 0) cachePending(survey, contents, pending);
}

void load(workerData as LoadTask);
