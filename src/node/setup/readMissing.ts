import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { configNames } from '../../core/config/configFiles';
import type { Localized } from '../../core/model/text/localized';
import { missingParts } from '../../core/setup/missingParts';
import { configFile } from '../../core/setup/planSetup';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { isCommitted } from '../commit/isUncommitted';
import { loadConfig } from '../loadConfig';
import { driverState } from '../merge/driverState';
import { readFileText } from '../readText';

const workflows = '.github/workflows';
/** More pipeline files than these are not looked at. */
const mostPipelines = 50;

/** What a workspace that is set up still lacks. */
export async function readMissing(
  root: string,
  { names, markdown }: Pick<SetupFacts, 'names' | 'markdown'>,
): Promise<Localized[]> {
  const { config, texts, findings } = loadConfig(root);
  const main = texts.find(({ file }) => configNames.includes(basename(file)))?.file ?? configFile;
  const isWrong = texts.length === 0 || findings.some(({ finding }) => finding.severity === 'error');
  return missingParts({
    config,
    wrong: isWrong ? main : undefined,
    hasProcedure: markdown.records.some(({ type }) => type === 'procedure'),
    lacksPipeline: lacksPipeline(root, names),
    lacksDriver: (await driverState(root)) === 'missing',
    uncommitted: (await isCommitted(root, main)) ? undefined : main,
  });
}

function lacksPipeline(root: string, names: readonly string[]): boolean {
  const files = ['.gitlab-ci.yml', ...namesIn(`${root}/${workflows}`).map((name) => `${workflows}/${name}`)];
  const hosted = names.includes('.github') || names.includes('.gitlab-ci.yml');
  return (
    hosted &&
    !files.slice(0, mostPipelines).some((file) => /changebook/i.test(readFileText(root, file)?.text ?? ''))
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
