import { parseRecord } from '../model/parse/parseRecord';
import type { Body } from '../model/parse/step';
import type { ValueName } from './completion';

/** The fields that name something in the text of their own record: one row a field. */
const namesByPath: { readonly [path: string]: (body: Body) => ValueName[] } = {
  'gates.section': headingStarts,
  'gates.requires': headingStarts,
  'rollback.steps_section': ({ headings }) =>
    headings.map(({ title }) => ({ value: title, kind: 'heading' })),
  'database.restore': ({ steps }) =>
    steps.flatMap(({ name, text }): ValueName[] =>
      name === undefined ? [] : [{ value: name, kind: 'value', detail: text }],
    ),
};

const number = /^\d+(?:\.\d+)*\.?(?=\s)/;

/** What a field may name in the text of its own record: headings, and steps that have a name. */
export function textNames(path: string, text: string): ValueName[] {
  const namesOf = Object.hasOwn(namesByPath, path) ? namesByPath[path] : undefined;
  const record = namesOf && parseRecord(text, { expected: true });
  const names = record ? namesOf(record.body) : [];
  const known = new Set<string>();
  return names.filter(({ value }) => value !== '' && !known.has(value) && known.add(value));
}

/** A gate names headings by how they begin: a number is enough where there is one. */
function headingStarts({ headings }: Body): ValueName[] {
  return headings.map(({ title }) => {
    return { value: number.exec(title)?.[0] ?? title, kind: 'heading', detail: title };
  });
}
