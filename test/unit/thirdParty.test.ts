import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

/** What the file of holidays is made from. */
const libraries = [
  ...['astronomia', 'caldate', 'date-bengali-revised', 'date-chinese', 'date-easter', 'date-holidays'],
  ...['date-holidays-parser', 'deepmerge', 'jalaali-js', 'moment', 'moment-timezone'],
];

/** What notices, logs and calendar files are made with; what these bring along is listed beside them. */
const ofNotices = [
  ...[
    'ical-generator',
    'liquidjs',
    'nodemailer',
    'write-excel-file',
    'unified',
    'remark-parse',
    'remark-gfm',
    'remark-rehype',
  ],
  ...[
    'rehype-sanitize',
    'rehype-stringify',
    'micromark',
    'mdast-util-to-hast',
    'hast-util-sanitize',
    'fflate',
  ],
];

describe('The notices of others', () => {
  const notices = read('THIRD-PARTY-NOTICES.txt');

  it('ship with the extension', () => {
    assert.match(read('.vscodeignore'), /^!THIRD-PARTY-NOTICES\.txt$/m);
    assert.match(notices, /CC BY-SA 3\.0/);
    assert.match(notices, /CC BY-SA 3\.0 Attributions/);
  });

  it('are those of the versions that are installed', () => {
    for (const name of [...libraries, ...ofNotices]) {
      const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`)) as {
        version: string;
        license: string;
      };
      assert.ok(notices.includes(`\n${name} ${version} (${license})\n`), `${name} ${version}`);
    }
  });
});
