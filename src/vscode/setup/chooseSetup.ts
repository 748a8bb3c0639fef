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
import { SetupPage } from './setupPage';

interface Choice extends vscode.QuickPickItem {
  /** Undefined writes what is shown. */
  readonly other?: SetupProfile;
}

/**
 * Shows what a setup would write, until somebody says that it may or chooses another profile; undefined where they give
 * up. A call that names the profile has chosen.
 */
export async function chooseSetup(
  root: string,
  facts: SetupFacts,
  answers: SetupAnswers,
  args: CommandArguments,
): Promise<PreparedSetup | undefined> {
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
      if (named !== undefined) return prepared;
      await page.show(prepared);
      const chosen = await pick(profile, prepared);
      if (!chosen?.other) return chosen && prepared;
      profile = chosen.other;
    }
  } finally {
    page.dispose();
  }
}

function noSuchProfile(): NothingChangedError {
  const names = setupProfiles.map(({ name }) => name).join(', ');
  return new NothingChangedError(vscode.l10n.t('it may be {0}', names));
}

async function pick(profile: SetupProfile, { looked }: PreparedSetup): Promise<Choice | undefined> {
  const label = looked.commits
    ? vscode.l10n.t('Write these files and commit them')
    : vscode.l10n.t('Write these files');
  const others = setupProfiles.filter((other) => other !== profile);
  const choices: readonly Choice[] = [
    { label: `$(check) ${label}`, detail: looked.fresh.map(({ file }) => file).join(', ') },
    ...others.map((other) => ({
      label: `$(arrow-swap) ${vscode.l10n.t('Profile {0} instead', other.name)}`,
      detail: other.summary[language],
      other,
    })),
  ];
  const title = vscode.l10n.t('Set up this folder: profile {0}', profile.name);
  return vscode.window.showQuickPick(choices, { title, ignoreFocusOut: true });
}
