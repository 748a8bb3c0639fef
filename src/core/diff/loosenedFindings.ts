import { configFolder, configTypeOf, isConfigFolder } from '../config/configFiles';
import { settingOf } from '../config/ruleSetting';
import type { FileFinding, Severity } from '../findings/finding';
import { inBoth } from '../model/text/localized';
import { configLoosened } from '../rules/config/loosened';
import { causesOf, changedFile } from './causesOf';
import { changedAttributes } from './changedAttributes';
import { changedKeys } from './changedKeys';
import type { LooseningInput, TouchedRecord } from './looseningInput';
import { loosenings } from './loosenings';
import { failureLoosenings } from './lostFailures';
import { type MovedWindow, movedWindowTexts } from './movedWindows';
import { type PlacedLoosening, placeLoosening } from './placedLoosening';
import { procedureLoosenings } from './procedureLoosenings';
import { vanishedFindings } from './vanishedFindings';

/** The findings of `config/loosened`: a loosening that a record in the same change benefits from. */
export function loosenedFindings(input: LooseningInput): FileFinding[] {
  const main = input.texts.find(({ file }) => configTypeOf(file) === 'config')?.file;
  const setting = settingOf(configLoosened.id, { file: main ?? '', config: input.before });
  const severity = setting?.severity ?? configLoosened.severity;
  if (severity === 'off') return [];
  const known = loosenings(input.before, input.after, main).map((one) => placeLoosening(one, input.texts));
  const claimed = input.records.filter(({ importedNow }) => importedNow);
  const claims = claimed.map(({ file }) =>
    placeLoosening({ ...changedFile(file), kind: 'imported-added' }, []),
  );
  const others = [...procedureLoosenings(input.procedures), ...failureLoosenings(input.lostFailures)];
  const explained = [...known, ...others, ...claims];
  return [
    ...usedMoveFindings(explained, input, severity),
    ...sparedFindings(explained, input, severity),
    ...hiddenRecordFindings(input, severity),
    ...movedWindowFindings(input, severity),
  ];
}

type Args = { readonly [name: string]: string };

function findingAt(
  message: string,
  { file, range, text }: PlacedLoosening,
  severity: Severity,
  args: Args,
): FileFinding {
  return {
    file,
    finding: {
      rule: configLoosened.id,
      severity,
      range,
      message,
      args: { ...inBoth('what', text), ...args },
    },
  };
}

function names(of: readonly { readonly name: string }[]): string {
  const all = [...new Set(of.map(({ name }) => name))];
  return `${all.slice(0, 5).join(', ')}${all.length > 5 ? ' …' : ''}`;
}

/** New or no longer guarded moves of the workflow that a record in the same change made. */
function usedMoveFindings(
  explained: readonly PlacedLoosening[],
  input: LooseningInput,
  severity: Severity,
): FileFinding[] {
  return explained.flatMap((loosening) => {
    const { kind, from, to, about } = loosening;
    const users = input.records.filter(({ file, status, statusBefore }) => {
      if (kind === 'move-added') return statusBefore === from && status === to;
      if (kind !== 'guard-removed' || status !== from || statusBefore === from) return false;
      return input.findingsNow.some((found) => found.file === file && found.finding.rule === about);
    });
    return users.length > 0 ? [findingAt('moved', loosening, severity, { records: names(users) })] : [];
  });
}

/** What only the previous rules find in a record, reported at its cause. */
function sparedFindings(
  explained: readonly PlacedLoosening[],
  input: LooseningInput,
  severity: Severity,
): FileFinding[] {
  const gone = vanishedFindings(input.findingsByOldRules, input.findingsNow);
  if (gone.length === 0) return [];
  const byFile = new Map(input.records.map((record) => [record.file, record]));
  const changed = changedKeys(input.textsBefore, input.texts).map((one) => placeLoosening(one, input.texts));
  const spared = new Map<
    PlacedLoosening,
    { readonly rules: Set<string>; readonly records: TouchedRecord[] }
  >();
  for (const { file, finding } of gone) {
    const record = byFile.get(file);
    if (!record) continue;
    for (const cause of causesOf(finding.rule, record, explained, changed, input)) {
      const entry = spared.get(cause) ?? { rules: new Set(), records: [] };
      spared.set(cause, entry);
      entry.rules.add(finding.rule);
      entry.records.push(record);
    }
  }
  return [...spared].map(([cause, { rules, records }]) =>
    findingAt(cause.kind === 'imported-added' ? 'claimed' : 'profits', cause, severity, {
      rule: [...rules].sort().join(', '),
      records: names(records),
    }),
  );
}

/**
 * Attributes that make git hide or convert a record of the same change. A configuration folder that is a submodule
 * cannot be compared at all, so it may be a loosening, too.
 */
function hiddenRecordFindings({ guarded, records }: LooseningInput, severity: Severity): FileFinding[] {
  const folders = guarded.flatMap(({ file }) => {
    if (!isConfigFolder(file)) return [];
    const above = file.slice(0, `/${file}`.lastIndexOf(`/${configFolder}`));
    return [{ ...placeLoosening(changedFile(file), []), fits: (path: string) => path.startsWith(above) }];
  });
  return [...changedAttributes(guarded), ...folders].flatMap((changed) => {
    const users = records.filter(({ file }) => changed.fits(file));
    return users.length > 0 ? [findingAt('moved', changed, severity, { records: names(users) })] : [];
  });
}

/** Windows that moved though their text did not, reported at the time zone that changed. */
function movedWindowFindings(input: LooseningInput, severity: Severity): FileFinding[] {
  const { movedWindows: moved, before, texts, records } = input;
  if (moved.length === 0) return [];
  const own = new Set(records.map(({ file }) => file));
  const changed = changedKeys(input.textsBefore, texts).map((one) => placeLoosening(one, texts));
  return [true, false].flatMap((isOwn) => {
    const byCause = new Map<PlacedLoosening, MovedWindow[]>();
    for (const window of moved.filter(({ file }) => own.has(file) === isOwn)) {
      const [cause] = causesOf('', window, [], changed.filter(isAboutZone), input);
      if (cause) byCause.set(cause, [...(byCause.get(cause) ?? []), window]);
    }
    return [...byCause].flatMap(([cause, windows]) => {
      const [first] = windows;
      if (!first) return [];
      const args = {
        records: names(windows),
        name: first.name,
        by: hoursBetween(first),
        ...movedWindowTexts(first, before),
      };
      return [findingAt(isOwn ? 'times' : 'othersTimes', cause, isOwn ? severity : milder(severity), args)];
    });
  });
}

function isAboutZone({ kind, about, file }: PlacedLoosening): boolean {
  return about === 'timezone' || (kind !== 'key-changed' && configTypeOf(file) === 'customer');
}

/** For records outside the change: only a person knows whether their windows were meant to move. */
function milder(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}

function hoursBetween({ from, to }: MovedWindow): string {
  const hours = Math.round(((to - from) / 3_600_000) * 100) / 100;
  return `${hours > 0 ? '+' : ''}${hours} h`;
}
