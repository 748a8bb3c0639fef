import { configFolder } from '../config/configFiles';
import { fillIn, type Localized, localized, type MessageArgs } from '../model/text/localized';
import { agentsFile, withAgentsPart } from './agentsPart';
import { fillProfile } from './fillProfile';
import { guessApprovers } from './guessApprovers';
import { numberedChecklist, ownChecklist, procedureOf } from './ownChecklist';
import { gitlabFile, pipelineFiles } from './pipelineFiles';
import type { ProgramSource } from './programSource';
import type { SetupAnswers } from './setupAnswers';
import type { SetupFacts } from './setupFacts';
import { procedureFile, type SetupProfile } from './setupProfile';
import { setupTexts } from './setupTexts';
import { setupValues } from './setupValues';

/** A file that a setup writes. */
export interface SetupFile {
  /** Path in the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** What a setup would write, and what is told beside it. */
export interface SetupPlan {
  readonly files: readonly SetupFile[];
  readonly notes: readonly Localized[];
  /** Message of the one commit. */
  readonly message: string;
}

/** What a setup is made from. */
export interface SetupWish {
  readonly profile: SetupProfile;
  readonly answers: SetupAnswers;
  readonly source?: ProgramSource | undefined;
  /** Whether assistants are told what they may do here. */
  readonly agents?: boolean | undefined;
}

export const configFile = `${configFolder}/config.yaml`;

/** Plans the files of a setup. Which of them are there already is not looked at. */
export function planSetup(facts: SetupFacts, { profile, answers, source, agents }: SetupWish): SetupPlan {
  const { language } = answers;
  const inFolder = (file: string): string => (answers.records === '' ? file : `${answers.records}/${file}`);
  const globs = recordGlobs(facts, inFolder);
  const values = setupValues(facts, answers, globs);
  const fill = (text: Localized): string => fillProfile(text[language], values);
  const checklist = ownChecklist(facts);
  const usual = fill(profile.procedure);
  const procedure = checklist ? procedureOf(checklist, usual, inFolder(procedureFile)) : usual;
  const hasProcedure = facts.markdown.records.some(
    ({ file, type }) => type === 'procedure' && file !== inFolder(procedureFile),
  );
  const files: SetupFile[] = [
    { file: configFile, text: fill(profile.config) + nestedRow(facts, answers) },
    { file: inFolder(`changes/${facts.today.slice(0, 4)}/.gitkeep`), text: '' },
  ];
  if (!hasProcedure) files.push({ file: inFolder(procedureFile), text: procedure });
  for (const [file, text] of Object.entries(profile.others))
    files.push({ file: file.startsWith(configFolder) ? file : inFolder(file), text: fill(text) });
  if (source) files.push(...pipelineFiles(facts, source));
  if (agents) files.push({ file: agentsFile, text: withAgentsPart('', language) });
  return { files, notes: notesOf(facts, { profile, answers, source }, files), message: messageOf(answers) };
}

/** Globs of the records, where a page of another tool could be taken for one, and where records lie already. */
function recordGlobs({ markdown }: SetupFacts, inFolder: (file: string) => string): string[] | undefined {
  if (markdown.foreign.length === 0) return undefined;
  const usual = ['changes', 'procedures', 'tickets'].map(inFolder);
  const others = markdown.records.map(({ file }) => file.slice(0, Math.max(0, file.lastIndexOf('/'))));
  const further = [...new Set(others)].filter(
    (folder) => !usual.some((own) => `${folder}/`.startsWith(`${own}/`)),
  );
  // One glob: each for itself would be reported as long as its folder is empty.
  return [
    inFolder('{changes,procedures,tickets}/**/*.md'),
    ...further.map((folder) => `${folder}/*.md`.replace(/^\//, '')),
  ];
}

function nestedRow({ nested }: SetupFacts, { language }: SetupAnswers): string {
  if (nested.length === 0) return '';
  const [key, why] =
    language === 'es'
      ? ['anidados', 'espacios de trabajo con su propia configuración']
      : ['nested', 'workspaces with a configuration of their own'];
  return `${key}: [${nested.map((folder) => JSON.stringify(folder)).join(', ')}] # ${why}\n`;
}

function notesOf(
  facts: SetupFacts,
  { answers, source }: SetupWish,
  files: readonly SetupFile[],
): Localized[] {
  const notes: Localized[] = [];
  const tell = (name: keyof typeof setupTexts, args: MessageArgs = {}): void => {
    notes.push(localized((language) => fillIn(setupTexts[name][language], args)));
  };
  const [foreign] = facts.markdown.foreign;
  if (foreign !== undefined) tell('foreignTypes', { file: foreign });
  const checklist = ownChecklist(facts);
  const procedure = files.some(({ file }) => file.endsWith(procedureFile));
  if (checklist && procedure) tell('procedureFrom', { file: checklist.file });
  const numbered = checklist ? undefined : numberedChecklist(facts);
  if (numbered !== undefined && procedure) tell('numberedSteps', { file: numbered });
  if (answers.approvers.length === 0) tell('nobodyNamed');
  const { unknownOwners } = guessApprovers(facts);
  if (unknownOwners.length > 0) tell('unknownOwners', { owners: unknownOwners.join(', ') });
  if (files.some(({ file }) => file === gitlabFile)) tell('includeGitlab', { file: gitlabFile });
  if (source && pipelineFiles(facts, source).length === 0) tell('noPipeline');
  return notes;
}

/** The message of the commit, whose trailers say that it is Changebook's own. */
function messageOf({ language }: SetupAnswers): string {
  const subject = language === 'es' ? 'Preparar Changebook' : 'Set up Changebook';
  return `${subject}\n\nChangebook-Record: ${configFile}\nChangebook-Action: set-up\n`;
}
