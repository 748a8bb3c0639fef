import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axe = createRequire(__filename).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Everything serious that axe-core finds in a page, as it looks now. */
export async function seriousViolations(frame: Frame): Promise<string[]> {
  await frame.evaluate(await readFile(axe, 'utf8'));
  const found = (await frame.evaluate(
    'axe.run(document).then(({ violations }) => violations)',
  )) as Violation[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.failureSummary ?? node.html).join(' | ')}`);
}
