import * as vscode from 'vscode';
import { releaseRepository } from '../../core/config/releaseRepository';
import type { GitFacts } from '../../core/model/ports';
import { changelogFile } from '../../core/model/text/changelog';
import { changelogDifferences } from '../../core/releaseNotes/changelogDifferences';
import { releaseCommands } from '../../core/releaseNotes/releaseCommands';
import { releaseEntry } from '../../core/releaseNotes/releaseEntry';
import type { ReleasePage } from '../../core/releaseNotes/releasePage';
import { stageOfRecord } from '../../core/rules/recordStage';
import { isOpen } from '../../core/workflow/stages';
import { DiskFacts } from '../../node/diskFacts';
import { language } from '../editorLanguage';
import type { Sessions } from '../session/sessions';
import type { EditableChange } from './editableRecord';

/** What a change releases, as its document and the changelog of its workspace stand now. */
export async function releaseOf(
  sessions: Sessions,
  { session, record }: EditableChange,
): Promise<ReleasePage> {
  const { config, index } = session.input();
  const entry = releaseEntry({ record, config, index, language });
  const { release } = record.data;
  const isHere = releaseRepository(release, config.data.release) === undefined;
  const open = sessions.openText(session.uriOf(changelogFile));
  const changelog = isHere ? (open ?? new DiskFacts(session.root).text(changelogFile)) : undefined;
  return {
    entry,
    differences:
      changelog === undefined || entry.version === undefined
        ? undefined
        : changelogDifferences(entry, changelog, language),
    commands: releaseCommands(release, language, {
      git: isHere ? await namesIn(session.root) : undefined,
      isOver: !isOpen(stageOfRecord(record, config)),
    }),
  };
}

/** The tags and branches that are there now; undefined where git may not be asked, or does not answer. */
async function namesIn(root: string): Promise<GitFacts | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const { GitReader } = await import('../../node/gitFacts');
  const answer = await new GitReader(root).read({ names: true, ticks: false, decided: [], approved: [] });
  return typeof answer === 'object' ? answer : undefined;
}
