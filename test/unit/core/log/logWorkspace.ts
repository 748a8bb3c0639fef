import { type DeploymentLog, deploymentLog, type LogAudience } from '../../../../src/core/log/deploymentLog';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import type { Language } from '../../../../src/core/model/text/localized';

const zone = 'Europe/Madrid';

/** The log of some changes, each the text of its front matter. */
export function logOf(
  fronts: readonly string[],
  audience: LogAudience = 'team',
  language: Language = 'en',
  options: Pick<Parameters<typeof deploymentLog>[3], 'own' | 'columns'> = {},
): DeploymentLog {
  const changes = fronts.flatMap((front, index) => {
    const record = parseRecord(
      `---\nid: CHG-${index + 1}\ntype: change\n${front}\n---\n# Title ${index + 1}\n`,
    );
    if (record?.type !== 'change') return [];
    const stage = record.data.status ?? 'to_do';
    const commit = `https://code.example.org/team/records/commit/${index}`;
    return [
      {
        record,
        zone,
        language,
        stage,
        commit,
        ticketTitle: (id: string) => (id === 'TKT-1' ? 'Ours' : undefined),
      },
    ];
  });
  return deploymentLog('Ribera', changes, audience, { zone, language, ...options });
}

/** A change of which everything is known. */
export const wholeChange = `status: done
environments: [PRO, TEST]
assignee: Jordi Puig
schedule: { start: 2026-11-24 22:00, duration: 1h30m }
actual: { start: 2026-11-24T21:03Z, end: 2026-11-24 23:10 }
components: [{ name: portal, from: "4.1", to: "4.2" }, { name: worker, to: "1.10" }]
tickets: [{ id: SUP-1, title: Accents }, TKT-1, { mail: Search }]
tests: { passed: 3, total: 4 }
agreement: { by: Anna }
approvals:
  - { role: peer, by: Nil, decision: approved }
  - { role: operations, by: Rita, decision: denied }
notifications:
  - { kind: start, at: 2026-11-24 22:00, channel: mail, by: Jordi }
  - { kind: end, at: 2026-11-24T23:15+01:00 }
outcome: successful`;
