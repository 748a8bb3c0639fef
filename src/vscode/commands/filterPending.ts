import * as vscode from 'vscode';
import { askText } from '../input/askQuestions';
import { pickFrom } from '../input/pickOne';
import { filterIn, type ModelFilter, type PendingModel } from '../pending/pendingModel';
import type { RunCommand } from './runCommand';

type Choice = vscode.QuickPickItem & { readonly choose: () => Promise<ModelFilter | undefined> };

/** `Changebook: Filter Pending Deployments…`: by what was given, else by text, customer, or whether they are mine. */
export const filterPending: RunCommand = async ({ views: { model } }, asked) => {
  if (typeof asked === 'object' && asked !== null && !('kind' in asked)) {
    await model.narrow(filterIn(asked));
    return;
  }
  const customers = customersOf(model);
  const items: Choice[] = [
    { label: vscode.l10n.t('$(search) By text…'), choose: () => byText(model) },
    {
      label: vscode.l10n.t('$(person) Mine'),
      description: vscode.l10n.t('that name me as approver, performer or author'),
      choose: () => byMe(model),
    },
    ...customers.map(
      ([customer, name]): Choice => ({
        label: `$(organization) ${name}`,
        choose: async () => ({ ...model.filter, customer }),
      }),
    ),
    ...(model.isNarrowed()
      ? [{ label: vscode.l10n.t('$(clear-all) Show all'), choose: async () => ({}) } satisfies Choice]
      : []),
  ];
  const placeHolder = vscode.l10n.t('Which pending deployments are shown?');
  const chosen = await (await pickFrom(items, { placeHolder }))?.choose();
  if (chosen) await model.narrow(chosen);
};

function customersOf(model: PendingModel): (readonly [key: string, name: string])[] {
  const names = new Map<string, string>();
  for (const { placed } of model.all()) {
    const { customer, customerName } = placed.row;
    if (customer !== undefined) names.set(customer, customerName);
  }
  return [...names].sort(([, a], [, b]) => (a < b ? -1 : 1));
}

function askLine(prompt: string, guess: string): Promise<string | undefined> {
  return askText(vscode.l10n.t('Pending deployments'), prompt, guess);
}

async function byText(model: PendingModel): Promise<ModelFilter | undefined> {
  const prompt = vscode.l10n.t('Words of an id, a title, a customer, a component…');
  const value = model.filter.text ?? '';
  const text = await askLine(prompt, value);
  return text ? { ...model.filter, text } : undefined;
}

/** Whoever git says is at work; where it does not know, or may not be asked, whoever the user says it is. */
async function byMe(model: PendingModel): Promise<ModelFilter | undefined> {
  const [workspace] = model.workspaces();
  const own = await workspace?.git.ownIdentity();
  if (own) return { ...model.filter, mine: [own.name, own.address].filter(Boolean) };
  const prompt = vscode.l10n.t('Who are you? A name or an address as records write it');
  const name = await askLine(prompt, model.filter.mine?.[0] ?? '');
  return name ? { ...model.filter, mine: [name] } : undefined;
}
