import type { Localized } from '../model/text/localized';

/** What a tool takes under one name. */
export interface ToolParameter {
  readonly type: 'text' | 'number' | 'flag' | 'texts' | 'object';
  readonly about: Localized;
  readonly required?: true;
  /** The only texts that it takes. */
  readonly oneOf?: readonly string[];
  /** It names a record or a file of the workspace: nothing outside of it, and no option. */
  readonly names?: true;
  /** Longest that a text may be; 2,000 characters unless this says otherwise. */
  readonly most?: number;
}

/** Values that were found to be what a tool takes. */
export type ToolInput = { readonly [name: string]: unknown };

/** A call of the command line that answers a tool. */
export interface ToolCall {
  readonly args: readonly string[];
  /** What it reads from standard input. */
  readonly input?: string;
}

/**
 * One thing that an assistant may ask for. Each is a call of the command line, which says the same to everybody: there is
 * no second way in which something is read, judged or committed.
 */
export interface AssistantTool {
  readonly name: string;
  readonly title: Localized;
  readonly about: Localized;
  readonly parameters: { readonly [name: string]: ToolParameter };
  /** It changes the workspace: only where whoever started the server allows that. */
  readonly writes?: true;
  /** Called again with the same words it would do the same once more. */
  readonly repeats?: true;
  /** Why it is not done at all, with what it is called with. */
  refuses?(input: ToolInput): Localized | undefined;
  /** Why an answer is kept back, with what the command line said. */
  keepsBack?(answer: unknown): Localized | undefined;
  call(input: ToolInput): ToolCall | WantedRule;
}

/** A rule whose page answers a tool: it comes with the program. */
interface WantedRule {
  readonly rule: string;
}

/** What a tool is called in an editor, where those of others have names, too. */
export function editorToolName(name: string): string {
  return `changebook_${name}`;
}

/** A parameter that is a text. */
export function text(en: string, es: string, more: Partial<ToolParameter> = {}): ToolParameter {
  return { type: 'text', about: { en, es }, ...more };
}

/** A parameter that is true or not there. */
export function flag(en: string, es: string): ToolParameter {
  return { type: 'flag', about: { en, es } };
}

/** An option of a call in one word, so that no value is ever taken for an option. */
export function option(name: string, value: unknown): string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [`--${name}`];
  return [`--${name}=${Array.isArray(value) ? value.join(',') : String(value)}`];
}

/** The options of a call that are there, by their names in the input; `_` stands for `-`. */
export function options(input: ToolInput, names: readonly string[]): string[] {
  return names.flatMap((name) => option(name.replaceAll('_', '-'), input[name]));
}
