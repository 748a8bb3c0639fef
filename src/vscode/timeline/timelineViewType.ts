/** By this name the editor knows the calendar, also when it restores one. */
export const timelineViewType = 'changebook.deploymentCalendar';
