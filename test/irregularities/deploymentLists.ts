import { artifactOf } from './changeRecord';
import { people } from './people';

/** A deployment as a list has it. */
export interface ListedDeployment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly version: string;
  /** Full hash of what was deployed. */
  readonly commit: string;
  readonly by: string;
  /** The artifact; that of the version unless it says otherwise. */
  readonly artifact?: string;
}

/** A list as somebody keeps it by hand, or exports it. */
export function csvOf(deployments: readonly ListedDeployment[]): string {
  const rows = deployments.map(({ at, version, commit, by, artifact = artifactOf(version) }) =>
    [new Date(at).toISOString(), 'production', version, commit, artifact, by].join(','),
  );
  return `${['time,environment,version,commit,artifact,by', ...rows].join('\n')}\n`;
}

/** The same as `gh api repos/…/deployments` prints it, with the statuses of each beside it. */
export function githubOf(deployments: readonly ListedDeployment[]): string {
  const list = deployments.map(({ at, version, commit, by }, index) => {
    const login =
      Object.values(people)
        .find(({ name }) => name === by)
        ?.address.replace(/@.*/, '') ?? by;
    const id = 700 + index;
    const url = `https://api.github.example/repos/nubeclara/portal/deployments/${id}`;
    return {
      url,
      id,
      task: 'deploy',
      ref: `v${version}`,
      sha: commit,
      environment: 'production',
      production_environment: true,
      creator: { login, type: 'User' },
      created_at: new Date(at - 60_000).toISOString(),
      updated_at: new Date(at).toISOString(),
      statuses_url: `${url}/statuses`,
      statuses: [
        { id: 2 * id + 1, state: 'success', created_at: new Date(at).toISOString(), creator: { login } },
        {
          id: 2 * id,
          state: 'in_progress',
          created_at: new Date(at - 60_000).toISOString(),
          creator: { login },
        },
      ],
    };
  });
  return `${JSON.stringify(list, undefined, 2)}\n`;
}
