import * as vscode from 'vscode';
import { readSource } from '../../core/setup/programSource';
import type { SetupAnswers } from '../../core/setup/setupAnswers';
import type { SetupFacts } from '../../core/setup/setupFacts';
import { setupFaultText } from '../../core/setup/setupFault';
import type { SetupProfile } from '../../core/setup/setupProfile';
import { setupProfiles } from '../../core/setup/setupProfiles';
import type { PreparedSetup } from '../../node/setup/prepareSetup';
import { language } from '../editorLanguage';
import type { CommandArguments } from '../input/commandArguments';
import { NothingChangedError } from '../input/nothingChangedError';
import { type Asked, askChoice, type Choice } from '../input/steppedInput';
import { withPlurals } from '../withPlurals';
import { SetupPage } from './setupPage';

/**
 * Shows what a setup would write, until somebody says that it may or chooses another profile. A call that names the
 * profile has chosen.
 */
export async function chooseSetup(
  root: string,
  facts: SetupFacts,
  answers: SetupAnswers,
  args: CommandArguments,
): Promise<Asked<PreparedSetup>> {
  const named = args.text('profile');
  const written = args.text('source');
  const source = written === undefined ? undefined : readSource(written);
  if (source && 'problem' in source) throw new NothingChangedError(source.problem[language]);
  let profile = named === undefined ? setupProfiles[0] : setupProfiles.find(({ name }) => name === named);
  const { prepareSetup } = await import('../../node/setup/prepareSetup');
  const page = new SetupPage();
  try {
    for (;;) {
      if (!profile) throw noSuchProfile();
      const prepared = await prepareSetup(root, facts, { profile, answers, source });
      if (!('plan' in prepared)) throw new NothingChangedError(setupFaultText(prepared, language, 'editor'));
      if (named !== undefined) return { value: prepared };
      await page.show(prepared);
      const chosen = await pick(profile, prepared);
      if (!chosen || chosen === 'back') return chosen;
      if (!chosen.value) return { value: prepared };
      profile = chosen.value;
    }
  } finally {
    page.dispose();
  }
}

function noSuchProfile(): NothingChangedError {
  const names = setupProfiles.map(({ name }) => name).join(', ');
  return new NothingChangedError(vscode.l10n.t('it may be {0}', names));
}

/** Whether it may be written as it is shown (undefined), or another profile is wanted. */
function pick(profile: SetupProfile, { looked }: PreparedSetup): Promise<Asked<SetupProfile | undefined>> {
  const label = looked.commits
    ? vscode.l10n.t('Write these files and commit them')
    : vscode.l10n.t('Write these files');
  const others = setupProfiles.filter((other) => other !== profile);
  const choices: readonly Choice<SetupProfile | undefined>[] = [
    { label: `$(check) ${label}`, detail: profile.summary[language], value: undefined },
    ...others.map((other) => ({
      label: `$(arrow-swap) ${vscode.l10n.t('Profile {0} instead', other.name)}`,
      detail: other.summary[language],
      value: other,
    })),
  ];
  const title = vscode.l10n.t('Set up this folder: profile {0}', profile.name);
  // After the questions, so that there is a way back.
  const files = withPlurals(
    vscode.l10n.t('{0} {0|file|files}, shown behind this; nothing is written yet'),
    looked.fresh.length,
  );
  return askChoice({ title, step: 2, totalSteps: 1 }, files, choices);
}
