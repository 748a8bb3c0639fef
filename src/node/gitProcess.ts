import { devNull } from 'node:os';

/** What one run of git ended with. */
export interface GitAnswer {
  /** Its exit code; negative where it did not run, or did not end by itself. */
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** How one run of git is different from the usual. */
export interface GitCall {
  readonly input?: string | Buffer;
  /** An index other than the repository's own. */
  readonly index?: string;
  /** Ends the process, and nobody else's. */
  readonly signal?: AbortSignal | undefined;
  /** How long git may stay silent; for ever where this is 0. */
  readonly patienceMs?: number;
  /** It runs the user's own hooks, which see the user's language and git as it always is. */
  readonly runsHooks?: boolean;
  /** Who made the commit first, where one is made again. */
  readonly author?: GitAuthor;
  /** It talks to a remote: it may ask nobody for a password, and fails where it would have to. */
  readonly remote?: { readonly sshCommand?: string | undefined };
  /** It only reads: it fetches nothing that a partial clone lacks, since a repository says by which program. */
  readonly reads?: boolean;
  /** Settings that count before those of any file; their names may hold what no option of git's could. */
  readonly settings?: readonly (readonly [name: string, value: string])[];
}

/** Who made a commit, and when, as git takes it. */
export interface GitAuthor {
  readonly name: string;
  readonly address: string;
  /** Seconds since 1970 and the offset, as in `1700000000 +0100`. */
  readonly date: string;
}

/** git is given this long for one answer. */
const usualPatienceMs = 60_000;

/** Variables of the user's that say who commits, how a host is reached, and which configuration counts. */
const kept =
  /^GIT_(?:(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|TERMINAL_PROMPT|SSL_\w+)$/i;
/** Variables that the library guards besides: none of them is wanted here. */
const guarded = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|PREFIX)$/i;

/** The user's own environment and arguments of our own making are trusted as git itself trusts them. */
const trusted = {
  allowUnsafeConfigPaths: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeHooksPath: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeUrlRewrite: true,
  allowUnsafeSshCommand: true,
  allowUnsafeAskPass: true,
  allowUnsafeEditor: true,
  allowUnsafeMergeDriver: true,
  // Only our own options stand before `--`; forbidding this would forbid it to the user's hooks as well.
  allowAbbreviatedOptions: true,
  // Turning the monitor off is what the library forbids together with turning it on.
  allowUnsafeFsMonitor: true,
  // The same of filters: those of a repository are emptied.
  allowUnsafeFilter: true,
};

/**
 * Commits are read as they were made: not as a reference or a file in the repository says that they shall be seen. There
 * can be no file of this name; git remarks on one that is there, even where it is empty.
 */
const asCommitted = { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: `${devNull}/none` };

/** Runs git in a folder, waits for its end and says how it ended. Never throws. */
export async function runGit(
  folder: string,
  args: readonly string[],
  call: GitCall = {},
): Promise<GitAnswer> {
  const { input, signal, patienceMs = usualPatienceMs } = call;
  const env = environmentOf(call);
  let answer: GitAnswer | undefined;
  try {
    // Loaded only now: much that may ask git never does.
    const { GitPluginError, simpleGit } = await import('simple-git');
    const git = simpleGit({
      baseDir: folder,
      // The end of the output is the end of the process. A hook may leave something running that keeps it open:
      // that is not waited for.
      completion: { onClose: true, onExit: 500 },
      timeout: { block: patienceMs },
      allowEnvironment: Object.keys(env),
      unsafe: trusted,
      ...(signal ? { abort: signal } : {}),
      // The library takes an empty text for none, and git would wait for it.
      ...(input === undefined ? {} : { input: () => (input === '' ? Buffer.alloc(0) : input) }),
      errors: (error, { exitCode, stdOut, stdErr }) => {
        const err = Buffer.concat(stdErr).toString('utf8');
        // Any other error only repeats what git said.
        const stopped =
          error instanceof GitPluginError ? error.message : signal?.aborted ? 'Abort signal' : '';
        const code = stopped === '' ? (exitCode ?? -1) : -1;
        // Nothing is left for the library, which would copy it once more and make a text of it.
        answer = { code, out: Buffer.concat(stdOut.splice(0)), err: `${err}${stopped}` };
        return undefined;
      },
    });
    git.outputHandler((_command, out) => {
      // After a process that said nothing the library waits 50 ms for what might still come; at the end of its
      // output nothing can.
      out.once('end', () => out.emit('data', Buffer.alloc(0)));
    });
    await git.env(env).raw([...args]);
  } catch (error) {
    answer ??= {
      code: -1,
      out: Buffer.alloc(0),
      err: error instanceof Error ? error.message : String(error),
    };
  }
  return answer ?? { code: -1, out: Buffer.alloc(0), err: '' };
}

function environmentOf({ index, runsHooks, author, remote, reads, settings = [] }: GitCall): {
  [name: string]: string;
} {
  const env: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && (kept.test(name) || !guarded.test(name))) env[name] = value;
  if (index !== undefined) env.GIT_INDEX_FILE = index;
  if (author) {
    const { name, address, date } = author;
    Object.assign(env, { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address, GIT_AUTHOR_DATE: `@${date}` });
  }
  // git before 2.44 knows only that no transport is allowed.
  if (reads)
    Object.assign(env, { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_OPTIONAL_LOCKS: '0' });
  if (settings.length > 0) {
    const first = Number(env.GIT_CONFIG_COUNT ?? 0);
    for (const [place, [name, value]] of settings.entries())
      Object.assign(env, {
        [`GIT_CONFIG_KEY_${first + place}`]: name,
        [`GIT_CONFIG_VALUE_${first + place}`]: value,
      });
    env.GIT_CONFIG_COUNT = String(first + settings.length);
  }
  if (remote) {
    env.GIT_TERMINAL_PROMPT = '0';
    const ssh = env.GIT_SSH_COMMAND ?? remote.sshCommand ?? (process.env.GIT_SSH ? undefined : 'ssh');
    // A program of another kind would not know the option.
    if (ssh !== undefined && !/plink|putty/i.test(ssh) && !env.GIT_SSH_VARIANT)
      env.GIT_SSH_COMMAND = `${ssh} -o BatchMode=yes`;
  }
  // What git says is read here, but not what hooks say.
  if (runsHooks) env.GIT_EDITOR = ':';
  else Object.assign(env, { LC_ALL: 'C', LANGUAGE: 'en', ...asCommitted });
  return env;
}
