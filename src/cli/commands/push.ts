import type { Language } from '../../core/model/text/localized';
import { loadConfig } from '../../node/loadConfig';
import { pushReport, pushSentences } from '../../node/push/pushAnswer';
import type { PushOutcome } from '../../node/push/pushRecords';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, wrongCall } from '../support/command';
import type { ExitCode } from '../support/io';
import { pushOnce } from '../support/pushAfter';
import { lineOf } from '../support/terminalText';
import { answerFormatOption, flagOption, textOption } from '../support/usualOptions';

/** `changebook push`: pushes what was committed before, for instance without a network. */
export const push: Command = {
  name: 'push',
  usage: 'changebook push',
  summary: {
    en: 'Pushes commits of records; others’ pushes are never overwritten, texts never merged.',
    es: 'Envía los commits de registros; no se pisa lo de otros ni se mezclan textos.',
  },
  options: {
    branch: textOption(
      'NAME',
      'to a new branch of the remote, where the usual one is protected',
      'a una rama nueva del remoto, si la habitual está protegida',
    ),
    'dry-run': flagOption('only say what would be pushed', 'solo decir qué se enviaría'),
    format: answerFormatOption,
  },
  examples: ['changebook push', 'changebook push --branch CHG-2026-0042-backup'],
  run: pushCommits,
};

/** Pushes the branch of the current folder, and says how that ended. */
async function pushCommits(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['pretty', 'json'], 'pretty');
  if (call.paths.length > 0) throw wrongCall('noTarget');
  const { language: configured, timezone } = loadConfig(workspaceRootOf(call.io.cwd)).config.data;
  const language = call.language(configured);
  const branch = call.text('branch');
  const outcome = await pushOnce(call, {
    folder: call.io.cwd,
    language,
    dryRun: call.has('dry-run'),
    ...(branch === undefined ? {} : { toBranch: branch }),
  });
  if (format === 'json') call.json(pushReport(outcome, language, timezone ?? 'UTC'));
  else print(call, outcome, language, timezone ?? 'UTC');
  return outcome.kind === 'failed' ? 2 : 0;
}

function print(call: Call, outcome: PushOutcome, language: Language, zone: string): void {
  const lines = pushSentences(outcome, language, zone);
  if (outcome.kind === 'failed') call.tell(lines.join(' '));
  else call.io.out(lines.map(lineOf).join(''));
  if (outcome.kind === 'planned') for (const subject of outcome.subjects) call.line(`  ${subject}`);
}
