import type { CommandFiles } from './runCommand';

const showingViews = () => import('./viewCommands');

/** The commands that need neither a disk nor git: there in the browser, too. */
export const readingCommands = {
  checkWorkspace: () => import('./checkWorkspace'),
  findNextSlot: () => import('./findNextSlot'),
  showRule: () => import('./showRule'),
  previewNotice: showingViews,
  showPending: showingViews,
  groupPending: () => import('./groupPending'),
  findChange: () => import('./findChange'),
  filterPending: () => import('./filterPending'),
  clearPendingFilter: showingViews,
  openRecord: () => import('./openRecord'),
  openConfiguration: () => import('./openConfiguration'),
  copyId: () => import('./copyId'),
  showDeploymentCalendar: showingViews,
  saveDeploymentCalendar: showingViews,
} as const satisfies CommandFiles;
