import { BodyText } from './bodyText';
import { changeFrontMatter, type ReleaseFacts } from './changeFrontMatter';
import type { Random } from './random';
import { anchorOf, type PlannedChange, type PlannedProcedure } from './recordPlan';
import { nameIn } from './recordWords';

/** A section of a change: its title and its blocks, which filler is added to until the record is long enough. */
interface Section {
  readonly title: string;
  readonly blocks: string[];
  /** Whether filler may follow; between a list and another one it may not. */
  readonly open: boolean;
}

/** The text of a change, about `size` bytes long. */
export function changeText(change: PlannedChange, facts: ReleaseFacts, size: number, random: Random): string {
  const head = changeFrontMatter(change, facts);
  const body = new BodyText(change.language, random, true);
  const sections = sectionsOf(change, facts, body, random);
  const top = `# ${facts.title}\n`;
  let length = Buffer.byteLength(head + top + write(sections));
  const fillable = sections.filter((section) => section.open);
  for (let misses = 0; length < size && misses < 3; ) {
    const block = body.filler(facts.to);
    const bytes = Buffer.byteLength(block) + 1;
    if (length + bytes > size + 200) misses++;
    else {
      random.pick(fillable).blocks.push(block);
      length += bytes;
    }
  }
  return `${head}${top}${write(sections)}`;
}

function write(sections: readonly Section[]): string {
  return sections.map(({ title, blocks }) => `\n## ${title}\n\n${blocks.join('\n')}`).join('');
}

function sectionsOf(change: PlannedChange, facts: ReleaseFacts, body: BodyText, random: Random): Section[] {
  const { titles, phrases } = body.words;
  const moved = facts.components.map(
    ({ name, from, to }) => `**${name}** ${phrases.goesFrom} ${from} → ${to}`,
  );
  const ids = facts.tickets.map(({ id, title }) => `${id}: ${title}`);
  const { deployment, checklist } = stepsOf(change, facts, body, random);
  const section = (title: string, blocks: string[], open = true): Section => ({ title, blocks, open });
  return [
    section(titles.summary, [body.paragraph(), `${phrases.seeRollback}\n`]),
    section(titles.components, [body.list(moved)], false),
    section(titles.impact, [`${facts.impact}.\n`, body.paragraph()]),
    section('Tickets', [body.list(ids)], false),
    section(titles.changelog, changelog(facts, body), false),
    section(titles.context, [body.paragraph(), `${phrases.outsideLink}\n`]),
    section(titles.deployment, deployment, false),
    section(titles.rollback, [`${phrases.backTo} v${facts.from}.\n`, body.commands('portal', facts.from)]),
    section(titles.tests, tests(body, random), false),
    section('Checklist', [checklist], false),
  ];
}

function changelog(facts: ReleaseFacts, body: BodyText): string[] {
  const added = facts.features.length > 0 ? [`### Added\n\n${body.list(facts.features)}`] : [];
  return [...added, `### Fixed\n\n${body.list(facts.fixes)}`];
}

function tests(body: BodyText, random: Random): string[] {
  const { titles, scenarios } = body.words;
  const part = (title: string): string => `### ${title}\n\n${body.list(random.some(scenarios, 3))}`;
  return [part(titles.progression), part(titles.regression)];
}

/** The procedure's steps as the change takes them over, one level down, and what this change needs besides. */
function stepsOf(
  change: PlannedChange,
  facts: ReleaseFacts,
  body: BodyText,
  random: Random,
): { deployment: string[]; checklist: string } {
  const { procedure, status } = change;
  const known = new Set(procedure.groups.flatMap((group) => group.steps.map((step) => step.text)));
  const taken = countSteps(procedure);
  const more = Math.max(0, random.between(10, 40) - taken);
  const own = random.some(
    body.words.steps.filter((text) => !known.has(text)),
    more,
  );
  const all = taken + own.length;
  body.tick(status === 'done' ? all : status === 'to_do' ? 0 : Math.floor(all * random.next() * 0.6));
  const first = procedure.groups[0];
  const link = `../../${procedure.file}#${anchorOf(first?.title ?? '')}`;
  const groups = procedure.groups.map((group) => body.group(group, '###'));
  const rest = own.length > 0 ? [`### ${facts.title}\n\n${body.steps(own)}`] : [];
  const intro = `${body.words.phrases.seeProcedure} [${nameIn(change.language, 'procedure')}](${link}).\n`;
  const deployment = [intro, ...groups, body.heredoc(facts.to), ...rest];
  return { deployment, checklist: body.steps(procedure.checklist) };
}

/** Steps of a procedure, its checklist included. */
export function countSteps(procedure: PlannedProcedure): number {
  const steps = procedure.groups.flatMap((group) => group.steps);
  return steps.reduce((sum, step) => sum + 1 + step.nested.length, procedure.checklist.length);
}
