import { releaseRepository } from '../../core/config/releaseRepository';
import { changelogFile } from '../../core/model/text/changelog';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { changelogDifferences } from '../../core/releaseNotes/changelogDifferences';
import { releaseCommands } from '../../core/releaseNotes/releaseCommands';
import { releaseEntry } from '../../core/releaseNotes/releaseEntry';
import { releaseMarkdown } from '../../core/releaseNotes/releaseMarkdown';
import { notesReport } from '../../core/report/notesReport';
import { isOpen } from '../../core/workflow/stages';
import { askGit, inputOf } from '../../node/checkWorkspace';
import { type Call, type Command, say } from '../support/command';
import type { ExitCode } from '../support/io';
import { changeOf, namedRecord } from '../support/namedRecord';
import { shownPath } from '../support/selection';
import { nowOption, outputOption, textOption } from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

/** `changebook notes`: what a change releases. */
export const notes: Command = {
  name: 'notes',
  usage: 'changebook notes <id|file>',
  summary: {
    en: 'Writes the release notes of a change in the form of Keep a Changelog, says where CHANGELOG.md differs, and offers the commands for its branch and tag. Nothing is run.',
    es: 'Escribe las notas de publicación de un cambio con la forma de Keep a Changelog, dice en qué difiere CHANGELOG.md y ofrece las órdenes para su rama y etiqueta. No se ejecuta nada.',
  },
  options: {
    format: textOption('markdown|json', 'how they are printed', 'cómo se muestran'),
    output: outputOption,
    now: nowOption,
  },
  examples: [
    'changebook notes CHG-2026-0042',
    'changebook notes CHG-2026-0042 --language es -o notes.md',
    'changebook notes changes/CHG-2026-0042.md --format json',
  ],
  run: notesOfRecord,
};

/** Writes the notes of the release that a call names; ends with 1 where the changelog says something else. */
async function notesOfRecord(call: Call): Promise<ExitCode> {
  const format = call.oneOf('format', ['markdown', 'json'], 'markdown');
  const named = await namedRecord(call, { questions: false });
  const record = changeOf(named, call.paths[0] ?? '');
  const { config, index, files } = inputOf(named.workspace);
  const asked = call.text('language') === undefined ? undefined : call.language(undefined);
  const language = asked ?? noticeLanguage(record, config);
  const entry = releaseEntry({ record, config, index, language });
  const { release } = record.data;
  const repository = releaseRepository(release, config.data.release);
  const { root } = named.workspace;
  const asksGit = repository === undefined && release !== undefined;
  const git = asksGit ? await askGit(root, [], { names: true }) : undefined;
  const commands = releaseCommands(release, named.language, {
    git: typeof git === 'object' ? git : undefined,
    isOver: !isOpen(named.entry.summary.stage),
  });
  const isHere = entry.version !== undefined && repository === undefined;
  const changelog = isHere ? files.text(changelogFile) : undefined;
  const differences =
    changelog === undefined ? undefined : changelogDifferences(entry, changelog, named.language);
  if (format === 'json') {
    const file = shownPath(call.io.cwd, root, named.entry.file);
    const report = notesReport(entry, file, commands, differences);
    writeOutput(call, named.language, `${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    writeOutput(call, named.language, releaseMarkdown(entry, language));
    for (const { message } of differences ?? []) call.tell(message);
    for (const sentence of commands.refused) call.tell(sentence);
    if (entry.version === undefined) call.tell(say(named.language, 'notesNoVersion'));
    if (commands.commands.length > 0) {
      call.tell(
        repository === undefined
          ? say(named.language, 'notesCommands')
          : say(named.language, 'notesCommandsElsewhere', { repository: oneLineValue(repository, 200) }),
      );
      for (const command of commands.commands) call.io.err(`  ${command}\n`);
    }
  }
  return (differences?.length ?? 0) > 0 || commands.refused.length > 0 ? 1 : 0;
}
