import envPaths from 'env-paths';

/** The folder of a name among the caches of whoever runs the program. */
export function userCacheFolder(name: string): string {
  return envPaths(name, { suffix: '' }).cache;
}
