import { changeFields } from '../model/vocabulary/changeFields';
import { frontMatterText } from './frontMatterText';
import type { NewChange } from './newChange';
import { newChangeSections } from './newChangeSections';

/** The text of a new change: front matter, nine sections, and the steps of its procedure. */
export function newChangeText(change: NewChange): string {
  const title = change.title === undefined ? undefined : onOneLine(change.title);
  // A placeholder stands in one place, so that filling it in is one edit.
  const heading = title === undefined ? '' : `# ${title}\n\n`;
  return `${frontMatter(change, title ?? 'TBD')}${heading}${newChangeSections(change, title)}`;
}

function frontMatter(change: NewChange, title: string): string {
  const { language, procedure, data = {} } = change;
  const { version, id } = procedure?.record.data ?? {};
  const values = {
    ...data,
    id: change.id,
    type: 'change',
    title,
    created: change.created,
    language: data.language === language ? language : undefined,
    status: change.status ?? 'to_do',
    change_type: change.changeType,
    deployment_type: change.deploymentType,
    customer: change.customer,
    environments: change.environments,
    performed_by: change.performedBy,
    requested_by: change.requestedBy,
    requested_at: change.requestedAt,
    assignee: change.assignee,
    schedule: scheduleOf(change),
    procedure: id && (version ? `${id}@${version}` : id),
    tests: { validated_in: change.toValidate ? ['TBD'] : undefined, ...data.tests },
  };
  return frontMatterText(language, changeFields, values, change.ownFields);
}

/** The window; what was said of its duration takes the place of an end that is only known. */
function scheduleOf({ data, start, duration }: NewChange) {
  const { end, ...known } = data?.schedule ?? {};
  const kept = duration === undefined || known.duration !== undefined ? end : undefined;
  return { ...known, start, duration, end: kept };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
