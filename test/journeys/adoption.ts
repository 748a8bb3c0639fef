import { strict as assert } from 'node:assert';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Journey, well } from './journey';

const checklists = path.join(__dirname, 'checklists');

/** Five checklists, each written in a way of its own, become procedures; changes made from them check clean. */
export function adoption(journey: Journey): void {
  const ana = journey.person('Ana Sanz');
  const { folder } = journey;
  const names = readdirSync(checklists);
  mkdirSync(path.join(folder, 'docs'));
  for (const name of names) copyFileSync(path.join(checklists, name), path.join(folder, 'docs', name));
  well(ana.runs(folder, 'git', 'init'));
  well(ana.runs(folder, 'git', 'add', '--all'));
  well(ana.runs(folder, 'git', 'commit', '--message', 'Begin'));
  well(ana.types(folder, 'changebook', 'init', '--yes'));
  const report = well(
    ana.types(folder, 'changebook', 'adopt', '--boxes', ...names.map((name) => `docs/${name}`)),
  );
  journey.reports.push(report);
  const made = [...new Set(report.match(/PROC-[A-Z0-9-]+/g))];
  assert.equal(made.length, names.length, report);
  for (const id of made) well(ana.runs(folder, 'changebook', 'new', id, '--title', 'Tried'));
  well(ana.runs(folder, 'changebook', 'check'));
}
