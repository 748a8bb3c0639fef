import { noticeKindChoice } from '../core/model/vocabulary/choices';
import { audienceChoice, channelChoice } from '../core/model/vocabulary/noticeChoices';
import { builtInPartials } from '../core/notices/builtInPartials';
import { noticeKinds } from '../core/notices/noticeKinds';
import { noticeVariables } from '../core/notices/noticeValues';
import { templateFilters } from '../core/notices/templateWords';
import type { GeneratedFile } from './generatedFile';
import { bothNames, code, fenced, listed, madeBy, page, table } from './markdown';
import { choiceTable } from './valueTables';

const introduction = `\`changebook draft CHG-2026-0042 start\` drafts a notice of a change from its record, in the reader's language: that of the
record, else of its customer, else of the workspace. Nothing is ever sent: copy it, or open the mail file (\`--format eml\`) in
your mail program, and record with \`changebook notify\` that it went out. *Changebook: Preview Notice…* does the same beside the
record, as it is typed: it copies text and rich text, opens your mail program, saves mail files, and marks a notice as sent.

A notice of what has not happened yet, such as the end of a deployment that has not begun, is a preview: \`draft\` says so and
ends with 1, and the editor lets nobody copy it, send it or mark it as sent. What is not so any more is not drafted: an
announcement after a rollback, a delay once the deployment is over, any notice of a change that was cancelled or rejected.

Recipients are the customer's contacts by role, the parties and addresses of \`notify\`, for our own people the \`reviewers\`, and the addresses in
the customer's file of \`end_users\`, which are blind copies, a hundred in each mail. \`--audience\`, or the choice in the preview, sends a notice to others
than its kind is for.

A sentence whose value the record does not give is left out. A value that the notice cannot do without shows as
\`⟨missing: field⟩\` (\`⟨falta: campo⟩\`); the command then ends with 1, as it does where \`TBD\` or another placeholder would go out.`;

const templates = `A team's own template is \`.changebook/templates/<kind>.<language>.md\`: markdown with [Liquid](https://shopify.github.io/liquid/) in it, below
front matter with \`subject\` (\`asunto\`), \`channel\` (\`canal\`) and \`audience\` (\`destinatarios\`), none of which it must have. Parts that templates share are
\`_name.md\` or \`_name.<language>.md\`, written into a template by \`{% include "name" %}\`; one named as below takes the place of the part that ships.

The templates and parts that ship are files with the same names, to copy and change: [src/core/notices/templates](../src/core/notices/templates).

Templates are data. They read no file, clock or address, and they are held to limits: 20,000 characters, a third of a second, a
million items. In VS Code variables, filters and tags are completed and explained. Values come out as text, whatever stands in them; \`link\` makes a link of one (\`{{ ticket.label | link: ticket.url }}\`). What a
template names that there is not is reported where it stands, by [config/template](rules/config/template.md).

Write one sentence a line. A sentence ends with its line, or at a full stop, question or exclamation mark; what stands in a value ends none.`;

const example = `---
subject: "{{ title }} starts now"
---
Hello {{ customer }},

We begin with {{ title }}; it takes {{ duration }}.
The service will be away for {{ outage }}.

{% include "tickets" %}

{% include "signature" %}`;

/** The page about notices and their templates. */
export function noticeDocs(): GeneratedFile[] {
  const kinds = noticeKinds.map(({ name, channel, audience, required }) => {
    const [es, meaning] = noticeKindChoice.choices[name];
    return [
      bothNames(name, es),
      `${meaning.en}<br>*${meaning.es}*`,
      channel,
      audience,
      required.map(code).join(', '),
    ];
  });
  const variables = noticeVariables.map(({ name, description, parts, field, file }) => {
    const own = Object.keys(parts ?? {}).map(code);
    const of = own.length > 0 ? ` A list; each has ${listed(own)}.` : '';
    const source = file === 'config' ? 'configuration' : (file ?? 'change');
    return [code(name), `${description.en}${of}<br>*${description.es}*`, `${code(field)}, ${source}`];
  });
  const filters = Object.entries(templateFilters).map(([name, { description }]) => [
    code(name),
    `${description.en}<br>*${description.es}*`,
  ]);
  const blocks = [
    '# Notices',
    madeBy('src/core/notices and src/generate/noticeDocs.ts'),
    introduction,
    ...['## Kinds', table(['Kind', 'What it does', 'Channel', 'Audience', 'Must have'], kinds)],
    ...['## Audiences', choiceTable(audienceChoice.choices)],
    ...['## Channels', choiceTable(channelChoice.choices)],
    ...['## Your own templates', templates, fenced('liquid', example)],
    `Parts that ship: ${listed(Object.keys(builtInPartials).map(code))}.`,
    ...['## Variables', table(['Variable', 'What it is', 'Comes from'], variables)],
    '## Filters',
    'Most filters of Liquid are there; those that notices have a use for are these. What reads the clock, draws lots or makes markup is not.',
    table(['Filter', 'What it makes of a value'], filters),
  ];
  return [{ path: 'docs/notices.md', content: page(blocks) }];
}
