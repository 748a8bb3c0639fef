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
import { recordTypes } from '../core/model/vocabulary/vocabulary';
import { approvals, waivers } from './approvalText';
import { FieldTables } from './fieldTables';
import * as prose from './formatText';
import type { GeneratedFile } from './generatedFile';
import { code, madeBy, page, table } from './markdown';
import { choiceTable, valuesHeading, valueTables } from './valueTables';

/** The page that describes the record format to its users. */
export function formatDocs(): GeneratedFile[] {
  const tables = new FieldTables(valuesHeading);
  const blocks = [
    '# The record format',
    madeBy('src/core/model/vocabulary and src/generate/formatText.ts'),
    prose.introduction,
    prose.smallest,
    ...foundations(),
    ...recordParts(tables),
    ...['## States', ...states(), ...body()],
    ...['## Days and times', prose.times, '## Versions', prose.versions],
    ...configurationParts(tables),
    ...['## Values and their meanings', ...valueTables(3)],
    ...['## Limits', prose.limits, '## Where you might wonder', prose.silent],
    ...['## In other editors', prose.editors],
  ];
  return [{ path: 'docs/format.md', content: page(blocks) }];
}

function foundations(): string[] {
  const rows = Object.entries(recordTypeChoice.choices).map(([type, [es, meaning]]) => {
    const prefix = Object.entries(recordTypes).find(([name]) => name === type)?.[1].prefix ?? '';
    return [code(type), code(es), code(`${prefix}-…`), `${meaning.en}<br>*${meaning.es}*`];
  });
  return [
    ...['## Where records are', prose.workspace],
    ...['## Types and ids', table(['Type', 'Spanish', 'Id', 'What it is'], rows), prose.ids],
    ...['## Two languages', prose.languages],
  ];
}

function recordParts(tables: FieldTables): string[] {
  const { procedure, change, ticket } = recordTypes;
  return [
    ...['## Fields of every record', ...tables.blocks(commonFields, 3), waivers],
    ...['## Fields of a procedure', prose.procedure, ...tables.blocks(own(procedure.fields), 3)],
    ...['## Fields of a change', prose.change, ...tables.blocks(own(change.fields), 3)],
    ...['## Fields of a ticket', prose.ticket, ...tables.blocks(own(ticket.fields), 3)],
  ];
}

/** Fields that a record type has besides those of every record. */
function own(fields: FieldTable): FieldTable {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(commonFields, name)));
}

function states(): string[] {
  return [
    ...[`### ${valuesHeading(changeStatusChoice.choices)}`, prose.changeStates],
    ...[choiceTable(changeStatusChoice.choices), prose.changeMoves],
    ...[`### ${valuesHeading(ticketStatusChoice.choices)}`, prose.ticketStates],
    choiceTable(ticketStatusChoice.choices),
  ];
}

function body(): string[] {
  const titles = (sections: { readonly [name: string]: Localized }, mark: string) =>
    Object.entries(sections).map(([name, { en, es }]) => {
      const others = sectionSynonyms[name as SectionName];
      return [`${code(`${mark} ${en}`)}<br>${others.en}`, `${code(`${mark} ${es}`)}<br>${others.es}`];
    });
  const rows = Object.entries(changeSections).flatMap(([name, title]) => [
    ...titles({ [name]: title }, '##'),
    ...(name === 'tests' ? titles(testSections, '###') : []),
  ]);
  return [
    ...['## Sections of a change', prose.sections, table(['English', 'Spanish'], rows), prose.moreSections],
    ...['## Steps', prose.steps],
    ...['## Approvals and risk', approvals],
  ];
}

function configurationParts(tables: FieldTables): string[] {
  return [
    ...['## Configuration', prose.configuration],
    ...['### `.changebook/config.yaml`', prose.configText],
    ...tables.blocks(configFields, 4, ' of the configuration'),
    ...['### Production', prose.productionText],
    ...['### `.changebook/customers/<key>.yaml`', prose.customerText],
    ...tables.blocks(customerFields, 4, ' of a customer'),
  ];
}
