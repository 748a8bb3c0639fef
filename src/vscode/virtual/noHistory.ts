import type { SessionHistory } from '../session/workspaceBackend';

/** Where no git can be asked nothing is known of before. */
export const noHistory: SessionHistory = {
  facts: 'notAsked',
  ask: async () => undefined,
  holdTicks: () => {},
  trail: async () => [],
  lastChange: async () => undefined,
  changeTimes: async (_files, now) => () => now,
  isCommitted: async () => true,
  ownIdentity: async () => undefined,
  whileCommitting: (make) => make(),
  sweep: async () => {},
  forgetCommitted: () => {},
  dispose: () => {},
};
