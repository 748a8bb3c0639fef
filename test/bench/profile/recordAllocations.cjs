// Loaded before a program, in each of its threads: writes at the end what each function allocated, what was collected
// since included, into the folder that PROFILE_FOLDER names.
const { writeFileSync } = require('node:fs');
const inspector = require('node:inspector');
const { join } = require('node:path');
const { threadId } = require('node:worker_threads');

const session = new inspector.Session();
session.connect();
session.post('HeapProfiler.startSampling', {
  samplingInterval: 1 << 15,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
});
process.on('exit', () => {
  session.post('HeapProfiler.stopSampling', (error, result) => {
    if (error) throw error;
    writeFileSync(join(process.env.PROFILE_FOLDER, `${threadId}.json`), JSON.stringify(result.profile));
  });
});
