import { version } from '../../package.json';
import type { CliIo } from './io';
import { runCli } from './runCli';

const io: CliIo = {
  cwd: process.cwd(),
  env: process.env,
  terminal: process.stdout.isTTY ?? false,
  clock: Date.now,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  },
};

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

// The code is set rather than the process ended, so that everything written arrives.
runCli(process.argv.slice(2), version, io).then((code) => {
  process.exitCode = code;
});
