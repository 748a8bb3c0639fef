import { BodyText } from './bodyText';
import { FrontMatter, quoted } from './frontMatter';
import type { Random } from './random';
import type { PlannedProcedure, PlannedTicket } from './recordPlan';
import { nameIn } from './recordWords';

/** The text of a procedure: its steps under numbered headings, gates between them. */
export function procedureText(procedure: PlannedProcedure, random: Random): string {
  const { id, language, version, subject, groups, checklist } = procedure;
  const yaml = new FrontMatter(language);
  yaml.add('id', id).add('type', yaml.word('procedure')).add('category', 'devops').add('version', version);
  yaml.add('created', '2022-11-04').add('owner', 'platform-team').add('language', language);
  yaml.block('gates', [{ section: quoted('3.'), requires: [quoted('1.')] }]);
  const body = new BodyText(language, random, true);
  const { titles, phrases } = body.words;
  const parts = [
    `# ${phrases.procedureFor} ${subject.toLowerCase()}\n`,
    `## ${titles.purpose}\n\n${body.paragraph()}`,
    ...groups.map((group) => `${body.group(group, '##')}\n${body.filler(version)}`),
    `## ${titles.rollback}\n\n${body.commands('portal', version)}\n${body.paragraph()}`,
    `## Checklist\n\n${body.steps(checklist)}`,
  ];
  return `${yaml}${parts.join('\n')}`;
}

/** The text of a ticket: what happened, how to see it, and how far support has come. */
export function ticketText(ticket: PlannedTicket, status: string, size: number, random: Random): string {
  const { id, language, title, customer, change } = ticket;
  const yaml = new FrontMatter(language);
  yaml.add('id', id).add('type', yaml.word('ticket')).add('title', title).add('status', yaml.word(status));
  yaml.add('severity', random.pick(['major', 'minor', 'trivial'].map((word) => yaml.word(word))));
  yaml.add('customer', customer.key).add('reported_at', '2022-12-01 09:30');
  yaml.add('requested_by', customer.requester).add('change', change).add('owner', 'support-team');
  const body = new BodyText(language, random, false);
  const { titles, triage, scenarios, phrases } = body.words;
  const checks = random.some(triage, random.between(10, 16));
  body.tick(status === 'done' ? checks.length : 5);
  const ways = random.some(scenarios, 3).map((text, index) => `${index + 1}. ${text}`);
  const top = `# ${title}\n\n${body.paragraph()}\n${phrases.outsideLink}\n`;
  const observed = [`## ${titles.observed}\n\n${body.paragraph()}`];
  const steps = body.steps(checks);
  const tail = `## ${titles.reproduce}\n\n${ways.join('\n')}\n\n## ${nameIn(language, 'ticket')}: ${id}\n\n${steps}`;
  let length = Buffer.byteLength(yaml + top + observed.join('') + tail);
  while (length < size) {
    const block = body.filler('1.0.0');
    observed.push(block);
    length += Buffer.byteLength(block);
  }
  return `${yaml}${top}\n${observed.join('\n')}\n${tail}`;
}
