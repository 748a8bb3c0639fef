import { assistantPrompts } from '../core/assistant/assistantPrompts';
import { assistantTools } from '../core/assistant/assistantTools';
import type { AssistantTool, ToolParameter } from '../core/assistant/toolParameter';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, listed, table } from './markdown';

/** `docs/assistants.md`: what an assistant may ask for. */
export function assistantDocs(read: ReadProjectFile): GeneratedFile[] {
  const all = assistantTools(true);
  const places = {
    'reading tools': toolTable(all.filter(({ writes }) => !writes)),
    'writing tools': toolTable(all.filter(({ writes }) => writes)),
    prompts: table(
      ['Prompt', 'What it is for', 'Takes'],
      assistantPrompts.map(({ name, about, parameters }) => [
        code(name),
        `${about.en}<br>*${about.es}*`,
        takes(parameters),
      ]),
    ),
  };
  return [filledPage(read, 'assistants.md', 'src/core/assistant', places)];
}

function toolTable(tools: readonly AssistantTool[]): string {
  const rows = tools.map(({ name, about, parameters }) => [
    code(name),
    `${about.en}<br>*${about.es}*`,
    takes(parameters),
  ]);
  return table(['Tool', 'What it does', 'Takes'], rows);
}

function takes(parameters: { readonly [name: string]: ToolParameter }): string {
  const names = Object.entries(parameters).map(([name, { required }]) =>
    required ? `**${code(name)}**` : code(name),
  );
  return listed(names);
}
