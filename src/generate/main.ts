import './markdownAsText';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { generateAll, generatedFolders } from './generators';
import { project, readProjectFile } from './readProjectFile';
import { type StaleFile, staleFiles } from './staleFiles';

// `npm run generate` writes what is stale; with `--check` it names it, writes nothing and ends with 1.

function filesIn(folder: string): string[] {
  const root = join(project, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function bringUpToDate({ path, content }: StaleFile): void {
  const file = join(project, path);
  if (content === undefined) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    console.error(`There is no option ${unknown}. Usage: npm run generate [-- --check]`);
    return 2;
  }
  const checking = args.includes('--check');
  const wanted = await generateAll(readProjectFile);
  const stale = staleFiles(wanted, readProjectFile, generatedFolders.flatMap(filesIn));
  for (const file of stale) {
    if (checking) console.error(`stale: ${file.path} (${file.reason})`);
    else {
      bringUpToDate(file);
      console.log(`${file.content === undefined ? 'removed' : 'written'}: ${file.path}`);
    }
  }
  if (checking && stale.length > 0) console.error('Run npm run generate, and commit what it writes.');
  if (stale.length === 0) console.log(`All ${wanted.length} generated files are up to date.`);
  return checking && stale.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
