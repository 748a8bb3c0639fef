import type { RunCommand } from './runCommand';

// Commands that show something of a view or a panel.

/** `Changebook: Preview Notice…`; may be called with the record, and `{ kind: 'start', language: 'es' }`. */
export const previewNotice: RunCommand = ({ notices }, asked, more) => notices.show(asked, more);

/** `Changebook: Show Pending Deployments`: at the row of a record where one is named. */
export const showPending: RunCommand = async ({ sessions, views }, asked) => {
  await views.reveal(sessions.uriFor(asked));
};

/** `Changebook: Clear Filter of Pending Deployments`. */
export const clearPendingFilter: RunCommand = ({ views }) => views.model.narrow({});

/** `Changebook: Show Deployment Calendar`; may be called with `{ view: 'month', day: '2026-11-16' }`. */
export const showDeploymentCalendar: RunCommand = ({ timelines }, asked) => timelines.show(asked);

/** `Changebook: Save Deployment Calendar…`: the days that the open calendar shows, else four weeks, as a picture. */
export const saveDeploymentCalendar: RunCommand = ({ timelines }, asked) => timelines.save(asked);
