import type { Language, Localized } from '../model/text/localized';
import { fillIn } from '../model/text/localized';
import type { RuleData } from '../rules/rule';
import { optionDefault, optionKind, ruleFacts } from './ruleFacts';

const words = {
  example: { en: 'Example', es: 'Ejemplo' },
  options: { en: 'Options', es: 'Opciones' },
  messages: { en: 'Messages', es: 'Mensajes' },
  fixes: { en: 'Quick fixes', es: 'Correcciones' },
  default: { en: 'default', es: 'si no se dice' },
} as const satisfies { readonly [word: string]: Localized };

/** What the examples of the shipped pages say between their texts, in Spanish. */
const between: readonly (readonly [pattern: RegExp, spanish: string])[] = [
  [/^Wrong, in (`.*`):$/, 'Mal, en $1:'],
  [/^Wrong:$/, 'Mal:'],
  [/^Right:$/, 'Bien:'],
  [/^Beside it, (`.*`):$/, 'Al lado, $1:'],
  [/^Before the change, (`.*`) was:$/, 'Antes del cambio, $1 era:'],
  [/^The tags of the repository: /, 'Las etiquetas del repositorio: '],
  [/^Its branches: /, 'Sus ramas: '],
  [/^The ticks that have commits of their own: /, 'Las marcas con un commit propio: '],
  [/^What git says of the commits of approvals: /, 'Lo que dice git de los commits de las aprobaciones: '],
];

/**
 * The page of a rule in one language, to be read rendered.
 *
 * @param shipped the page in both languages that ships with the program; its example is taken over
 */
export function ruleText(rule: RuleData, shipped: string, language: Language): string {
  const heading = (name: keyof typeof words): string => `## ${words[name][language]}`;
  const facts = ruleFacts(rule, language).map(([label, text]) => `- **${label}**: ${text}`);
  const options = Object.entries(rule.options).map(([name, option]) => {
    const holds = `${optionKind(option, language)}; ${words.default[language]}: ${optionDefault(option, language)}`;
    return `- \`${name}\` (${holds}): ${option.description[language]}`;
  });
  const example = exampleOf(shipped, language);
  const listed = (name: 'messages' | 'fixes', texts: RuleData['messages']): string[] => {
    const items = Object.values(texts).map((text) => `- ${shown(text[language])}`);
    return items.length > 0 ? [heading(name), items.join('\n')] : [];
  };
  const blocks = [
    `# ${rule.title[language]}`,
    `\`${rule.id}\``,
    rule.explanation[language],
    facts.join('\n'),
    ...(example === '' ? [] : [heading('example'), example]),
    ...(options.length > 0 ? [heading('options'), options.join('\n')] : []),
    ...listed('messages', rule.messages),
    ...listed('fixes', rule.fixTitles),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The lines of a page's example; headings within its texts are none of the page. */
function exampleOf(shipped: string, language: Language): string {
  const lines: string[] = [];
  let [inside, fence] = [false, ''];
  for (const line of shipped.split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0] ?? '';
    if (fence === '' && line.startsWith('## ')) inside = line === '## Example';
    else if (inside) lines.push(fence === '' && mark === '' ? said(line, language) : line);
    if (mark !== '') fence = fence === '' ? mark : line === fence ? '' : fence;
  }
  return lines.join('\n').trim();
}

function said(line: string, language: Language): string {
  if (language === 'en') return line;
  return between.reduce((text, [pattern, spanish]) => text.replace(pattern, spanish), line);
}

/** A sentence with the names of what is filled in; where a number chooses, it says that there are many. */
function shown(text: string): string {
  const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  return fillIn(text, Object.fromEntries(names.map((name) => [name, `{${name}}`])));
}
