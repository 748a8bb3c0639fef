import { fillIn } from '../model/text/localized';
import githubYaml from './pipelines/github.yaml';
import githubPackageYaml from './pipelines/githubPackage.yaml';
import gitlabYaml from './pipelines/gitlab.yaml';
import type { ProgramSource } from './programSource';
import type { SetupFacts } from './setupFacts';

const githubFile = '.github/workflows/changebook.yml';
export const gitlabFile = '.gitlab/changebook.yml';

/** The files of pipelines for the hosts that a repository shows it is at, with the program from that source. */
export function pipelineFiles(
  { names, branch = 'main' }: Pick<SetupFacts, 'names' | 'branch'>,
  { address, action }: ProgramSource,
): { readonly file: string; readonly text: string }[] {
  const values = { address: JSON.stringify(address), action: action ?? '', branch: JSON.stringify(branch) };
  const github = action ? githubYaml : githubPackageYaml;
  return [
    ...(names.includes('.github') ? [{ file: githubFile, text: fillIn(github, values) }] : []),
    ...(names.includes('.gitlab-ci.yml') ? [{ file: gitlabFile, text: fillIn(gitlabYaml, values) }] : []),
  ];
}
