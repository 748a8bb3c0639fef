import type { Random } from '../../bench/records/random';

/** One thing that a record says, by what it is about: what people change independently of each other. */
export type Facts = Map<string, string>;

/** How a record is written; both sides keep to it. */
interface Style {
  readonly flow: boolean;
  readonly eol: string;
  readonly spanish: boolean;
}

/** A record as what it says, and how. */
export interface ModelRecord {
  readonly facts: Facts;
  readonly style: Style;
}

const scalars = ['status', 'title', 'category', 'assignee'];
const spanish: { readonly [name: string]: string } = {
  status: 'estado',
  title: 'titulo',
  category: 'categoria',
  assignee: 'ejecutor',
};
const parts = ['schedule.start', 'schedule.duration', 'schedule.outage'];
const environments = ['UAT', 'QA', 'DES', 'INT'];
const components = ['core', 'web', 'db'];
export const stepCount = 8;

/** A record with all of its steps open, and with some of what it may have. */
export function randomModel(random: Random): ModelRecord {
  const facts: Facts = new Map();
  for (const name of scalars) if (random.chance(0.7)) facts.set(name, `old ${name}`);
  for (const name of parts) if (random.chance(0.7)) facts.set(name, timeOf(name, 0));
  for (const name of random.some(environments, random.between(0, 2)))
    facts.set(`environment ${name}`, 'there');
  for (const name of random.some(components, random.between(0, 2))) facts.set(`component ${name}`, '1.0');
  for (let at = random.between(0, 2); at > 0; at--) facts.set(`approval old-${at}`, 'there');
  for (let at = random.between(0, 2); at > 0; at--) facts.set(`notice old-${at}`, 'there');
  for (let at = random.between(0, 2); at > 0; at--) facts.set(`entry old-${at}`, 'there');
  for (let at = random.between(0, 2); at > 0; at--) facts.set(`row old-${at}`, 'there');
  for (let at = 0; at < stepCount; at++) {
    facts.set(`step ${at}`, ' ');
    facts.set(`text ${at}`, `Do ${at}`);
    if (random.chance(0.2)) facts.set(`name ${at}`, `step-${at}`);
  }
  const style = {
    flow: random.chance(0.5),
    eol: random.chance(0.2) ? '\r\n' : '\n',
    spanish: random.chance(0.3),
  };
  return { facts, style };
}

/** The same record after some edits of one person, who works on a few steps beside each other. */
export function editedModel({ facts, style }: ModelRecord, who: string, random: Random): ModelRecord {
  const edited = new Map(facts);
  const near = random.between(0, stepCount - 3);
  for (let edits = random.between(1, 6); edits > 0; edits--) edit(edited, who, near, random);
  return { facts: edited, style };
}

function edit(facts: Facts, who: string, near: number, random: Random): void {
  const one = `${who}-${random.between(1, 99)}`;
  const step = near + random.between(0, 2);
  const field = random.pick(scalars);
  const part = random.pick(parts);
  const edits: readonly (() => void)[] = [
    ...Array.from({ length: 6 }, () => () => tick(facts, step, random.chance(0.7) ? 'x' : `because ${who}`)),
    () => facts.set(`text ${step}`, `Do ${step} as ${who} says`),
    () => facts.set(field, random.chance(0.3) ? `new ${field}` : `${field} of ${who}`),
    () => facts.delete(field),
    () => facts.set(part, timeOf(part, random.between(1, 3))),
    () => facts.set(`environment ${random.pick(environments)}`, 'there'),
    () => facts.delete(`environment ${random.pick(environments)}`),
    () => facts.set(`component ${random.pick(components)}`, `2.${random.between(0, 2)}`),
    () => facts.set(`approval ${one}`, 'there'),
    () => facts.set(`notice ${one}`, 'there'),
    () => facts.set(`entry ${one}`, 'there'),
    () => facts.set(`row ${one}`, 'there'),
    () => facts.set(`section ${who}`, 'there'),
  ];
  random.pick(edits)();
}

function tick(facts: Facts, step: number, to: string): void {
  facts.set(`step ${step}`, facts.get(`step ${step}`) === ' ' ? to : ' ');
}

function timeOf(part: string, value: number): string {
  return part === 'schedule.start' ? `2026-12-0${value + 1} 22:00` : `${value + 1}h`;
}

/** The record as text. */
export function writtenModel({ facts, style }: ModelRecord): string {
  const key = (name: string): string => (style.spanish ? (spanish[name] ?? name) : name);
  const own = (prefix: string): string[] =>
    [...facts.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const lines = ['---', 'id: CHG-2026-0001', 'type: change'];
  for (const name of scalars) if (facts.has(name)) lines.push(`${key(name)}: ${facts.get(name)}`);
  const times = own('schedule.').sort();
  const timed = times.map((name) => `${name}: ${facts.get(`schedule.${name}`)}`);
  if (timed.length > 0) lines.push(...mapping('schedule', timed, style));
  lines.push(...list('environments', ['PRO', ...own('environment ')], style));
  lines.push(
    ...list(
      'components',
      own('component ').map((name) => `{ name: ${name}, to: "${facts.get(`component ${name}`)}" }`),
      style,
    ),
    ...list(
      'approvals',
      own('approval ').map((by) => `{ role: peer, by: ${by} }`),
      style,
    ),
    ...list(
      'notifications',
      own('notice ').map((by) => `{ kind: start, by: ${by} }`),
      style,
    ),
    '---',
    '# A change',
    '',
    '## Deployment',
    '',
  );
  for (let at = 0; at < stepCount; at++) lines.push(stepLine(facts, at));
  lines.push('', '## Changelog', '', '- begun');
  for (const name of own('entry ')) lines.push(`- entry ${name}`);
  lines.push('', '| who |', '| --- |', '| nobody |');
  for (const name of own('row ')) lines.push(`| row ${name} |`);
  for (const name of own('section ')) lines.push('', `## Of ${name}`, '', `By ${name}.`);
  return `${lines.join(style.eol)}${style.eol}`;
}

function mapping(name: string, entries: readonly string[], { flow }: Style): string[] {
  return flow
    ? [`${name}: { ${entries.join(', ')} }`]
    : [`${name}:`, ...entries.map((entry) => `  ${entry}`)];
}

function list(name: string, items: readonly string[], { flow }: Style): string[] {
  if (items.length === 0) return [];
  return flow ? [`${name}: [${items.join(', ')}]`] : [`${name}:`, ...items.map((item) => `  - ${item}`)];
}

function stepLine(facts: Facts, at: number): string {
  const [state = ' ', text] = [facts.get(`step ${at}`), facts.get(`text ${at}`)];
  const name = facts.get(`name ${at}`);
  const comment = name === undefined ? '' : ` <!-- step: ${name} -->`;
  const isMark = state.length > 1;
  return `- [${isMark ? 'x' : state}] ${isMark ? `~~${text}~~ (n/a: ${state})` : text}${comment}`;
}
