import { noticeKindChoice } from '../core/model/vocabulary/choices';
import { audienceChoice, channelChoice } from '../core/model/vocabulary/noticeChoices';
import { builtInPartials } from '../core/notices/builtInPartials';
import { noticeKinds } from '../core/notices/noticeKinds';
import { noticeVariables } from '../core/notices/noticeValues';
import { templateFilters } from '../core/notices/templateWords';
import { filledPage } from './filledPage';
import type { GeneratedFile, ReadProjectFile } from './generatedFile';
import { bothNames, code, listed, table } from './markdown';
import { choiceTable } from './valueTables';

/** The page about notices and their templates. */
export function noticeDocs(read: ReadProjectFile): GeneratedFile[] {
  const places = {
    kinds: kindTable(),
    audiences: choiceTable(audienceChoice.choices),
    channels: choiceTable(channelChoice.choices),
    parts: listed(Object.keys(builtInPartials).map(code)),
    variables: variableTable(),
    filters: filterTable(),
  };
  return [filledPage(read, 'notices.md', 'src/core/notices', places)];
}

function kindTable(): string {
  const rows = noticeKinds.map(({ name, channel, audience, required }) => {
    const [es, meaning] = noticeKindChoice.choices[name];
    return [
      bothNames(name, es),
      `${meaning.en}<br>*${meaning.es}*`,
      channel,
      audience,
      required.map(code).join(', '),
    ];
  });
  return table(['Kind', 'What it does', 'Channel', 'Audience', 'Must have'], rows);
}

function variableTable(): string {
  const rows = noticeVariables.map(({ name, description, parts, field, file }) => {
    const own = Object.keys(parts ?? {}).map(code);
    const of = own.length > 0 ? ` A list; each has ${listed(own)}.` : '';
    const source = file === 'config' ? 'configuration' : (file ?? 'change');
    return [code(name), `${description.en}${of}<br>*${description.es}*`, `${code(field)}, ${source}`];
  });
  return table(['Variable', 'What it is', 'Comes from'], rows);
}

function filterTable(): string {
  const rows = Object.entries(templateFilters).map(([name, { description }]) => [
    code(name),
    `${description.en}<br>*${description.es}*`,
  ]);
  return table(['Filter', 'What it makes of a value'], rows);
}
