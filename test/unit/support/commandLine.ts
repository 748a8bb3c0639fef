// The command line as a module of its own: bundled, since it loads its commands when they are called.
export { loadCommand } from '../../../src/cli/commandGroups';
export { runCli } from '../../../src/cli/runCli';
