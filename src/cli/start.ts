#!/usr/bin/env node
// The beginning of the program, which loads the rest of it.

const rest = './program.js';

function startPlainly(): void {
  require(rest);
}

async function startFromKeptCode(): Promise<void> {
  const { CompiledParts } = await import('../node/compiledParts');
  const parts = new CompiledParts(__dirname, require);
  process.on('exit', () => parts.keep());
  parts.load(rest);
}

// The variable is Node's own, for its own cache.
if (process.env.NODE_DISABLE_COMPILE_CACHE === '1') startPlainly();
else startFromKeptCode().catch(startPlainly);
