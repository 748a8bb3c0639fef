// Runs one command line in a process of its own, to be killed: the folder, the moment, then the words of the command.
import { runCli } from '../../../src/cli/runCli';

async function main([folder = '', now = '0', ...args]: readonly string[]): Promise<void> {
  process.stdout.write('ready\n');
  const code = await runCli(args, 'test', {
    cwd: folder,
    env: {},
    terminal: false,
    clock: () => Number(now),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stdout.write(text),
    readInput: async () => Buffer.alloc(0),
  });
  process.stdout.write(`ended with ${code}\n`);
}

main(process.argv.slice(2));
