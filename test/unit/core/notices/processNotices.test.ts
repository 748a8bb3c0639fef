import { strict as assert } from 'node:assert';
import type { Language } from '../../../../src/core/model/text/localized';
import type { DraftRequest } from '../../../../src/core/notices/draftNotice';
import type { NoticeKindName } from '../../../../src/core/notices/noticeKind';
import { drafted, requestFor, workspaceWith } from './noticeWorkspace';

const window = 'environments: [PRO]\nschedule: { start: 2026-11-24 22:00, duration: 15m, outage: 10m }\n';

/** Drafts a notice that must be complete, and returns it as its reader sees it. */
function said(kind: NoticeKindName, request: DraftRequest): string {
  const draft = drafted(kind, request);
  assert.deepEqual(draft.missing, [], kind);
  assert.deepEqual(draft.placeholders, [], kind);
  return `${draft.subject}\n${draft.markdown}\n${draft.plain}`;
}

function requestOf(front: string, body = '', language: Language = 'en'): DraftRequest {
  return requestFor(workspaceWith(`title: Directory 3.2\n${window}${front}`, body), 'CHG-1.md', language);
}

function holds(text: string, ...parts: readonly string[]): void {
  for (const part of parts) assert.ok(text.includes(part), `${part}\n${text}`);
}

describe('The notices of the five processes', () => {
  it('S: start with tickets, mails, components, restarts and duration; delay; end with support; comments', () => {
    const front = `tickets: [{ id: ES-1, title: Accents }, { mail: About the search }]
components: [{ name: directory, from: "3.2.10", to: "3.2.11" }, { name: library, to: "3.21" }]
restarts: [consoles, sync servers]
notify: [project_team, support_team, partner, customer_managers]
`;
    for (const language of ['en', 'es'] as const) {
      const request = requestOf(front, '', language);
      const start = said('start', request);
      holds(
        start,
        'ES-1 Accents',
        'About the search',
        'directory 3.2.11',
        'library 3.21',
        'consoles, sync servers',
      );
      holds(start, language === 'es' ? '15 minutos' : '15 minutes');
      holds(said('delay', request), language === 'es' ? 'más tiempo del previsto' : 'longer than planned');
      holds(said('end', request), 'https://support.example.org', '+34 900 000 000');
      holds(said('ticket_comment', request), 'CHG-1', 'Directory 3.2', 'PRO');
    }
  });

  it('A: approval, agreement with the status page, users by mail and banner, test results, rollback, closing', () => {
    const front = `deployment_type: 4
features: [A new series]
impact: { level: high, description: Documents cannot be opened }
reviewers: { project: Pau, support: Nil, qa: Laia }
requested_by: Marta
assignee: Jordi
tests: { validated_in: [QA], passed: 6, total: 8, run: R10 }
rollback: { to: "3.1" }
`;
    const body =
      '# x\n\n## Tests\n\n### Progression\n\n- Create a document\n\n### Regression\n\n- Open a document\n';
    const request = requestOf(front, body);
    holds(
      said('approval_request', request),
      'CHG-1',
      'Orfeo',
      'Marta',
      'Jordi',
      'project team',
      'product team',
      'high',
    );
    holds(
      said('agreement_request', request),
      'Tuesday 24 November 2026',
      'https://status.example.org/orfeo',
      'A new series',
    );
    holds(said('users', request), 'from 22:00 to 22:15', '10 minutes', 'Documents cannot be opened');
    holds(said('banner', request), 'Tuesday 24 November 2026', 'from 22:00 to 22:15');
    holds(said('qa_results', request), '6 of 8 (75 %)', 'R10', 'Create a document', 'Open a document');
    holds(said('rollback', request), 'Version 3.1 is in service again');
    holds(said('closing', request), 'helping its users', '6 of 8', 'https://support.example.org');
  });

  it('M: approval of three roles, agreement with the outage, comments that ask for testing', () => {
    const front = 'tickets: [{ id: JIRA-7, title: Payments stop }]\noutcome: successful\n';
    const request = requestOf(front);
    holds(said('approval_request', request), 'quality assurance', 'a colleague', 'operations');
    holds(said('agreement_request', request), '10 minutes', 'JIRA-7 Payments stop');
    holds(said('ticket_comment', request), 'Please test it');
  });

  it('P: a mass mail to the users who lose service, beforehand, as blind copies', () => {
    const request = { ...requestOf(''), endUsers: () => 'a@x.example\nb@x.example\n' };
    holds(said('users', request), 'unavailable for about 10 minutes');
    assert.equal(drafted('users', request).recipients.bcc.length, 2);
  });

  it('R: the body of the pull request, the window for those concerned, the announcement', () => {
    const front = `release: { version: "1.2.0", tag: v1.2.0, branch: release/v1.2.0 }
tests: { validated_in: [staging], passed: 40, total: 40 }
database: [{ migration: "0042", reversible: true }]
rollback: { to: "1.1.5", duration: 15m }
tickets: [{ id: "#234" }]
`;
    const body =
      '# x\n\n## Summary\n\nFaster.\n\n## Changelog\n\n### Added\n\n- Sign in with a key\n\n### Changed\n\n- No action of users is needed\n\n### Fixed\n\n- Time zone of reports\n\n## Rollback\n\nGo back to the tag.\n';
    const request = requestOf(front, body);
    const pull = said('pull_request', request);
    holds(
      pull,
      '## Directory 3.2',
      'version 1.2.0',
      'Faster.',
      'Added: Sign in with a key',
      'Fixed: Time zone of reports',
    );
    holds(
      pull,
      '40 of 40 passed',
      '0042, can be undone',
      'Back to 1.1.5',
      'Go back to the tag.',
      '#\u200b234',
    );
    holds(said('agreement_request', request), 'from 22:00 to 22:15');
    const announcement = said('announcement', request);
    holds(
      announcement,
      'Sign in with a key',
      'Time zone of reports',
      'No action of users is needed',
      'go back to version 1.1.5',
    );
  });
});
