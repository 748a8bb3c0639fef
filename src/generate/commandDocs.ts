import { commandGroups, firstCommands } from '../cli/commandGroups';
import type { Command, CommandOption } from '../cli/support/command';
import type { Localized } from '../core/model/text/localized';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, fenced, listed, table } from './markdown';

/** `docs/command-line.md`, with every command as its help shows it. */
export async function commandDocs(read: ReadProjectFile): Promise<GeneratedFile[]> {
  const groups = await Promise.all(
    commandGroups.map(async ({ title, commands }) => {
      const loaded = await Promise.all(Object.values(commands).map((load) => load()));
      return [`## ${title.en}`, ...loaded.flatMap(commandBlocks)].join('\n\n');
    }),
  );
  const first = listed(firstCommands.map((name) => `[${name}](#${name})`));
  const places = { 'first commands': first, commands: groups.join('\n\n') };
  return [filledPage(read, 'command-line.md', 'src/cli', places)];
}

function commandBlocks({ name, usage, summary, options, examples }: Command): string[] {
  const rows = Object.entries(options).map(([option, of]) => [optionCell(option, of), bothTexts(of.help)]);
  return [
    `### ${name}`,
    `${code(usage)}<br>${bothTexts(summary)}`,
    ...(rows.length > 0 ? [table(['Option', 'What it does'], rows)] : []),
    fenced('sh', examples.join('\n')),
  ];
}

/** An option with what stands for its value, which may differ by language. */
function optionCell(name: string, { short, value }: CommandOption): string {
  const flag = short ? `-${short}, --${name}` : `--${name}`;
  if (value === undefined) return code(flag);
  const { en, es } = typeof value === 'string' ? { en: value, es: value } : value;
  return en === es ? code(`${flag} ${en}`) : `${code(`${flag} ${en}`)}<br>${code(`${flag} ${es}`)}`;
}

function bothTexts({ en, es }: Localized): string {
  return `${en}<br>*${es}*`;
}
