import { fileStart } from '../../core/diff/dropPlace';
import type { ReportedFileFinding } from '../../core/report/reportedFinding';
import { reportedFinding } from '../../core/report/reportedFinding';
import type { ChangedSince } from '../../node/changedSince';
import { textsBefore } from '../../node/checkBase';
import type { LoadedWorkspace } from '../../node/checkWorkspace';
import { droppedFromDisk } from '../../node/dropped/droppedFromDisk';
import type { Survey } from '../../node/surveyWorkspace';
import { isSelected, type Selection } from './selection';
import { linesIn, withSource } from './sourceLines';

/** The records of before that are none any more, told where the call looks. */
export async function leftRecords(
  survey: Survey,
  changed: ChangedSince,
  selection: Selection,
  workspace: LoadedWorkspace | undefined,
): Promise<ReportedFileFinding[]> {
  const { root, texts } = survey;
  const before = textsBefore(root, texts, changed);
  const config = workspace?.config.config;
  // By another configuration it may have been another record.
  const isSame = JSON.stringify(before) === JSON.stringify(texts);
  const left = await droppedFromDisk(survey, changed, before, {
    withId: (id) => workspace?.index.filesWithId(id) ?? [],
    entry: (file) => workspace?.index.entry(file),
    config,
    before: isSame ? { config, entry: (file, bytes) => workspace?.packs.entry(file, bytes) } : undefined,
  });
  const told = left.map(({ file, from, finding, older }) => {
    // What was asked for may have gone where nobody asked.
    const hidden = !isSelected(selection, file) && isSelected(selection, from);
    const place = hidden ? { file: from, range: fileStart } : { file, range: finding.range };
    return { file: place.file, finding: reportedFinding({ ...finding, range: place.range }), older };
  });
  const shown = withSource(told, (file) => linesIn(root, file));
  return shown.map((found, index) => ({ ...found, older: told[index]?.older === true }));
}
