import { version } from '../../package.json';
import { runCli } from './runCli';
import type { askOnTerminal } from './support/askOnTerminal';
import type { CliIo } from './support/io';
import { outgoing } from './support/terminalText';

let asking: ReturnType<typeof askOnTerminal> | undefined;

/** What is still to be written: many small pieces take longer than finding what they say. */
let pending = '';

function flush(): void {
  if (pending !== '') process.stdout.write(pending);
  pending = '';
}

const io: CliIo = {
  cwd: process.cwd(),
  env: process.env,
  terminal: process.stdout.isTTY ?? false,
  clock: Date.now,
  out: (content) => {
    if (typeof content === 'string') {
      pending += outgoing(content);
      if (pending.length <= 32_000) return;
    }
    flush();
    if (typeof content !== 'string') process.stdout.write(content);
  },
  err: (text) => {
    // Both may be one terminal, which keeps the order.
    flush();
    process.stderr.write(outgoing(text));
  },
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  },
  // Standard output may go elsewhere, so questions stand where errors do.
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
  runOther: (args, other) => runCli(args, version, other),
};

async function ask(prompt: string): Promise<string | undefined> {
  flush();
  const { askOnTerminal } = await import('./support/askOnTerminal');
  asking ??= askOnTerminal(process.stdin, process.stderr);
  return asking(prompt);
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

runCli(process.argv.slice(2), version, io).then(async (code) => {
  flush();
  process.exitCode = code;
  await Promise.all([written(process.stdout), written(process.stderr)]);
  // Whoever asked git waits half a second more for what a hook may have left running; the answer is out by now.
  process.exit();
});

/** Everything that was written before has arrived, or never will. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
