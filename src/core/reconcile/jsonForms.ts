import { argoApplication, argoHistory } from './argoForms';
import { github, githubStatuses, gitlab, releases } from './githubForms';
import type { JsonForm } from './jsonForm';
import { octopus, octopusDeployment, octopusTask } from './octopusForms';

/** All forms, those that ask for more before those that ask for less. */
export const jsonForms: readonly JsonForm[] = [
  githubStatuses,
  github,
  gitlab,
  releases,
  argoApplication,
  argoHistory,
  octopus,
  octopusTask,
  octopusDeployment,
];
