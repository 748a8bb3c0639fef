import * as vscode from 'vscode';
import { noticeLanguage } from '../../core/notices/noticeLanguage';
import { releaseMarkdown } from '../../core/releaseNotes/releaseMarkdown';
import { changeOfNotes } from '../documents/releaseDocuments';
import { releaseOf } from '../documents/releaseOf';
import type { RunCommand } from './runCommand';

/** `Changebook: Copy Release Notes`: in the language of those who read of the change. */
export const copyReleaseNotes: RunCommand = async ({ sessions }, asked) => {
  const target = await changeOfNotes(sessions, asked);
  if (!target) return;
  const { entry } = await releaseOf(sessions, target);
  const language = noticeLanguage(target.record, target.session.input().config);
  await vscode.env.clipboard.writeText(releaseMarkdown(entry, language));
};
