import { dirname } from 'node:path';
import type { RunCall } from '../../lsp/servedCommands';
import { type Call, type Command, wrongCall } from '../support/command';
import type { CliIo, ExitCode } from '../support/io';

/** `changebook lsp`: a language server for any editor. */
export const lsp: Command = {
  name: 'lsp',
  usage: 'changebook lsp',
  summary: {
    en: 'Serves an editor as a language server, over standard input and output, until the editor ends it.',
    es: 'Atiende a un editor como servidor de lenguaje, por la entrada y la salida estándar, hasta que el editor lo termina.',
  },
  options: {},
  examples: ['changebook lsp', 'changebook lsp --language es'],
  run: serve,
};

async function serve(call: Call): Promise<ExitCode> {
  if (call.paths.length > 0) throw wrongCall('lspAlone');
  const { io } = call;
  const { serveLanguage } = await import('../../lsp/serveLanguage');
  return serveLanguage({
    version: call.version,
    language: call.text('language') === undefined ? undefined : call.reportLanguage(undefined),
    env: io.env,
    packageFolder: dirname(__dirname),
    call: (words, folder) => captured(io, words, folder),
  });
}

/** Runs a call of which nothing reaches the terminal. */
const captured = async (io: CliIo, ...[words, folder]: Parameters<RunCall>): ReturnType<RunCall> => {
  let [out, err] = ['', ''];
  const code = await io.runOther?.(words, {
    ...{ cwd: folder, env: io.env, terminal: false, clock: io.clock },
    out: (content) => {
      out += typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
    readInput: async () => Buffer.alloc(0),
    ask: undefined,
  });
  return { code: code ?? 2, out, err };
};
