import { loadConfig } from '../../node/loadConfig';
import { type Call, say } from './command';

/** Tells how many files of a workspace are read, where reading them takes longer than a second. */
export function tellProgress(call: Call, root: string): (done: number, all: number) => void {
  let told = call.io.clock();
  return (done, all) => {
    const now = call.io.clock();
    if (now - told < 1000) return;
    told = now;
    call.io.err(`${say(call.language(loadConfig(root).config.data.language), 'reading', { done, all })}\n`);
  };
}
