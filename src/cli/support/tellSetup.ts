import { relative } from 'node:path';
import type { Language } from '../../core/model/text/localized';
import { baseName } from '../../core/model/text/paths';
import type { SetupReport } from '../../core/report/setupReport';
import type { SetupPlan } from '../../core/setup/planSetup';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { procedureFile, type SetupProfile } from '../../core/setup/setupProfile';
import { readMissing } from '../../node/setup/readMissing';
import type { LookedAt, SetupOutcome } from '../../node/setup/writeSetup';
import { type Call, say } from './command';
import type { ExitCode } from './io';

/** A setup with what is told of it. */
interface ToldSetup {
  readonly call: Call;
  readonly root: string;
  readonly profile: SetupProfile;
  readonly plan: SetupPlan;
  readonly looked: LookedAt;
  readonly language: Language;
}

type Ended = Exclude<SetupOutcome, { readonly kind: 'failed' }> | { readonly kind: 'planned' };

/** Shows what will be written to whoever was asked, and asks whether it may be. */
export async function confirmed(told: ToldSetup): Promise<boolean> {
  const { call, looked, language } = told;
  const { ask } = call.io;
  if (call.has('yes') || !ask) return true;
  call.io.err(`${say(language, 'setup_willWrite')}\n${textOf(told)}`);
  const answer = await ask(say(language, looked.commits ? 'setup_confirm' : 'setup_confirmFiles'));
  return answer !== undefined && !/^\s*n/i.test(answer);
}

/** The files with their texts, as a person reads them one below the other. */
function textOf({ looked }: ToldSetup): string {
  return looked.fresh.map(({ file, text }) => `==> ${file} <==\n${text}\n`).join('');
}

/** Says what was set up, or would be. */
export function tellSetup(told: ToldSetup, outcome: Ended): ExitCode {
  const { call, root, profile, plan, looked, language } = told;
  const written = [...looked.left, ...looked.fresh];
  const commit = outcome.kind === 'committed' ? outcome : undefined;
  const notes = plan.notes.map((note) => note[language]);
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    const dry = outcome.kind === 'planned';
    const report: SetupReport = {
      version: 1,
      outcome: outcome.kind,
      folder: shownFolder(call, root),
      profile: profile.name,
      files: [
        ...written.map(({ file, text }) => ({ file, state: 'written' as const, text: dry ? text : null })),
        ...looked.there.map((file) => ({ file, state: 'there' as const, text: null })),
      ],
      notes,
      missing: [],
      commit: commit?.commit ?? null,
      subject: commit?.subject ?? null,
    };
    call.json(report);
    return 0;
  }
  if (outcome.kind === 'planned') call.io.out(textOf(told));
  else for (const { file } of written) call.line(file);
  if (looked.there.length > 0)
    call.line(say(language, 'setup_thereAlready', { files: looked.there.join(', ') }));
  for (const note of notes) call.line(note);
  call.line(endOf(outcome, language));
  if (outcome.kind !== 'planned')
    call.line(say(language, 'setup_next', { procedure: baseName(procedureFile).replace('.md', '') }));
  return 0;
}

function endOf(outcome: Ended, language: Language): string {
  if (outcome.kind !== 'committed') return say(language, `setup_${outcome.kind}`);
  const branch = outcome.branch.replace(/^refs\/heads\//, '');
  return say(language, 'committed', { commit: outcome.commit.slice(0, 9), branch });
}

/** Says what a workspace lacks that is set up already; nothing is changed. */
export async function tellThere(
  call: Call,
  root: string,
  facts: SetupFacts,
  language: Language,
): Promise<ExitCode> {
  const missing = (await readMissing(root, facts)).map((part) => part[language]);
  const folder = shownFolder(call, root);
  if (call.oneOf('format', ['pretty', 'json'], 'pretty') === 'json') {
    const report: SetupReport = {
      ...{ version: 1, outcome: 'unchanged', folder, profile: null, files: [], notes: [], missing },
      ...{ commit: null, subject: null },
    };
    call.json(report);
    return 0;
  }
  call.line(say(language, 'setup_there', { folder }));
  if (missing.length > 0) call.line(say(language, 'setup_missing'));
  for (const part of missing) call.line(`- ${part}`);
  return 0;
}

function shownFolder({ io }: Call, root: string): string {
  return relative(io.cwd, root) || '.';
}
