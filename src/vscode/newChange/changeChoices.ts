import * as vscode from 'vscode';
import { environmentNames, productionEnvironments, sameName } from '../../core/config/environments';
import { customerKeyOf, customerNamed } from '../../core/config/workspaceConfig';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import type { SourceProcedure } from '../../core/procedure/takenSections';
import type { Choice } from '../input/steppedInput';
import type { WorkspaceSession } from '../session/workspaceSession';

/** The types of deployment; that of the last change by the same procedure is guessed. */
export function deploymentTypeChoices(
  session: WorkspaceSession,
  procedure: SourceProcedure | undefined,
): { choices: Choice<number | undefined>[]; guessed: Choice<number | undefined> | undefined } {
  const meanings = [
    vscode.l10n.t('administrator configuration'),
    vscode.l10n.t('advanced configuration'),
    vscode.l10n.t('ad-hoc operations'),
    vscode.l10n.t('product code'),
  ];
  const choices: Choice<number | undefined>[] = [
    ...meanings.map((description, index) => ({ label: String(index + 1), description, value: index + 1 })),
    { label: vscode.l10n.t('Decide later'), value: undefined },
  ];
  const id = procedure?.record.data.id;
  const before = [...session.records()]
    .filter(({ summary }) =>
      summary.references.some((other) => other.kind === 'procedure' && other.id === id),
    )
    .sort((a, b) => ((a.summary.id ?? '') < (b.summary.id ?? '') ? 1 : -1))
    .flatMap(({ summary }) => summary.change?.deploymentType ?? []);
  const guess = id === undefined ? undefined : before[0];
  return { choices, guessed: choices.find(({ value }) => value === guess) };
}

/** The customers, those with most changes first; one whose partner alone works there is none of ours. */
export function customerChoices(session: WorkspaceSession): Choice<string | undefined>[] {
  const { config } = session.input();
  const counts = new Map<string, number>();
  for (const { summary } of session.records()) {
    const key = summary.type === 'change' ? customerKeyOf(config, summary.customer) : undefined;
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ours = [...config.customers].filter(([, { managed_by }]) => managed_by !== 'partner');
  ours.sort(([a], [b]) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return [
    ...ours.map(([key, { name }]) => ({ label: name ?? key, description: key, value: key })),
    { label: vscode.l10n.t('No customer'), value: undefined },
  ];
}

/** The environments of the customer, else those that changes name; production is what most changes are for. */
export function environmentChoices(
  session: WorkspaceSession,
  { customer }: Pick<NewChangeInput, 'customer'>,
): Choice<string>[] {
  const { config } = session.input();
  const configured = environmentNames(config, customerNamed(config, customer));
  const names =
    configured.length > 0
      ? configured
      : [...session.records()].flatMap(({ summary }) => summary.change?.environments ?? []);
  const distinct = names.filter((name, place) => names.findIndex((other) => sameName(other, name)) === place);
  return distinct.sort().map((name) => {
    const environments = [name];
    const production = productionEnvironments({ ...(customer ? { customer } : {}), environments }, config);
    return {
      label: name,
      description: production.length > 0 ? vscode.l10n.t('production') : '',
      picked: production.length > 0,
      value: name,
    };
  });
}
