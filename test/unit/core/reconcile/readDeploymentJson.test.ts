import { strict as assert } from 'node:assert';
import type { WrittenDeployment } from '../../../../src/core/reconcile/listedDeployment';
import { readDeploymentJson } from '../../../../src/core/reconcile/readDeploymentJson';
import { takeDeployments } from '../../../../src/core/reconcile/takeDeployments';

const sha = '0123456789abcdef0123456789abcdef01234567';

/** What one entry says, without what it leaves out. */
function read(value: unknown): Partial<WrittenDeployment> & { form: string } {
  const list = readDeploymentJson(JSON.stringify(value));
  assert.ok(list.ok, JSON.stringify(list));
  const [first] = list.deployments;
  assert.ok(first);
  const said = Object.entries(first).filter(([name, text]) => text !== undefined && name !== 'place');
  return { form: list.form, ...Object.fromEntries(said) };
}

describe('A list of deployments as JSON', () => {
  const github = {
    url: 'https://api.github.example/d/1',
    id: 1,
    sha,
    ref: 'v1.2.0',
    environment: 'production',
    created_at: '2026-02-03T20:00:00Z',
    creator: { login: 'elena' },
  };
  const { url: address } = github;
  const said = { environment: 'production', ref: 'v1.2.0', commit: sha };

  it('is of GitHub, with the statuses beside each', () => {
    const statuses = [
      { state: 'inactive', created_at: '2026-03-01T00:00:00Z' },
      { state: 'success', created_at: '2026-02-03T20:09:00Z' },
      { state: 'in_progress', created_at: '2026-02-03T20:05:00Z' },
      { state: 'queued', created_at: '2026-02-03T20:01:00Z' },
    ];
    assert.deepEqual(read([{ ...github, statuses }]), {
      ...{ form: 'github', ...said, by: 'elena', address, time: '2026-02-03T20:05:00Z', state: 'succeeded' },
    });
    assert.equal(read([{ ...github, statuses: statuses.slice(3) }]).state, 'notRun');
    // What deploys may tell GitHub nothing.
    assert.equal(read([{ ...github, statuses: [] }]).state, 'unknown');
  });

  it('is of GitHub, with the statuses in a list of their own', () => {
    const statuses = readDeploymentJson(
      JSON.stringify([{ state: 'failure', created_at: '2026-02-03T20:09:00Z', deployment_url: address }]),
    );
    const lists = [
      { list: 'deployments', read: readDeploymentJson(JSON.stringify([github])) },
      { list: 'statuses', read: statuses },
    ];
    const { deployments, loose } = takeDeployments(lists, undefined);
    assert.deepEqual(
      deployments.map(({ at, state }) => [new Date(at).toISOString(), state]),
      [['2026-02-03T20:09:00.000Z', 'failed']],
    );
    assert.deepEqual(loose, []);
    // Without the deployments something ran of which nothing is known.
    assert.equal(takeDeployments(lists.slice(1), undefined).loose.length, 1);
  });

  it('is of GitLab', () => {
    const entry = {
      ...{ id: 41, iid: 1, sha, ref: 'v1.2.0', created_at: '2026-02-03T20:00:00Z', status: 'success' },
      environment: { name: 'production' },
      user: { username: 'elena', name: 'Elena Font' },
      deployable: { started_at: '2026-02-03T20:02:00Z' },
    };
    const time = '2026-02-03T20:02:00Z';
    assert.deepEqual(read([entry]), { form: 'gitlab', ...said, by: 'elena', time, state: 'succeeded' });
    assert.equal(read([{ ...entry, status: 'blocked', deployable: null }]).state, 'notRun');
    // It was taken back once it had begun.
    assert.equal(read([{ ...entry, status: 'canceled' }]).state, 'failed');
  });

  it('is of releases', () => {
    const time = '2026-02-03T20:00:00Z';
    const release = { form: 'releases', time, version: 'v1.2.0', state: 'succeeded' };
    assert.deepEqual(
      read([{ tag_name: 'v1.2.0', published_at: time, draft: false, author: { login: 'elena' } }]),
      {
        ...release,
        by: 'elena',
      },
    );
    assert.deepEqual(read([{ tagName: 'v1.2.0', publishedAt: time, isDraft: false }]), release);
    assert.equal(read([{ tag_name: 'v1.2.0', published_at: null, draft: true }]).state, 'notRun');
  });

  it('is of Argo CD', () => {
    const history = [
      {
        ...{
          id: 3,
          revision: sha,
          deployedAt: '2026-02-03T20:05:00Z',
          deployStartedAt: '2026-02-03T20:04:00Z',
        },
        source: { targetRevision: 'v1.2.0' },
        initiatedBy: { username: 'elena' },
      },
    ];
    const one = {
      form: 'argocd',
      time: '2026-02-03T20:04:00Z',
      state: 'succeeded',
      ref: 'v1.2.0',
      commit: sha,
      by: 'elena',
    };
    assert.deepEqual(read(history), one);
    const application = {
      metadata: { name: 'portal' },
      spec: { destination: { namespace: 'production' } },
      status: { history },
    };
    const placed = { ...one, component: 'portal', environment: 'production' };
    assert.deepEqual(read(application), placed);
    assert.deepEqual(read({ items: [application] }), placed);
  });

  it('is of Octopus', () => {
    const item = {
      ReleaseVersion: '1.2.0',
      EnvironmentId: 'Environments-1',
      State: 'Success',
      StartTime: '2026-02-03T20:04:00Z',
    };
    const dashboard = { Items: [item], Environments: [{ Id: 'Environments-1', Name: 'Production' }] };
    const one = {
      form: 'octopus',
      time: '2026-02-03T20:04:00Z',
      version: '1.2.0',
      environment: 'Production',
      state: 'succeeded',
    };
    assert.deepEqual(read(dashboard), one);
    const task = {
      ...{ Id: 'ServerTasks-1', Name: 'Deploy', State: 'Failed', StartTime: '2026-02-03T20:04:00Z' },
      Description: 'Deploy Portal release 1.2.0 to Production for Diba',
    };
    assert.deepEqual(read({ Items: [task] }), {
      ...one,
      component: 'Portal',
      customer: 'Diba',
      state: 'failed',
    });
  });

  it('is somebody’s own, page after page', () => {
    const row = { time: '2026-02-03T20:04:00Z', environment: 'production', version: '1.2.0', sha };
    const list = readDeploymentJson(`[${JSON.stringify(row)}]\n[${JSON.stringify(row)}]`);
    assert.ok(list.ok && list.deployments.length === 2 && list.deployments[1]?.commit === sha);
    const cut = readDeploymentJson(`[${JSON.stringify(row)}]\n[${JSON.stringify(row)}`);
    assert.deepEqual(cut, { ok: false, fault: 'json' });
  });

  it('is no list where only some of its pages were fetched', () => {
    const cut = (...pages: unknown[]) => {
      const list = readDeploymentJson(pages.map((page) => JSON.stringify(page)).join('\n'));
      return list.ok ? list.deployments.length : list.fault;
    };
    const page = (more: object) => ({ Items: [github], ...more });
    assert.equal(cut(page({ TotalResults: 2 })), 'cutList');
    assert.equal(cut(page({ TotalResults: 2 }), page({ TotalResults: 2 })), 2);
    const next = { pageInfo: { hasNextPage: true } };
    assert.equal(cut({ nodes: [github], ...next }), 'cutList');
    assert.equal(cut({ nodes: [github], ...next }, { nodes: [github], pageInfo: { hasNextPage: false } }), 2);
    assert.equal(cut({ items: [github], metadata: { continue: 'abc' } }), 'cutList');
    assert.equal(cut({ items: [github], metadata: { continue: '' } }), 1);
  });
});
