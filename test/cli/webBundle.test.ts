import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Library from 'date-holidays';

const dist = path.resolve(__dirname, '../../dist');
const fetched = [
  'yaml',
  'footnotedMarkdown',
  'temporal',
  'liquid',
  'noticeMarkup',
  'holidays',
  'tolerantYaml',
];
const textOf = (name: string): string => readFileSync(path.join(dist, `${name}.js`), 'utf8');

describe('The bundle for the browser', () => {
  it('asks for nothing but VS Code', () => {
    const asked = [...textOf('web').matchAll(/\brequire\("([^"]*)"\)/g)].map((match) => match[1]);
    assert.deepEqual([...new Set(asked)], ['vscode']);
    for (const name of fetched) assert.doesNotMatch(textOf(name), /\brequire\("/, name);
  });

  it('names the files of libraries that are there', () => {
    const named = [
      ...textOf('web').matchAll(
        /"(yaml|footnotedMarkdown|temporal|liquid|noticeMarkup|holidays|tolerantYaml)"/g,
      ),
    ];
    assert.deepEqual([...new Set(named.map((match) => match[1]))].sort(), [...fetched].sort());
  });

  it('is small', () => {
    const size = gzipSync(textOf('web'), { level: 9 }).length;
    assert.ok(size < 360_000, `${size} bytes, compressed`);
  });
});

describe('The file of public holidays', () => {
  it('says in both languages what the whole library says', function () {
    this.timeout(30_000);
    const Shipped: typeof Library = require(path.join(dist, 'holidays.js')).default;
    const countries = Object.keys(new Library().getCountries('en'));
    assert.ok(countries.length > 150);
    // Of all countries some, since each takes a tenth of a second.
    for (const country of countries.filter((name, at) => at % 8 === 0 || ['ES', 'PT', 'MX'].includes(name))) {
      const [whole, shipped] = [Library, Shipped].map((Each) => yearsOf(new Each(country)));
      assert.deepEqual(shipped, whole, country);
    }
  });
});

/** Some countries' own calendars end, and the library throws. */
function yearsOf(calendar: Library): unknown {
  try {
    return ['en', 'es'].map((language) => calendar.getHolidays(2027, language));
  } catch {
    return 'none';
  }
}
