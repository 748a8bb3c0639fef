import * as vscode from 'vscode';
import { refusalText } from '../../core/actions/refusals';
import { setField as settingFields } from '../../core/actions/setField';
import type { TextPlan } from '../../core/actions/textChange';
import { type SettableField, settableFields } from '../../core/language/settableFields';
import { withSpaces } from '../../core/model/vocabulary/vocabulary';
import { type EditableRecord, recordOrPicked } from '../documents/editableRecord';
import { language } from '../editorLanguage';
import { tell } from '../git/faultOffers';
import { actedOn, editRecord, nameOf, runAction } from '../git/recordAction';
import { askSure } from '../input/askSure';
import { type CommandArguments, commandArguments } from '../input/commandArguments';
import {
  type Asked,
  askChoice,
  askChoices,
  askInSteps,
  askLine,
  type Choice,
  type StepPlace,
} from '../input/steppedInput';
import { titleAbout } from '../input/wayBack';
import type { RunCommand } from './runCommand';

/**
 * `Changebook: Set Field…`: writes one field of a record as one commit. The field is picked with what stands in it now,
 * and its value from what it may be, or typed, which is judged as it is typed. Called with `field` and `value`, it asks
 * for neither. The id of a record that another one has as well is only ever set to `next`.
 */
export const setField: RunCommand = async ({ sessions }, asked, more) => {
  const args = commandArguments(asked, more);
  const target = await recordOrPicked(sessions, args.record, 2);
  if (!target) return undefined;
  // Whether approvals and agreement may become void by it.
  const isSure = (message: string): Promise<boolean> =>
    askSure(nameOf(target), vscode.l10n.t('Set it anyway'), [message]);
  if (args.text('field') === 'id' && args.text('value') === 'next') {
    const { setNextId } = await import('../git/setNextId');
    return setNextId(sessions, target, args, isSure);
  }
  const assignment = await askAssignment(target, args);
  if (assignment === undefined) return undefined;
  const judged = planOf(target, assignment, false);
  const isVoid = 'refusal' in judged && judged.refusal.code === 'makesVoid';
  const sure = isVoid && (args.text('yes') !== undefined || (await isSure(problemOf(judged) ?? '')));
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

type NamedField = Pick<SettableField, 'name'> & Partial<SettableField>;

/** The field and its value as an assignment: what the call does not name is asked for, with a way back to the field. */
async function askAssignment(target: EditableRecord, args: CommandArguments): Promise<string | undefined> {
  const fields = settableFieldsOf(target);
  const [name, written] = [args.text('field'), args.text('value')];
  const named = name === undefined ? undefined : (fields.find((field) => field.name === name) ?? { name });
  if (named && written !== undefined) return `${named.name}=${written}`;
  if (!named && fields.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0}: no field can be set.', nameOf(target)));
    return undefined;
  }
  const asked = await askInSteps<{ field?: NamedField; value?: string }>(
    titleAbout(nameOf(target)),
    { ...(named ? { field: named } : {}), ...(written === undefined ? {} : { value: written }) },
    [
      {
        wanted: () => !named,
        ask: async (state, place) =>
          answered(await askField(place, fields), (field) => ({ ...state, field })),
      },
      {
        wanted: () => written === undefined,
        async ask(state, place) {
          const { field } = state;
          if (!field) return undefined;
          const own = { ...place, title: `${titleAbout(nameOf(target))}: ${field.name}` };
          return answered(await askValue(target, field, own), (value) => ({ ...state, value }));
        },
      },
    ],
  );
  return asked?.field && asked.value !== undefined ? `${asked.field.name}=${asked.value}` : undefined;
}

function answered<A, S>(asked: Asked<A>, then: (answer: A) => S): Asked<S> {
  return asked && asked !== 'back' ? { value: then(asked.value) } : asked;
}

function settableFieldsOf({ record, session }: EditableRecord): readonly SettableField[] {
  const { config, index } = session.input();
  return settableFields(record, { kind: 'record', config, index, language });
}

function askField(place: StepPlace, fields: readonly SettableField[]): Promise<Asked<NamedField>> {
  const items = fields.map((own) => ({
    label: own.name,
    description: own.value,
    detail: own.field.description[language],
    value: own,
  }));
  return askChoice<NamedField>(place, vscode.l10n.t('Which field?'), items);
}

/** Asks for the value: one of its choices, several of a list, or a text that is judged as it is typed. */
async function askValue(
  target: EditableRecord,
  { name, value = '', field, choices = [], closed }: NamedField,
  place: StepPlace,
): Promise<Asked<string>> {
  const prompt = field?.description[language] ?? name;
  const write = (): Promise<Asked<string>> => {
    const problem = (text: string): string | undefined => problemOf(planOf(target, `${name}=${text}`, true));
    const example = field
      ? vscode.l10n.t('{0} Empty removes it. Example: {1}', prompt, field.example)
      : prompt;
    const note = (text: string): string | undefined => takenAs(target, `${name}=${text}`);
    return askLine(place, example, value, { problem, note });
  };
  if (choices.length === 0) return write();
  const there = value.split(', ');
  const items: Choice<string>[] = choices.map(({ value: choice, detail }) => ({
    value: choice,
    label: field?.type.kind === 'choice' ? withSpaces(choice) : choice,
    description: detail ?? '',
    picked: there.includes(choice),
  }));
  if (field?.type.kind === 'list' && there.every((own) => own === '' || choices.some((c) => c.value === own)))
    return answered(await askChoices(place, prompt, items), (several) => several.join(', '));
  const other: Choice<string> = { value: '', label: vscode.l10n.t('$(edit) Write it…'), description: '' };
  const remove: Choice<string> = {
    value: '',
    label: vscode.l10n.t('$(trash) Remove it'),
    description: value,
  };
  const all = [...items, ...(closed ? [] : [other]), ...(value === '' ? [] : [remove])];
  const offered = all.map((own) => ({ ...own, value: own }));
  const guess = offered.find(({ picked }) => picked);
  const chosen = await askChoice(place, prompt, offered, guess);
  return chosen && chosen !== 'back' && chosen.value === other
    ? write()
    : answered(chosen, (own) => own.value);
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
