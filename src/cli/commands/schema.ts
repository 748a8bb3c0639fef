import { ownFields, recordFields } from '../../core/config/ownFields';
import { schemaText } from '../../core/language/jsonSchema/jsonSchema';
import { answersSchema, recordSchema } from '../../core/language/jsonSchema/recordSchema';
import { recordTypeNamed } from '../../core/model/vocabulary/vocabulary';
import { loadConfig } from '../../node/loadConfig';
import { workspaceRootOf } from '../../node/workspaceRoot';
import { type Call, type Command, wrongCall } from '../support/command';
import type { ExitCode } from '../support/io';
import { outputOption } from '../support/usualOptions';
import { writeOutput } from '../support/writeOutput';

/** `changebook schema`: what other editors and scripts check front matter by. */
export const schema: Command = {
  name: 'schema',
  usage: 'changebook schema <record-type|answers>',
  summary: {
    en: 'Prints the JSON Schema of the front matter of a procedure, change or ticket, or of the answers to `new`, with the fields that this workspace declares as its own.',
    es: 'Muestra el JSON Schema del front matter de un procedimiento, cambio o incidencia, o de las respuestas a `new`, con los campos propios que declara este espacio de trabajo.',
  },
  options: { output: outputOption },
  examples: ['changebook schema change', 'changebook schema change -o .vscode/change.schema.json'],
  run: printSchema,
};

async function printSchema(call: Call): Promise<ExitCode> {
  const [name = '', ...more] = call.paths;
  const type = recordTypeNamed(name);
  const ofAnswers = name === 'answers' || name === 'respuestas';
  if (more.length > 0 || (!type && !ofAnswers)) throw wrongCall('whichSchema');
  const { config } = loadConfig(workspaceRootOf(call.io.cwd));
  const made = type ? recordSchema(type, recordFields(type, config)) : answersSchema(ownFields(config));
  writeOutput(call, call.language(config.data.language), schemaText(made));
  return 0;
}
