import { knownRegions } from '../core/calendar/lazyHolidays';
import type { GeneratedFile } from './generatedFile';

/** The countries and regions whose holidays are known, so that a wrong name is found without loading them all. */
export function holidayRegions(): GeneratedFile[] {
  const rows = knownRegions().map(({ country, regions }) => `  ${country}: '${regions.join(' ')}',`);
  const content = [
    '// Made by npm run generate from the library of holidays; do not edit.',
    '',
    '/** The codes of the regions whose holidays are known, by country. */',
    'export const holidayRegions: { readonly [country: string]: string } = {',
    ...rows,
    '};',
    '',
  ].join('\n');
  return [{ path: 'src/core/calendar/holidayRegions.ts', content }];
}
