import type { Language } from '../model/text/localized';
import type { AssistantTool, ToolParameter } from './toolParameter';

/** The JSON Schema of one argument. */
type ParameterSchema = {
  type: string;
  description?: string;
  minimum?: number;
  items?: { type: string };
  enum?: string[];
};

/** The JSON Schema of what a tool takes. */
export type ToolSchema = {
  type: 'object';
  properties: { [name: string]: ParameterSchema };
  required: string[];
  additionalProperties: false;
};

const types: { readonly [type in ToolParameter['type']]: ParameterSchema } = {
  text: { type: 'string' },
  number: { type: 'integer', minimum: 0 },
  flag: { type: 'boolean' },
  texts: { type: 'array', items: { type: 'string' } },
  object: { type: 'object' },
};

/** Describes to a model what a tool takes. */
export function toolSchema({ parameters }: AssistantTool, language: Language): ToolSchema {
  const rows = Object.entries(parameters);
  return {
    type: 'object',
    properties: Object.fromEntries(
      rows.map(([name, { type, about, oneOf }]) => [
        name,
        { ...types[type], description: about[language], ...(oneOf && { enum: [...oneOf] }) },
      ]),
    ),
    required: rows.flatMap(([name, { required }]) => (required ? [name] : [])),
    additionalProperties: false,
  };
}
