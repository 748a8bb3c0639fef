import { configurationDocs } from './configurationDocs';
import { faultTable } from './faultTable';
import { formatDocs } from './formatDocs';
import type { GeneratedFile, Generator, ReadProjectFile } from './generatedFile';
import { grammar } from './grammar';
import { holidayRegions } from './holidayRegions';
import { noticeDocs } from './noticeDocs';
import { recordSchemas } from './recordSchemas';
import { reportSchemas } from './reportSchemas';
import { ruleDocs } from './ruleDocs';

/** Everything that `npm run generate` makes: one row a generator. */
export const generators: readonly Generator[] = [
  recordSchemas,
  reportSchemas,
  formatDocs,
  noticeDocs,
  ruleDocs,
  faultTable,
  grammar,
  holidayRegions,
  configurationDocs,
];

/** Folders in which every file is generated, so one that no generator makes any more is stale. */
export const generatedFolders: readonly string[] = ['schemas', 'docs/rules'];

/** All generated files, in the order of the table. */
export function generateAll(read: ReadProjectFile): GeneratedFile[] {
  return generators.flatMap((generator) => generator(read));
}
