// Ticks a step of a record and pushes it, in a process of its own, to be killed: folder, file, step.
import { pushRecords } from '../../../src/node/push/pushRecords';
import { act } from './gitFolder';

async function main([folder = '', file = '', step = '']: readonly string[]): Promise<void> {
  process.stdout.write('ready\n');
  const outcome = await act(folder, file, step, { lockPatienceMs: 10_000 });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.stdout.write(`${JSON.stringify(await pushRecords({ folder, language: 'en' }))}\n`);
}

main(process.argv.slice(2));
