// Ticks steps of a record in a process of its own, to be killed or to compete: folder, file, then the steps.
import { act } from './gitFolder';

async function main([folder = '', file = '', ...steps]: readonly string[]): Promise<void> {
  process.stdout.write('ready\n');
  for (const step of steps) {
    const outcome = await act(folder, file, step, { lockPatienceMs: 10_000 });
    process.stdout.write(`${step}: ${JSON.stringify(outcome)}\n`);
  }
}

main(process.argv.slice(2));
