import { resolve } from 'node:path';
import { loadConfig } from '../../node/loadConfig';
import { isFolder, workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, wrongCall } from '../support/command';
import type { ExitCode } from '../support/io';
import { flagOption } from '../support/usualOptions';

/** `changebook mcp`: a server for assistants. */
export const mcp: Command = {
  name: 'mcp',
  usage: 'changebook mcp [folder]',
  summary: {
    en: 'Serves assistants by the Model Context Protocol, on standard input and output. It reads only, unless --allow-writes lets it tick, set, make records and mark notices as sent; approving, agreeing, waiving and accepting a risk stay with people.',
    es: 'Sirve a asistentes con el Model Context Protocol, por la entrada y la salida estándar. Solo lee, salvo que --allow-writes le permita marcar pasos, cambiar campos, crear registros y marcar avisos como enviados; aprobar, dar la conformidad, eximir y aceptar un riesgo queda para las personas.',
  },
  options: {
    'allow-writes': flagOption(
      'let assistants commit, each action as one commit with your name and a mark',
      'permitir que los asistentes hagan commits, uno por acción, con tu nombre y una marca',
    ),
  },
  examples: ['changebook mcp', 'changebook mcp /srv/changes --allow-writes'],
  run: serve,
};

/** Serves the workspace of a folder until whoever asks goes away. */
async function serve(call: Call): Promise<ExitCode> {
  const [folder = '.', ...more] = call.paths;
  const path = resolve(call.io.cwd, folder);
  if (more.length > 0) throw wrongCall('setup_oneFolder');
  if (!isFolder(path)) throw wrongCall('setup_noFolder', { folder });
  const root = workspaceRootOf(path);
  const { serveAssistants } = await import('../support/serveAssistants');
  await serveAssistants({
    folder: root,
    language: call.language(loadConfig(root).config.data.language),
    allowsWrites: call.has('allow-writes'),
    version: call.version,
    clock: call.io.clock,
  });
  return 0;
}
