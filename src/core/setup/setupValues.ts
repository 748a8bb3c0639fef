import { flowText, scalarText } from '../edits/setFields';
import { withoutControlCharacters } from '../model/text/controlCharacters';
import { plainName } from '../model/text/plainName';
import { ownCommands, ownName } from './ownCommands';
import type { SetupAnswers } from './setupAnswers';
import type { Author, SetupFacts } from './setupFacts';

/**
 * What the texts of a profile may name as `{name}`. Each value is a piece of YAML where the configuration names it, and
 * plain text in a procedure.
 */
export interface SetupValues {
  /** `en` or `es`. */
  readonly language: string;
  /** An IANA name such as `Europe/Madrid`. */
  readonly timezone: string;
  /** `ES`; undefined where nothing tells which country it is. */
  readonly country: string | undefined;
  /** Who approves, as rows of `people`, each on a line of its own with two blanks in front: `people:{people}`. */
  readonly people: string | undefined;
  /** The names of the same people as a list: `[Ana Gil, Bruno Salas]`. */
  readonly approvers: string | undefined;
  /** Globs of the records as a list; undefined where every record may be told by its `type`. */
  readonly records: string | undefined;
  /** The repository's own name: of its package, else of its folder. */
  readonly name: string;
  /** Today, such as `2026-11-24`. */
  readonly today: string;
  /** Who sets the folder up, the owner of its procedures; undefined where git does not know. */
  readonly owner: string | undefined;
  /** The address by which people reach the team: that of who sets the folder up, until somebody knows better. */
  readonly contact?: string | undefined;
  /** The repository's own command behind a step, such as a colon and `npm test` in backquotes; empty without one. */
  readonly test: string;
  readonly build: string;
  readonly deploy: string;
}

/** The values of what is known and was answered. */
export function setupValues(
  facts: SetupFacts,
  answers: SetupAnswers,
  records: readonly string[] | undefined,
): SetupValues {
  const { language, timezone, country } = answers;
  const commands = ownCommands(facts);
  const people = answers.approvers.map(({ name, address }) => ({
    name: withoutControlCharacters(name).trim(),
    address,
  }));
  const step = (command: string | undefined): string => (command ? `: \`${command}\`` : '');
  return {
    language,
    timezone,
    country,
    people: rowsOf(
      people.filter(({ name }) => name !== ''),
      language === 'es' ? ['nombre', 'direcciones'] : ['name', 'addresses'],
    ),
    approvers:
      people.length > 0 ? `[${people.map((one) => flowText(calledBy(one, people))).join(', ')}]` : undefined,
    records: records && `[${records.map((glob) => JSON.stringify(glob)).join(', ')}]`,
    name: ownName(facts),
    today: facts.today,
    owner: facts.me && scalarText(withoutControlCharacters(facts.me.name).trim()),
    contact: facts.me && flowText(facts.me.address),
    test: step(commands.test),
    build: step(commands.build),
    deploy: step(commands.deploy),
  };
}

function rowsOf(
  people: readonly Author[],
  [name = '', addresses = '']: readonly string[],
): string | undefined {
  if (people.length === 0) return undefined;
  return people
    .map((one) => `\n  - { ${name}: ${flowText(one.name)}, ${addresses}: [${flowText(one.address)}] }`)
    .join('');
}

/** By name, unless two people share it or none is known. */
function calledBy({ name, address }: Author, people: readonly Author[]): string {
  const alike = people.filter((other) => plainName(other.name) === plainName(name));
  return name === '' || alike.length > 1 ? address : name;
}
