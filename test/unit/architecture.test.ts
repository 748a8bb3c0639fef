import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { type Import, importsOf, sourcesOf } from './support/sources';

const sources = sourcesOf('src');
const imports = sources.flatMap(importsOf);
const inside = imports.filter(({ to, library }) => !library && to !== 'package.json');
const libraries = imports.filter(({ library }) => library);

/**
 * Rooms of the core from below, one row each: a folder imports only from rows above its own. Edits stand below whatever
 * proposes or makes one; a workflow below the configuration, which may name its states; services below the actions.
 */
const coreFolders = [
  'model',
  'findings',
  'edits',
  'calendar',
  'workflow',
  'config',
  'approvals',
  'index',
  'procedure',
  'risk',
  'delivery',
  'rules',
  'actions',
  'schedule',
  'language',
  'audit',
  'pending',
  'timeline',
  'notices',
  'log',
  'figures',
  'releaseNotes',
  'calendarFile',
  'gate',
  'create',
  'import',
  'adopt',
  'merge',
  'update',
  'preview',
  'assistant',
  'setup',
  'session',
  'report',
  'diff',
  'receipt',
  'reconcile',
  'auditPack',
].map((name) => `src/core/${name}/`);

/** Floors from below, the language server below the command line that starts it; a file is on that of its folder. */
const floors = [
  ...coreFolders.map((folder, floor) => ({ floor, folder })),
  { floor: 100, folder: 'src/node/' },
  { floor: 101, folder: 'src/lsp/' },
  ...['src/vscode/', 'src/cli/', 'src/webview/'].map((folder) => ({ floor: 102, folder })),
  // It writes the page of the command line from the commands.
  { floor: 103, folder: 'src/generate/' },
];

/** Libraries that several files may import: schemas are built everywhere, colours are for terminals, editors have their own. */
const shared = new Set(['vscode', 'vscode-languageserver/node', 'zod/mini', 'picocolors']);
/** Where the outside world's libraries may be imported, by the beginning of their names. */
const homes: readonly (readonly [library: RegExp, folder: RegExp])[] = [
  [/^vscode$/, /^src\/vscode\//],
  [/^node:|^simple-git$|^env-paths$/, /^src\/(node|lsp|vscode|cli|generate)\//],
  [/^simple-git$|^env-paths$/, /^src\/node\//],
  [/^picocolors$/, /^src\/cli\//],
  [/^vscode-languageserver/, /^src\/lsp\//],
];

/** Files whose name is no word of an export, each with the reason. */
const namedOtherwise: { readonly [name: string]: string } = {
  extension: 'VS Code asks it for `activate`',
  web: 'VS Code asks it for `activate`',
  ports: 'what the core asks of the outside world',
  viewCommands: 'the commands that show a view or a panel',
  sessionParts: 'what a session is made of',
  changeParts: 'fields of the parts of a change',
  fieldTypes: 'one function a type of field',
  vocabulary: 'the types of records, and words by name',
  registry: 'all rules',
  renderFinding: 'the words of a finding',
  terminalText: 'text for a terminal',
  plainText: 'text as plain text, markdown or YAML',
  markdown: 'pieces of markdown',
  timelineDays: 'days as weeks, months and bands',
  zoneClock: 'moments and days by the clocks of a zone',
};

describe('The architecture', () => {
  it('has every file on a floor', () => {
    assert.ok(sources.length > 80);
    for (const { file } of sources) assert.ok(floorOf(file), file);
  });

  it('lets no file import from above, or across', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [own, other] = [floorOf(from), floorOf(to)];
      if (!own || !other) return true;
      return other.floor >= own.floor && other.folder !== own.folder;
    });
    assert.deepEqual(wrong.map(shown), []);
  });

  it('is drawn as it is', () => {
    const [picture = ''] = /```mermaid[\s\S]*?```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
    const chains = [...picture.matchAll(/^\s+\w+(?: --> \w+)+$/gm)].flatMap(([chain]) =>
      chain.trim().split(' --> '),
    );
    const drawn = chains.map((name) => `src/core/${name}/`).filter((folder) => floorOf(folder));
    assert.deepEqual(drawn, coreFolders);
  });

  it('lets webviews know the model alone', () => {
    const wrong = imports.filter(
      ({ from, to, library }) =>
        from.startsWith('src/webview/') && (library || !/^src\/(core\/model|webview)\//.test(to)),
    );
    assert.deepEqual(wrong.map(shown), []);
  });

  it('has nothing of Node in what the browser loads', () => {
    const reached = new Set<string>();
    const wrong: Import[] = [];
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const each of imports.filter(({ from, typesOnly }) => from === file && !typesOnly)) {
        if (/^node:|^src\/node\//.test(each.to)) wrong.push(each);
        else if (!each.library) visit(each.to);
      }
    };
    visit('src/vscode/web/web.ts');
    assert.ok(
      reached.size > 200 && reached.has('src/vscode/session/workspaceSession.ts'),
      String(reached.size),
    );
    assert.deepEqual(wrong.map(shown), []);
  });

  it('goes round in no circle', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of inside) targets.set(from, [...(targets.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      const start = trail.indexOf(file);
      if (start >= 0) circles.push([...trail.slice(start), file].join(' → '));
      if (start >= 0 || done.has(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const { file } of sources) visit(file, []);
    assert.deepEqual(circles, []);
  });

  it('imports files that are there', () => {
    const files = new Set(sources.map(({ file }) => file));
    const gone = inside.filter(({ to }) => to.startsWith('src/') && to.endsWith('.ts') && !files.has(to));
    assert.deepEqual(gone.map(shown), []);
  });

  it('keeps the outside world out of the core, and each of its libraries at home', () => {
    const wrong = libraries.filter(({ from, to }) =>
      homes.some(([library, folder]) => library.test(to) && !folder.test(from)),
    );
    assert.deepEqual(wrong.map(shown), []);
  });

  it('imports each library in one file', () => {
    const files = new Map<string, Set<string>>();
    for (const { from, to, typesOnly } of libraries) {
      if (shared.has(to) || to.startsWith('node:') || (to === 'markdown-it' && typesOnly)) continue;
      files.set(to, (files.get(to) ?? new Set()).add(from));
    }
    for (const [library, users] of files) {
      const own = [...users];
      assert.deepEqual(own.slice(1), [], library);
    }
    for (const library of ['gray-matter', 'js-yaml/browser', 'markdown-it', 'temporal-polyfill', 'picomatch'])
      assert.ok(files.has(library), library);
  });
});

describe('Source files', () => {
  it('have at most 300 lines', () => {
    for (const { file, text } of [...sources, ...sourcesOf('test')])
      assert.ok(text.split('\n').length <= 301, file);
  });

  it('say their types, and never that something must be there', () => {
    for (const { file, code } of [...sources, ...sourcesOf('test/unit')]) {
      assert.doesNotMatch(code, /[:<,|&(]\s*any\b(?!\s*[:(])|\bas any\b/, file);
      assert.doesNotMatch(code, /[\w)\]]!(?=[.;,)\]}[]|\s*$)/m, file);
      assert.doesNotMatch(code, /@ts-(ignore|expect-error|nocheck)/, file);
    }
  });

  it('have names that say something', () => {
    for (const { file } of sources) {
      const name = nameOf(file);
      assert.doesNotMatch(
        name,
        /^(utils?|helpers?|managers?|misc|common|shared|index|types|constants)$/i,
        file,
      );
      assert.match(name, /^[a-z][A-Za-z\d]*$/, file);
    }
  });

  it('are named after what they export', () => {
    const wrong = sources.filter(({ file, text }) => {
      const exported = exportsOf(text);
      // What exports nothing is there to run.
      if (file.endsWith('.d.ts') || exported.length === 0) return false;
      return !exported.some((name) => says(name, nameOf(file)));
    });
    const files = wrong.map(({ file }) => file);
    const others = files.filter((file) => !Object.hasOwn(namedOtherwise, nameOf(file)));
    assert.deepEqual(others, []);
  });

  it('have exports with names', () => {
    for (const { file, text } of sources) {
      if (!file.endsWith('.d.ts')) assert.doesNotMatch(text, /^export default\b/m, file);
      assert.doesNotMatch(text, /^export \* from/m, file);
    }
  });

  it('of the core ask no clock, no chance and no machine', () => {
    const outside = [
      ...[
        /\bDate\.now\b/,
        /\bnew Date\(\s*\)/,
        /\bDate\(\s*\)/,
        /\bMath\.random\b/,
        /\bprocess\./,
        /\bperformance\./,
      ],
      ...[
        /\.toLocale\w*\(/,
        /\.localeCompare\(/,
        /\bnew Intl\.\w+\(\s*\)/,
        /\bset(Timeout|Interval|Immediate)\b/,
      ],
      ...[
        /\bconsole\./,
        /\bfetch\(/,
        /\beval\(/,
        /\bnew Function\b/,
        /\bglobalThis\b/,
        /\bBuffer\b/,
        /\bTemporal\.Now\b/,
      ],
    ];
    for (const { file, code } of sources.filter((source) => source.file.startsWith('src/core/'))) {
      for (const pattern of outside) assert.doesNotMatch(code, pattern, file);
    }
  });
});

function floorOf(file: string): { floor: number; folder: string } | undefined {
  return floors.find(({ folder }) => file.startsWith(folder));
}

function shown({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.d\.ts$|\.ts$/, '');
}

function exportsOf(text: string): string[] {
  const exporting =
    /^export (?:declare |abstract |async )*(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
  return [...text.matchAll(exporting)].map(([, name = '']) => name);
}

/** Whether an export says at least half of the words of its file’s name, in whatever form: `movedTickets`, `ticketMoves`. */
function says(exported: string, file: string): boolean {
  const [own, others] = [stems(file), stems(exported)];
  return own.filter((stem) => others.includes(stem)).length >= own.length / 2;
}

/** The words of a name in camel case, by how they begin. */
function stems(name: string): string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])/).map((word) => word.toLowerCase().slice(0, 4));
}
