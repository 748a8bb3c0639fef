import * as vscode from 'vscode';
import type { NewChangeInput } from '../../core/create/newChangeInput';
import { changeTypeChoice } from '../../core/model/vocabulary/choices';
import { choiceNamed } from '../../core/model/vocabulary/vocabulary';

/** What was given in a call of a command; what was given as `null` is left open and not asked for either. */
interface ChangeArguments {
  readonly wishes: Omit<NewChangeInput, 'procedure'>;
  readonly given: ReadonlySet<keyof NewChangeInput>;
}

const names: readonly (keyof NewChangeInput)[] = [
  ...(['language', 'title', 'changeType', 'deploymentType', 'customer'] as const),
  ...(['environments', 'start', 'duration', 'requestedBy', 'assignee'] as const),
];

/** Reads the argument of a command: an object under the names of `ChangeWishes`, in which all is optional. */
export function changeArguments(asked: unknown): ChangeArguments {
  const args = new Map(isObject(asked) ? Object.entries(asked) : []);
  const text = (name: string): string | undefined => {
    const value = args.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const [type, language, environments] = [
    text('type') ?? text('changeType'),
    text('language'),
    args.get('environments'),
  ];
  const deploymentType = Number(args.get('deploymentType'));
  return {
    wishes: {
      language: language === 'en' || language === 'es' ? language : undefined,
      changeType: type === undefined ? undefined : choiceNamed(changeTypeChoice.choices, type),
      deploymentType: [1, 2, 3, 4].includes(deploymentType) ? deploymentType : undefined,
      environments: Array.isArray(environments) ? environments.map(String) : undefined,
      title: text('title'),
      customer: text('customer'),
      start: text('start'),
      duration: text('duration'),
      requestedBy: text('requestedBy'),
      assignee: text('assignee'),
    },
    given: new Set(names.filter((name) => args.get(name) !== undefined)),
  };
}

/** The procedure that a call names: its address or id, alone or among other things. */
export function procedureArgument(asked: unknown): unknown {
  if (asked instanceof vscode.Uri || typeof asked === 'string') return asked;
  return isObject(asked) && 'procedure' in asked ? (asked.procedure ?? undefined) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof vscode.Uri);
}
