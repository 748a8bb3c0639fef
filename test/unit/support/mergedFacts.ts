import { strict as assert } from 'node:assert';
import { parseRecord } from '../../../src/core/model/parse/parseRecord';
import type { Facts, ModelRecord } from './mergeModel';

/** What the text of a record says, read by the parser that everything else reads it by. */
export function factsOf(text: string): Facts {
  const record = parseRecord(text);
  assert.ok(record?.type === 'change', text);
  const { data, body } = record;
  const facts: Facts = new Map();
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) return;
    assert.ok(!facts.has(name), `${name} twice in\n${text}`);
    facts.set(name, value);
  };
  const { status, title, category, assignee, schedule } = data;
  put('status', status);
  put('title', title);
  put('category', category);
  put('assignee', Array.isArray(assignee) ? assignee.join() : assignee);
  const located = record.located.fields?.schedule?.fields ?? {};
  for (const [name, { node }] of Object.entries(schedule ? located : {}))
    put(`schedule.${name}`, node.kind === 'scalar' ? node.value : undefined);
  for (const name of data.environments ?? []) if (name !== 'PRO') put(`environment ${name}`, 'there');
  for (const { name, to } of data.components ?? []) put(`component ${name}`, to);
  for (const { by } of data.approvals ?? []) put(`approval ${by}`, 'there');
  for (const { by } of data.notifications ?? []) put(`notice ${by}`, 'there');
  for (const step of body.steps) {
    const at = /^Do (\d+)/.exec(step.text)?.[1] ?? assert.fail(step.text);
    put(`step ${at}`, step.applicable ? (step.checked ? 'x' : ' ') : step.reason);
    put(`text ${at}`, step.text);
    put(`name ${at}`, step.name);
  }
  for (const [, name] of text.matchAll(/^- entry (\S+)/gm)) put(`entry ${name}`, 'there');
  for (const [, name] of text.matchAll(/^\| row (\S+) \|/gm)) put(`row ${name}`, 'there');
  for (const [, name] of text.matchAll(/^## Of (\S+)\s+By (\S+)\./gm)) put(`section ${name}`, 'there');
  return facts;
}

/** What a merge must come to: what is sure, and what a person must decide, by the places that it is asked at. */
interface Expected {
  readonly facts: Facts;
  readonly asked: ReadonlySet<string>;
}

/** What three versions of a record come to, fact by fact. */
export function expectedOf(base: ModelRecord, ours: ModelRecord, theirs: ModelRecord): Expected {
  const facts: Facts = new Map();
  const asked = new Set<string>();
  for (const name of new Set([base, ours, theirs].flatMap((record) => [...record.facts.keys()]))) {
    const [old, own, other] = [base, ours, theirs].map((record) => record.facts.get(name));
    if (old !== own && old !== other && own !== other) asked.add(placeOf(name, base));
    const value = old === own ? other : own;
    if (value !== undefined) facts.set(name, value);
  }
  // A step without a name may be another one where it reads otherwise.
  for (const [name, text] of base.facts) {
    if (!name.startsWith('text ') || base.facts.has(name.replace('text', 'name'))) continue;
    const state = name.replace('text', 'step');
    const rewords = [ours, theirs].map((record) => record.facts.get(name) !== text);
    const ticks = [ours, theirs].map((record) => record.facts.get(state) !== base.facts.get(state));
    if ((rewords[0] && ticks[1] && !rewords[1]) || (rewords[1] && ticks[0] && !rewords[0]))
      asked.add(placeOf(name, base));
  }
  return { facts, asked };
}

/** What is shown whole where a part of it is asked about: a step, a field, in one line all that it holds. */
export function placeOf(name: string, { style }: ModelRecord): string {
  const [, step] = /^(?:step|text|name) (\d+)/.exec(name) ?? [];
  if (step !== undefined) return `step ${step}`;
  if (style.flow && name.startsWith('schedule.')) return 'schedule';
  return style.flow && name.startsWith('component ') ? 'components' : name;
}

/** A merged text as one side has it: of each conflict that side's lines. */
export function sideOf(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(
    /^<{7}[^\n]*\n([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7}[^\n]*\n/gm,
    (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs),
  );
}

/** Makes sure that a merge lost nothing and asks of nothing but what both sides changed. */
export function checkMerge(text: string, base: ModelRecord, ours: ModelRecord, theirs: ModelRecord): number {
  const { facts, asked } = expectedOf(base, ours, theirs);
  const conflicts = text.match(/^<{7}/gm)?.length ?? 0;
  assert.ok(conflicts === 0 ? asked.size === 0 : asked.size >= conflicts, `${[...asked].join()}\n${text}`);
  assert.ok(asked.size === 0 || conflicts > 0, `${[...asked].join()}\n${text}`);
  for (const [side, record] of [
    ['ours', ours],
    ['theirs', theirs],
  ] as const) {
    const read = factsOf(sideOf(text, side));
    const isAsked = (name: string): boolean => asked.has(placeOf(name, base));
    for (const name of new Set([...read.keys(), ...facts.keys(), ...record.facts.keys()])) {
      const wanted = isAsked(name) ? record.facts.get(name) : facts.get(name);
      assert.equal(read.get(name), wanted, `${side}: ${name}\n${text}`);
    }
  }
  return conflicts;
}
