import { resolve } from 'node:path';
import { decodeText } from '../../core/model/parse/decodeText';
import { LineMap } from '../../core/model/text/lineMap';
import { reportedFinding } from '../../core/report/reportedFinding';
import { RecordReader } from '../../core/rules/recordReader';
import { findingsOf } from '../../node/checkWorkspace';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';
import type { CheckResult } from './checked';
import { type Call, say } from './command';
import { load, withGit } from './load';
import { insideOf, shownPath } from './selection';
import { withSource } from './sourceLines';

/** Checks the text of standard input in the place of a file. */
export async function checkInput(call: Call): Promise<CheckResult> {
  const named = call.text('stdin-path');
  const path = resolve(call.io.cwd, named ?? '-');
  const root = workspaceRootOf(path);
  const workspace = await load(call, root, { questions: false });
  const file = named ? insideOf(root, path) : '-';
  const { text, options } = decodeText(await call.io.readInput());
  const scanner = new RecordReader(loadConfig(root).texts);
  const entry = scanner.read(file, text, options);
  const configured = workspace.config.config.data.language;
  const [language, reportLanguage] = [call.language(configured), call.reportLanguage(configured)];
  workspace.index.update(file, entry);
  const shown = named ? shownPath(call.io.cwd, root, file) : '-';
  if (!entry) call.tell(say(language, 'notARecord', { path: shown }));
  const found = entry ? findingsOf(await withGit(call, workspace, entry), entry) : [];
  const told = found.map((finding) => ({ file: shown, finding: reportedFinding(finding) }));
  const lines = new LineMap(text);
  const findings = withSource(told, () => lines);
  const records = entry ? [shown] : [];
  const counts = { files: 1, records: records.length, recordFiles: () => records };
  return { findings, ...counts, language, reportLanguage, failed: !entry, input: text };
}
