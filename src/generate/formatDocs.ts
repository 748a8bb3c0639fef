import { negatingWords, productionWords } from '../core/config/environments';
import { longestText } from '../core/model/parse/longestText';
import { configLimits, yamlLimits } from '../core/model/parse/yamlLimits';
import type { Localized } from '../core/model/text/localized';
import { changeStatusChoice, recordTypeChoice, ticketStatusChoice } from '../core/model/vocabulary/choices';
import { commonFields } from '../core/model/vocabulary/commonFields';
import { configFields, customerFields } from '../core/model/vocabulary/configFields';
import type { FieldTable } from '../core/model/vocabulary/fieldType';
import {
  changeSections,
  type SectionName,
  sectionSynonyms,
  testSections,
} from '../core/model/vocabulary/sections';
import { stepWords } from '../core/model/vocabulary/stepWords';
import { recordTypes } from '../core/model/vocabulary/vocabulary';
import { FieldTables } from './fieldTables';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { code, table } from './markdown';
import { choiceTable, valuesHeading, valueTables } from './valueTables';

/** The page that describes the record format to its users. */
export function formatDocs(read: ReadProjectFile): GeneratedFile[] {
  const places = { ...recordTables(), ...configurationWords(), ...limits() };
  return [filledPage(read, 'format.md', 'src/core/model/vocabulary', places)];
}

function recordTables() {
  const tables = new FieldTables(valuesHeading);
  const fields = (fields: FieldTable, level: number, where?: string): string =>
    tables.blocks(fields, level, where).join('\n\n');
  const { procedure, change, ticket } = recordTypes;
  return {
    types: typeTable(),
    // In the order of the page: what two places share is listed at the first one.
    'common fields': fields(commonFields, 3),
    'procedure fields': fields(own(procedure.fields), 3),
    'change fields': fields(own(change.fields), 3),
    'ticket fields': fields(own(ticket.fields), 3),
    'change states': choiceTable(changeStatusChoice.choices),
    'ticket states': choiceTable(ticketStatusChoice.choices),
    sections: sectionTable(),
    'step words': stepWordTable(),
    'configuration fields': fields(configFields, 4, ' of the configuration'),
    'customer fields': fields(customerFields, 4, ' of a customer'),
    values: valueTables(3).join('\n\n'),
  };
}

function typeTable(): string {
  const rows = Object.entries(recordTypeChoice.choices).map(([type, [es, meaning]]) => {
    const prefix = Object.entries(recordTypes).find(([name]) => name === type)?.[1].prefix ?? '';
    return [code(type), code(es), code(`${prefix}-…`), `${meaning.en}<br>*${meaning.es}*`];
  });
  return table(['Type', 'Spanish', 'Id', 'What it is'], rows);
}

/** Fields that a record type has besides those of every record. */
function own(fields: FieldTable): FieldTable {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(commonFields, name)));
}

function sectionTable(): string {
  const titles = (sections: { readonly [name: string]: Localized }, mark: string) =>
    Object.entries(sections).map(([name, { en, es }]) => {
      const others = sectionSynonyms[name as SectionName];
      return [`${code(`${mark} ${en}`)}<br>${others.en}`, `${code(`${mark} ${es}`)}<br>${others.es}`];
    });
  const rows = Object.entries(changeSections).flatMap(([name, title]) => [
    ...titles({ [name]: title }, '##'),
    ...(name === 'tests' ? titles(testSections, '###') : []),
  ]);
  return table(['English', 'Spanish'], rows);
}

function stepWordTable(): string {
  const rows = Object.entries(stepWords).map(([name, { es, description, example }]) => {
    return [code(name), code(es), code(example.en), `${description.en}<br>*${description.es}*`];
  });
  return table(['Word', 'Spanish', 'Example', 'What it says'], rows);
}

function configurationWords() {
  return {
    'production words': productionWords.map(code).join(', '),
    'words before them': negatingWords.map(code).join(', '),
  };
}

function limits() {
  return {
    'record KB': `${yamlLimits.bytes / 1024}`,
    'configuration KB': `${configLimits.bytes / 1024}`,
    depth: `${yamlLimits.depth}`,
    'record values': yamlLimits.nodes.toLocaleString('en'),
    'configuration values': configLimits.nodes.toLocaleString('en'),
    'longest record': `${longestText / 1_000_000}`,
  };
}
