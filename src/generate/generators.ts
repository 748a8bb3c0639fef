import { assistantDocs } from './assistantDocs';
import { assistantManifest } from './assistantManifest';
import { commandDocs } from './commandDocs';
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
  commandDocs,
  assistantDocs,
  assistantManifest,
];

/** Folders in which every file is generated, so one that no generator makes any more is stale. */
export const generatedFolders: readonly string[] = ['schemas', 'docs/rules'];

/** All generated files, in the order of the table. */
export async function generateAll(read: ReadProjectFile): Promise<GeneratedFile[]> {
  return (await Promise.all(generators.map((generator) => generator(read)))).flat();
}
