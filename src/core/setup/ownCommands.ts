import type { SetupFacts } from './setupFacts';

/** What a repository calls its own work. The commands are shown to people, and run by nobody else. */
interface OwnCommands {
  readonly test?: string | undefined;
  readonly build?: string | undefined;
  readonly deploy?: string | undefined;
}

type Job = keyof OwnCommands;

/** The names by which scripts and targets are known that do a job, the best first. */
const names: { readonly [job in Job]-?: readonly string[] } = {
  test: ['test', 'tests', 'check'],
  build: ['build', 'dist', 'package'],
  deploy: ['deploy', 'release', 'publish'],
};

/** The commands of a repository, from the names in its package files. */
export function ownCommands({ texts, names: files }: Pick<SetupFacts, 'texts' | 'names'>): OwnCommands {
  const scripts = scriptsOf(texts.get('package.json'));
  const runner =
    ['pnpm', 'yarn', 'bun'].find((each) => files.some((file) => lockOf(each).test(file))) ?? 'npm';
  const targets = targetsOf(texts.get('Makefile') ?? texts.get('makefile') ?? texts.get('GNUmakefile'));
  const usual = usualCommands(texts, files);
  const commandFor = (job: Job): string | undefined => {
    const script = names[job].find((name) => scripts.has(name));
    if (script) return script === 'test' && runner !== 'bun' ? `${runner} test` : `${runner} run ${script}`;
    const target = names[job].find((name) => targets.has(name));
    return target ? `make ${target}` : usual[job];
  };
  return { test: commandFor('test'), build: commandFor('build'), deploy: commandFor('deploy') };
}

function lockOf(runner: string): RegExp {
  return new RegExp(`^${runner}(?:-lock\\.yaml|\\.lockb?)$`);
}

/** Names of scripts; the one that `npm init` writes tests nothing. */
function scriptsOf(text: string | undefined): Set<string> {
  const scripts = entriesIn(objectIn(text)?.scripts);
  const real = scripts.filter(
    ([, command]) => typeof command === 'string' && !/no test specified/.test(command),
  );
  return new Set(real.map(([name]) => name));
}

/** The repository's own name: of its package, else of its folder, with nothing in it that a text could trip over. */
export function ownName({ texts, folder }: Pick<SetupFacts, 'texts' | 'folder'>): string {
  const { name } = objectIn(texts.get('package.json')) ?? {};
  const inToml = ['pyproject.toml', 'Cargo.toml'].map((file) =>
    /^\s*name\s*=\s*["']([^"'\r\n]{1,80})["']/m.exec(texts.get(file) ?? ''),
  );
  const module = /^module\s+(\S{1,200})/m
    .exec(texts.get('go.mod') ?? '')?.[1]
    ?.split('/')
    .at(-1);
  const written = [typeof name === 'string' ? name : undefined, ...inToml.map((match) => match?.[1]), module];
  for (const each of [...written, folder]) {
    const plain = (each ?? '')
      .replace(/^@/, '')
      .replace(/[^\p{L}\p{N}._/-]+/gu, ' ')
      .trim();
    if (/\p{L}/u.test(plain)) return plain.slice(0, 60);
  }
  return 'app';
}

function targetsOf(text = ''): Set<string> {
  return new Set([...text.matchAll(/^([A-Za-z][\w-]*)[ \t]*:(?!=)/gm)].map(([, name = '']) => name));
}

/** What is usual where a file is there that says which tools are used. */
function usualCommands(texts: SetupFacts['texts'], files: readonly string[]): OwnCommands {
  const python = texts.get('pyproject.toml');
  if (texts.has('Cargo.toml')) return { test: 'cargo test', build: 'cargo build --release' };
  if (texts.has('go.mod')) return { test: 'go test ./...', build: 'go build ./...' };
  if (texts.has('pom.xml')) return { test: 'mvn test', build: 'mvn package' };
  if (texts.has('build.gradle') || texts.has('build.gradle.kts'))
    return { test: './gradlew test', build: './gradlew build' };
  const docker = texts.has('Dockerfile') ? 'docker build .' : undefined;
  if (python === undefined) return { build: docker };
  const tests = /pytest/.test(python) || files.includes('tests');
  return { test: tests ? 'pytest' : undefined, build: docker ?? 'python -m build' };
}

function objectIn(text: string | undefined): { readonly [key: string]: unknown } | undefined {
  try {
    return Object.fromEntries(entriesIn(JSON.parse(text ?? '')));
  } catch {
    // Broken or not there: it names nothing.
    return undefined;
  }
}

function entriesIn(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
