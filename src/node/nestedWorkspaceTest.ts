import type * as NestedFolders from './nestedFolders';

/**
 * A test for folders inside of a workspace with a configuration: whether that names them as workspaces of their own.
 * What reads the configuration is loaded when the first such folder is found; most workspaces have none inside.
 */
export function nestedWorkspaceTest(root: string): (inside: string) => boolean {
  let test: ((inside: string) => boolean) | undefined;
  return (inside) => {
    test ??= (require('./nestedFolders') as typeof NestedFolders).nestedFolders(root);
    return test(inside);
  };
}
