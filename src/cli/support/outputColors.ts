import type { Call } from './command';
import { colorsFor } from './prettyFindings';
import { goesToFile } from './writeOutput';

/** Colours of what a command makes: none where it goes into a file. */
export function outputColors(call: Call): ReturnType<typeof colorsFor> {
  return colorsFor(goesToFile(call) ? { ...call.io, env: { NO_COLOR: '1' } } : call.io);
}
