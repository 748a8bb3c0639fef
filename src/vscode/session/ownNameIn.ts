import type { WorkspaceSession } from './workspaceSession';

/** Who git says is at work in a workspace; nobody where it does not know, or may not be asked. */
export async function ownNameIn({ git }: WorkspaceSession): Promise<string> {
  return (await git.ownIdentity())?.name ?? '';
}
