import { hintArgs, nearestName } from '../model/parse/nearest';
import { argsIn, fillIn, type Localized, localized, type MessageArgs } from '../model/text/localized';
import { readingTools } from './readingTools';
import type { AssistantTool } from './toolParameter';
import { writingTools } from './writingTools';

/** What people do themselves: no tool does it for them. */
export const forPeople: readonly string[] = ['approve', 'agree', 'waive', 'accept_risk'];

const texts = {
  forPeople: {
    en: '“{name}” is for people: no tool does it. A person does, in the editor or with changebook {command}.',
    es: '«{name}» es cosa de personas: ninguna herramienta lo hace. Lo hace una persona, en el editor o con changebook {command}.',
  },
  onlyReads: {
    en: '“{name}” writes, and this server only reads: whoever starts it with --allow-writes allows that.',
    es: '«{name}» escribe, y este servidor solo lee: lo permite quien lo inicia con --allow-writes.',
  },
  unknown: {
    en: 'There is no tool “{name}”.{hint}',
    es: 'No existe la herramienta «{name}».{hint}',
  },
} as const satisfies { [name: string]: Localized };

/** The tools that are offered; those that write only where that is allowed. */
export function assistantTools(allowsWrites: boolean): readonly AssistantTool[] {
  return allowsWrites ? [...readingTools, ...writingTools] : readingTools;
}

/** The tool of a name, or why there is none. */
export function toolNamed(
  name: string,
  allowsWrites: boolean,
): { readonly tool: AssistantTool } | { readonly wrong: Localized } {
  const offered = assistantTools(allowsWrites);
  const tool = offered.find((candidate) => candidate.name === name);
  if (tool) return { tool };
  const shown = { name: name.slice(0, 60) };
  if (forPeople.includes(name.replaceAll('-', '_')))
    return { wrong: said('forPeople', { ...shown, command: name.replaceAll('_', '-') }) };
  if (writingTools.some((writing) => writing.name === name)) return { wrong: said('onlyReads', shown) };
  const nearest = nearestName(
    name,
    offered.map((candidate) => candidate.name),
  );
  return { wrong: said('unknown', { ...shown, ...hintArgs(nearest) }) };
}

function said(id: keyof typeof texts, args: MessageArgs): Localized {
  return localized((language) => fillIn(texts[id][language], argsIn(language, { hint: '', ...args })));
}
