import { type Call, type Command, wrongCall } from '../support/command';
import { completionScripts } from '../support/completionScripts';
import type { ExitCode } from '../support/io';

/** `changebook completion`: what a shell needs to complete calls. */
export const completion: Command = {
  name: 'completion',
  usage: 'changebook completion bash|zsh|fish',
  summary: {
    en: 'Prints the script with which a shell completes commands, options, ids and steps.',
    es: 'Muestra el script con el que un shell completa órdenes, opciones, identificadores y pasos.',
  },
  options: {},
  examples: [
    'source <(changebook completion bash)',
    'source <(changebook completion zsh)',
    'changebook completion fish | source',
  ],
  run: printCompletion,
};

async function printCompletion(call: Call): Promise<ExitCode> {
  const [shell, ...more] = call.paths;
  const known = Object.entries(completionScripts).find(([name]) => name === shell);
  if (!known || more.length > 0) throw wrongCall('whichShell');
  call.io.out(known[1]);
  return 0;
}
