import { changelogFile } from '../core/model/text/changelog';
import { noticeLanguage } from '../core/notices/noticeLanguage';
import { changelogDifferences } from '../core/releaseNotes/changelogDifferences';
import { releaseCommands } from '../core/releaseNotes/releaseCommands';
import { releaseEntry } from '../core/releaseNotes/releaseEntry';
import { releaseMarkdown } from '../core/releaseNotes/releaseMarkdown';
import { notesReport } from '../core/report/notesReport';
import { inputOf } from '../node/checkWorkspace';
import { changeOf } from './changeOf';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { namedRecord } from './namedRecord';
import { shownPath } from './selection';
import { writeOutput } from './writeOutput';

/** Writes the notes of the release that a call names; ends with 1 where the changelog says something else. */
export async function notesOfRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['markdown', 'json'], 'markdown');
  const named = await namedRecord(call);
  const record = changeOf(named, call.paths[0] ?? '');
  const { config, index, files } = inputOf(named.workspace);
  const asked = call.text('language') === undefined ? undefined : call.language(undefined);
  const language = asked ?? noticeLanguage(record, config);
  const entry = releaseEntry({ record, config, index, language });
  const commands = releaseCommands(record.data.release, named.language);
  const changelog = entry.version === undefined ? undefined : files.text(changelogFile);
  const differences =
    changelog === undefined ? undefined : changelogDifferences(entry, changelog, named.language);
  if (format === 'json') {
    const file = shownPath(call.io.cwd, named.workspace.root, named.entry.file);
    const report = notesReport(entry, file, commands, differences);
    writeOutput(call, named.language, `${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    writeOutput(call, named.language, releaseMarkdown(entry, language));
    const tell = (text: string): void => call.io.err(`changebook: ${text}\n`);
    for (const { message } of differences ?? []) tell(message);
    for (const sentence of commands.refused) tell(sentence);
    if (entry.version === undefined) tell(say(named.language, 'notesNoVersion'));
    if (commands.commands.length > 0) {
      tell(say(named.language, 'notesCommands'));
      for (const command of commands.commands) call.io.err(`  ${command}\n`);
    }
  }
  return (differences?.length ?? 0) > 0 || commands.refused.length > 0 ? 1 : 0;
}
