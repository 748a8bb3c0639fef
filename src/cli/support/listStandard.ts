import { oneLine } from '../../core/language/plainText';
import {
  type StandardRow,
  standardRow,
  standardWords,
  termsText,
} from '../../core/pending/standardCatalogue';
import { standardReport } from '../../core/report/standardReport';
import { inputOf, type LoadedWorkspace } from '../../node/checkWorkspace';
import { type Call, say } from './command';
import type { ExitCode } from './io';
import { gatherRecords } from './pendingChanges';
import { colorsFor } from './prettyFindings';
import { shownPath } from './selection';

/** Lists the procedures that are approved for standard changes, or might be, with what they are approved for. */
export async function listStandard(call: Call, format: 'pretty' | 'json'): Promise<ExitCode> {
  const rows: StandardRow[] = [];
  const roots = new Map<StandardRow, LoadedWorkspace>();
  const gathered = await gatherRecords(call, call.paths, (workspace, entry) => {
    const { config, index, git, now } = inputOf(workspace);
    const row = standardRow(entry, { config, index, git, hasPassed: (moment) => moment <= now });
    if (!row) return;
    rows.push(row);
    roots.set(row, workspace);
  });
  const language = call.language(gathered.language);
  const fileOf = (row: StandardRow): string =>
    shownPath(call.io.cwd, roots.get(row)?.root ?? '', row.entry.file);
  if (format === 'json') call.json(standardReport(rows, fileOf));
  else if (rows.length === 0) call.line(say(language, 'noStandard'));
  const colors = colorsFor(call.io);
  for (const row of format === 'pretty' ? rows : []) {
    const { id, version, title } = row.entry.summary;
    const name = [colors.cyan(oneLine(id ?? fileOf(row))), version ? `v${oneLine(version, 40)}` : ''];
    call.line([...name, oneLine(title)].filter(Boolean).join('  '));
    const terms = oneLine(termsText(row, language));
    if (terms) call.line(`  ${terms}`);
    const [standing = '', ...others] = standardWords(row, language);
    const told = row.state.flaw ? colors.yellow(standing) : colors.green(standing);
    call.line(`  ${[told, ...others.map(colors.dim)].join(' · ')}`);
  }
  return gathered.unread ? 2 : 0;
}
