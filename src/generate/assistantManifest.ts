import { assistantTools } from '../core/assistant/assistantTools';
import { type AssistantTool, editorToolName } from '../core/assistant/toolParameter';
import { toolSchema } from '../core/assistant/toolSchema';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';

/** Where tools work at all: beside a disk, in a folder that is trusted, and where nobody chose otherwise. */
const everywhere =
  'isWorkspaceTrusted && !virtualWorkspace && (!isWeb || remoteName) && config.changebook.assistants.offer == tools';

/** The tools in the manifest of the extension, with their words in both languages. */
export function assistantManifest(read: ReadProjectFile): GeneratedFile[] {
  const tools = assistantTools(true);
  const manifest = parsed(read, 'package.json');
  const contributes = { ...(manifest.contributes as object), languageModelTools: tools.map(contribution) };
  const words = (language: 'en' | 'es'): object =>
    Object.fromEntries(
      tools.flatMap(({ name, title, about }) => [
        [`tool.${name}.title`, title[language]],
        [`tool.${name}.about`, about[language]],
      ]),
    );
  return [
    file('package.json', { ...manifest, contributes }),
    file('package.nls.json', { ...parsed(read, 'package.nls.json'), ...words('en') }),
    file('package.nls.es.json', { ...parsed(read, 'package.nls.es.json'), ...words('es') }),
  ];
}

function contribution(tool: AssistantTool): object {
  const { name, about, writes } = tool;
  return {
    name: editorToolName(name),
    displayName: `%tool.${name}.title%`,
    userDescription: `%tool.${name}.about%`,
    modelDescription: about.en,
    toolReferenceName: editorToolName(name),
    canBeReferencedInPrompt: true,
    icon: '$(book)',
    tags: ['changebook'],
    when: writes ? `${everywhere} && config.changebook.assistants.allowWrites` : everywhere,
    inputSchema: toolSchema(tool, 'en'),
  };
}

function parsed(read: ReadProjectFile, path: string): { readonly [key: string]: unknown } {
  return JSON.parse(read(path) ?? '{}') as { readonly [key: string]: unknown };
}

function file(path: string, content: object): GeneratedFile {
  return { path, content: `${JSON.stringify(content, undefined, 2)}\n` };
}
