import * as vscode from 'vscode';
import { refusalText } from '../../core/actions/refusals';
import { setField as settingFields } from '../../core/actions/setField';
import type { TextPlan } from '../../core/actions/textChange';
import { type SettableField, settableFields } from '../../core/language/settableFields';
import { type EditableRecord, recordFor } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { tell } from '../git/faultOffers';
import { actedOn, editRecord, nameOf, runAction } from '../git/recordAction';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import { pickOne } from '../input/pickOne';
import { askChoice, askChoices, askLine, type Choice } from '../input/steppedInput';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Set Field…`: writes one field of a record as one commit. The field is picked with what stands in it now,
 * and its value from what it may be, or typed, which is judged as it is typed. Called with `field` and `value`, it asks
 * for neither.
 */
export const setField: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const target = await recordFor(sessions, args.record);
  if (!target) return undefined;
  const field = await fieldOf(target, args);
  const value = field && (args.text('value') ?? (await askValue(target, field)));
  if (!field || value === undefined) return undefined;
  const assignment = `${field.name}=${value}`;
  const judged = planOf(target, assignment, false);
  const isVoid = 'refusal' in judged && judged.refusal.code === 'makesVoid';
  const sure = isVoid && (args.text('yes') !== undefined || (await isSure(judged)));
  if (isVoid && !sure) return undefined;
  const planned = settingFields([assignment], sure).plan(actedOn(target), {});
  if (!('refusal' in planned)) return runAction(target, planned, () => editRecord(target, planned));
  const message = refusalText(planned.refusal, language, undefined, 'editor');
  void tell('warning', message, []);
  return { outcome: 'refused', code: planned.refusal.code, message };
};

/** What setting a field would write, or why it is refused, judged as a commit would be. */
function planOf(target: EditableRecord, assignment: string, sure: boolean): TextPlan {
  const planned = settingFields([assignment], sure).plan(actedOn(target), {});
  if ('refusal' in planned) return planned;
  return planned.files[0]?.change.plan(target.document.getText(), 'committed') ?? { edits: [] };
}

/** The field that a call names as it is written in front of the equals sign, else one that the user picks. */
async function fieldOf(
  target: EditableRecord,
  args: CommandArguments,
): Promise<(Pick<SettableField, 'name'> & Partial<SettableField>) | undefined> {
  const { record, session } = target;
  const { config, index } = session.input();
  const fields = settableFields(record, { kind: 'record', config, index, language });
  const name = args.text('field');
  if (name !== undefined) return fields.find((field) => field.name === name) ?? { name };
  const items = fields.map((own) => ({
    label: own.name,
    description: own.value.slice(0, 80),
    detail: own.field.description[language],
    own,
  }));
  const placeHolder = vscode.l10n.t('Which field?');
  const none = vscode.l10n.t('{0}: no field can be set.', nameOf(target));
  return (await pickOne(items, none, { title: nameOf(target), placeHolder, matchOnDescription: true }))?.own;
}

/** Asks for the value: one of its choices, several of a list, or a text that is judged as it is typed. */
async function askValue(
  target: EditableRecord,
  { name, value = '', field, choices = [], closed }: Pick<SettableField, 'name'> & Partial<SettableField>,
): Promise<string | undefined> {
  const place = { title: `${nameOf(target)}: ${name}`, step: 1, totalSteps: 1 };
  const prompt = field?.description[language] ?? name;
  const write = async (): Promise<string | undefined> => {
    const problem = (text: string): string | undefined => problemOf(planOf(target, `${name}=${text}`, true));
    const example = field
      ? vscode.l10n.t('{0} Empty removes it. Example: {1}', prompt, field.example)
      : prompt;
    const note = (text: string): string | undefined => takenAs(target, `${name}=${text}`);
    return answerOf(await askLine(place, example, value, { problem, note }));
  };
  if (choices.length === 0) return write();
  const there = value.split(', ');
  const items: Choice<string>[] = choices.map(({ value: choice, detail }) => ({
    value: choice,
    label: choice,
    description: detail ?? '',
    picked: there.includes(choice),
  }));
  if (
    field?.type.kind === 'list' &&
    there.every((own) => own === '' || choices.some((c) => c.value === own))
  ) {
    const several = answerOf(await askChoices(place, prompt, items));
    return several?.join(', ');
  }
  const other: Choice<string> = { value: '', label: vscode.l10n.t('$(edit) Write it…'), description: '' };
  const remove: Choice<string> = {
    value: '',
    label: vscode.l10n.t('$(trash) Remove it'),
    description: value,
  };
  const all = [...items, ...(closed ? [] : [other]), ...(value === '' ? [] : [remove])];
  const offered = all.map((own) => ({ ...own, value: own }));
  const guess = offered.find(({ picked }) => picked);
  const chosen = answerOf(await askChoice(place, prompt, offered, guess));
  return chosen === other ? write() : chosen?.value;
}

/** What words about time are taken as. */
function takenAs(target: EditableRecord, assignment: string): string | undefined {
  const planned = settingFields([assignment], true).plan(actedOn(target), {});
  const [taken] = 'taken' in planned ? [...(planned.taken?.values() ?? [])] : [];
  return taken?.[language];
}

function problemOf(plan: TextPlan): string | undefined {
  return 'refusal' in plan ? refusalText(plan.refusal, language, undefined, 'editor') : undefined;
}

function answerOf<T>(asked: { readonly value: T } | 'back' | undefined): T | undefined {
  return asked && asked !== 'back' ? asked.value : undefined;
}

/** Whether approvals and agreement may become void by it. */
async function isSure(plan: TextPlan): Promise<boolean> {
  const yes = vscode.l10n.t('Set it anyway');
  const message = problemOf(plan) ?? '';
  return (await vscode.window.showWarningMessage(message, { modal: true }, yes)) === yes;
}
