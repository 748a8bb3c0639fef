import type { Language } from '../../core/model/text/localized';
import { commandGroups, firstCommands } from '../commandGroups';
import { type Command, commonOptions } from './command';
import { helpWords, namesIn } from './helpWords';

/** What `changebook --help` says: the commands in groups, those that one needs first on top. */
export async function help(language: Language): Promise<string> {
  const words = helpWords[language];
  const known = new Map<string, Command>();
  for (const { commands } of commandGroups)
    for (const [name, load] of Object.entries(commands)) known.set(name, await load());
  const first = firstCommands.flatMap((name) => known.get(name) ?? []);
  const rowOf = ({ usage, summary }: Command): string => row(usage, summary[language], language);
  return [
    words.about,
    '',
    words.first,
    ...first.map(rowOf),
    ...commandGroups.flatMap(({ title, commands }) => [
      '',
      `${title[language]}:`,
      ...Object.keys(commands)
        .flatMap((name) => known.get(name) ?? [])
        .map(rowOf),
    ]),
    '',
    row('changebook <command> --help', words.commandHelp, language),
    '  changebook --version',
    '',
    words.examples,
    ...first.flatMap(({ examples }) => examples.slice(0, 1)).map((example) => `  ${example}`),
    '',
    words.exitCode,
    '',
  ].join('\n');
}

function row(usage: string, meaning: string, language: Language): string {
  return `  ${namesIn(usage, language).padEnd(34)} ${meaning}`;
}

/** What `changebook <command> --help` says. */
export function commandHelp(command: Command, language: Language): string {
  const words = helpWords[language];
  const rows = Object.entries({ ...command.options, ...commonOptions }).map(([name, option]) => {
    const names = option.short ? `-${option.short}, --${name}` : `--${name}`;
    const { value } = option;
    const shown = typeof value === 'string' ? namesIn(value, language) : value?.[language];
    const flag = shown ? `${names} ${shown}` : names;
    return `  ${flag.padEnd(26)} ${option.help[language]}`;
  });
  return [
    `${words.usage} ${namesIn(command.usage, language)} ${words.someOptions}`,
    '',
    command.summary[language],
    '',
    words.options,
    ...rows,
    '',
    words.examples,
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
