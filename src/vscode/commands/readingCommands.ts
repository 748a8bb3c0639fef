import type { CommandName } from '../commandIds';
import type { RunCommand } from './runCommand';

/** What the commands do that need neither a disk nor git: there in the browser, too. */
export const readingCommands = {
  checkWorkspace: async (parts) => (await import('./checkWorkspace')).checkWorkspace(parts),
  findNextSlot: async (parts, asked) => (await import('./findNextSlot')).findNextSlot(parts, asked),
  showRule: async (parts, asked) => (await import('./showRule')).showRule(parts, asked),
  previewNotice: ({ notices }, asked, words) => notices.show(asked, words),
  showPending: ({ sessions, views }, asked) => views.reveal(sessions.uriFor(asked)),
  groupPending: ({ views }, asked) => views.group(asked),
  filterPending: ({ views }, asked) => views.filter(asked),
  clearPendingFilter: ({ views }) => views.clearFilter(),
  openRecord: async (parts, asked) => (await import('./openRecord')).openRecord(parts, asked),
  copyId: async (parts, asked) => (await import('./copyId')).copyId(parts, asked),
  showDeploymentCalendar: ({ timelines }, asked) => timelines.show(asked),
  saveDeploymentCalendar: ({ timelines }, uri) => timelines.save(uri),
} as const satisfies Partial<Readonly<Record<CommandName, RunCommand>>>;
