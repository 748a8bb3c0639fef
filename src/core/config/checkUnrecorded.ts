import { locate } from '../model/parse/located';
import { inBoth } from '../model/text/localized';
import { saysSomething } from '../model/text/saysSomething';
import { unrecordedFields } from '../model/vocabulary/unrecordedField';
import { fieldName } from '../model/vocabulary/valueIn';
import { isCostlyGlob } from './costlyPatterns';
import { fitsAnything } from './globs';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

const needed = ['match', 'by', 'reason'] as const;

/** Reports rows of `unrecorded` that do not say what, who and why, or that mean everything: they hold for nothing. */
export function checkUnrecorded(config: ConfigFile<'config'>): void {
  for (const [index, row] of (config.data.unrecorded ?? []).entries()) {
    const path = ['unrecorded', index];
    const range = locate(config.located, path)?.node.range;
    const lacking = needed.find((name) =>
      name === 'match' ? !row[name]?.trim() : !saysSomething(row[name]),
    );
    if (lacking && range) {
      const key = inBoth('key', (language) => fieldName(language, unrecordedFields, lacking));
      report(config, 'unrecordedLacks', range, key);
    }
    const match = scalarAt(config, [...path, 'match']);
    if (match && isCostlyGlob(match.value))
      report(config, 'glob', match.range, { value: match.value.slice(0, 60) });
    else if (match && !lacking && fitsAnything(match.value))
      report(config, 'unrecordedAll', match.range, { value: match.value.slice(0, 60) });
  }
}
