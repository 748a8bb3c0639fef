import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { inside } from '../gateWorkspace';
import { type HostServer, hostServer } from '../pipelines/hostServer';
import { runAction } from '../pipelines/runAction';
import { changebook, folderOf, project } from '../program';
import { git } from '../pullRequest';
import { pull, requested, review } from './reviewedRepository';

const template = load(readFileSync(path.join(project, 'ci/changebook.gitlab-ci.yml'), 'utf8')) as Readonly<
  Record<string, { readonly script: readonly string[] }>
>;

describe('Reviews that a pipeline fetches', () => {
  const usual = requested();
  const { folder, base, head } = usual;
  let github: HostServer;
  let gitlab: HostServer;

  before(async () => {
    // A hundred others fill the first page.
    const others = Array.from({ length: 100 }, (_, at) => review(`stranger-${at}`, { commit_id: head }));
    github = await hostServer({
      needs: ['authorization', 'Bearer secret'],
      answers: {
        '/repos/owner/portal/pulls/7': pull(usual),
        '/repos/owner/portal/pulls/7/reviews?per_page=100&page=1': others,
        '/repos/owner/portal/pulls/7/reviews?per_page=100&page=2': [review('nil-r', { commit_id: head })],
        '/repos/owner/portal/pulls/7/reviews?per_page=100&page=3': [],
      },
    });
    const merge = '/projects/3/merge_requests/7';
    const version = {
      id: 1,
      head_commit_sha: head,
      created_at: '2026-11-22T10:00:00.000Z',
      merge_request_id: 900,
    };
    const refs = { base_sha: base, start_sha: base, head_sha: head };
    gitlab = await hostServer({
      needs: ['private-token', 'secret'],
      answers: {
        [merge]: {
          id: 900,
          iid: 7,
          author: { username: 'mal' },
          sha: head,
          diff_refs: refs,
          web_url: 'https://x.example.org/7',
        },
        [`${merge}/approvals`]: {
          iid: 7,
          approved_by: [{ user: { username: 'nil-r' }, approved_at: '2026-11-23T10:00:00.000Z' }],
        },
        [`${merge}/reviewers?per_page=100`]: [{ user: { username: 'nil-r' }, state: 'approved' }],
        [`${merge}/versions?per_page=100&page=1`]: [version],
        [`${merge}/versions?per_page=100&page=2`]: [],
      },
    });
  });
  after(() => Promise.all([github.stop(), gitlab.stop()]));

  it('are counted by the action, page by page, and handed on to the gate', () => {
    const known = {
      'github.token': 'secret',
      'github.api_url': github.url,
      'github.repository': 'owner/portal',
      'github.event.pull_request.number': '7',
    };
    const ran = runAction(folder, { known, with: { reviews: 'true', since: 'none', sarif: '' } });
    assert.match(ran.log, /CHG-1: Approved in a review as peer: Nil Roca/);
    const file = path.join(ran.env.RUNNER_TEMP ?? '', 'changebook-reviews.json');
    assert.equal(changebook(['gate', 'CHG-1', ...inside, '--reviews', file], folder).code, 0);
    // What is not all there is not taken for all.
    const other = runAction(folder, { known, with: { reviews: '8', since: 'none' } });
    assert.notEqual(other.code, 0);
    assert.doesNotMatch(other.log, /Approved in a review/);
    const stranger = runAction(folder, {
      known: { ...known, 'github.token': 'wrong' },
      with: { reviews: 'true' },
    });
    assert.notEqual(stranger.code, 0);
    const odd = runAction(folder, { known, with: { reviews: '7/../../x' } });
    assert.equal(odd.code, 2, odd.log);
    const push = runAction(folder, { with: { reviews: 'true', since: 'none' }, event: 'push' });
    assert.match(push.log, /for no pull request, so no reviews are counted/);
    assert.equal(git(folder, 'Ana Font', 'status', '--porcelain').includes('reviews'), false);
  });

  it('are counted by the template of GitLab', () => {
    const bin = folderOf({
      changebook: `#!/bin/sh\nverb="$1"; shift\nexec "${process.execPath}" "${project}/dist/cli.js" "$verb" --now "${inside[1]}" "$@"\n`,
    });
    const run = (more: NodeJS.ProcessEnv) =>
      spawnSync(
        'sh',
        ['-ec', `chmod +x ${bin}/changebook\n${template['.changebook-gate']?.script.join('\n')}`],
        {
          cwd: folder,
          encoding: 'utf8',
          env: {
            ...process.env,
            PATH: `${bin}${path.delimiter}${process.env.PATH}`,
            CHANGEBOOK_CHANGE: 'CHG-1',
            CI_API_V4_URL: gitlab.url,
            CI_PROJECT_ID: '3',
            ...more,
          },
        },
      );
    const token = { CHANGEBOOK_REVIEWS_TOKEN: 'secret' };
    const open = run({ ...token, CHANGEBOOK_REVIEWS: '7' });
    assert.equal(open.status, 0, open.stdout + open.stderr);
    assert.match(open.stdout, /Approved in a review as peer: Nil Roca/);
    assert.equal(run({ ...token, CHANGEBOOK_REVIEWS: 'true', CI_MERGE_REQUEST_IID: '7' }).status, 0);
    assert.equal(run({ CHANGEBOOK_REVIEWS: 'true' }).status, 1);
    assert.equal(run({}).status, 1);
    for (const wrong of [
      { CHANGEBOOK_REVIEWS: '7' },
      { ...token, CHANGEBOOK_REVIEWS: '8' },
      { ...token, CHANGEBOOK_REVIEWS: 'x' },
    ]) {
      const { status, stdout } = run(wrong);
      assert.ok(status !== 0 && !stdout.includes('Approved in a review'), JSON.stringify(wrong));
    }
  });
});
