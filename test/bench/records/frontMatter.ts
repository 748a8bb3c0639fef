import type { Language } from '../../../src/core/model/text/localized';
import { nameIn } from './recordWords';

/** A value as YAML has it: ready text, a list, or a mapping whose keys are canonical names. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** Writes front matter as people do: blocks at the top, flow style for what is small, in one language's names. */
export class FrontMatter {
  private readonly lines: string[] = [];

  constructor(private readonly language: Language) {}

  /** A key with a value on its line; nothing is written without a value. */
  add(key: string, value: YamlValue | undefined, comment = ''): this {
    if (value === undefined) return this;
    const behind = comment === '' ? '' : `   # ${comment}`;
    this.lines.push(`${this.name(key)}: ${this.flow(value)}${behind}`);
    return this;
  }

  /** A key with a list or a mapping below it, one part on each line. */
  block(key: string, value: readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }): this {
    const items = isList(value);
    const parts = items ? value.map((item) => `- ${this.flow(item)}`) : this.pairs(value);
    if (parts.length > 0) this.lines.push(`${this.name(key)}:`, ...parts.map((part) => `  ${part}`));
    return this;
  }

  /** A closed value in the language. */
  word(value: string): string {
    return nameIn(this.language, value);
  }

  toString(): string {
    return `---\n${this.lines.join('\n')}\n---\n`;
  }

  private flow(value: YamlValue): string {
    if (typeof value === 'string') return value;
    if (isList(value)) return `[${value.map((item) => this.flow(item)).join(', ')}]`;
    return `{ ${this.pairs(value).join(', ')} }`;
  }

  private pairs(value: { readonly [key: string]: YamlValue | undefined }): string[] {
    return Object.entries(value).flatMap(([key, part]) =>
      part === undefined ? [] : [`${this.name(key)}: ${this.flow(part)}`],
    );
  }

  private name(key: string): string {
    return nameIn(this.language, key);
  }
}

function isList(value: YamlValue | object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** A text in double quotes: versions, which must not be read as numbers. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A text as it is, or in quotes where flow style would end it early. */
export function flowText(text: string): string {
  return /[,[\]{}#:]/.test(text) ? quoted(text) : text;
}
