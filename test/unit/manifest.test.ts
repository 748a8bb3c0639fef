import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandIds } from '../../src/vscode/commandIds';
import { commandTable } from '../../src/vscode/commands/commandTable';
import { readingCommands } from '../../src/vscode/commands/readingCommands';

const project = path.resolve(__dirname, '../..');

/** A command of a menu, or another menu in it. */
interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      command: string;
      category: string;
      title: string;
      icon?: string;
      enablement?: string;
    }[];
    readonly views: { readonly [container: string]: readonly { id: string }[] };
    readonly configuration: { readonly properties: { readonly [name: string]: object } };
    readonly viewsWelcome: readonly { view: string; when?: string }[];
    readonly menus: { readonly [place: string]: readonly MenuItem[] };
    readonly submenus: readonly { id: string }[];
    readonly keybindings: readonly { command: string; key: string; mac: string; when: string }[];
    readonly grammars: readonly { path: string }[];
  };
  readonly devDependencies: { readonly [name: string]: string };
}

const manifest = readJson<Manifest>('package.json');

describe('The manifest', () => {
  it('contributes the commands that the code registers, and no others', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, Object.values(commandIds).sort());
    // The table's type asks for the rest of the names; the log is shown without loading anything.
    assert.deepEqual([...Object.keys(commandTable), 'showLog'].sort(), Object.keys(commandIds).sort());
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'Changebook');
  });

  it('has an icon for each command that stands in a menu', () => {
    const { commands, menus } = manifest.contributes;
    const { commandPalette: _, ...places } = menus;
    const inMenus = new Set(Object.values(places).flatMap((items) => items.map(({ command }) => command)));
    const without = commands.filter(({ command, icon }) => inMenus.has(command) && icon === undefined);
    assert.deepEqual(without, []);
  });

  it('offers what is a commit only where files are on a disk, and everything else everywhere', () => {
    const onDisk = '!virtualWorkspace && (!isWeb || remoteName)';
    const everywhere = new Set<string>([...Object.keys(readingCommands), 'showLog', 'cancelPush']);
    for (const { command, enablement = '' } of manifest.contributes.commands) {
      const name = command.replace('changebook.', '');
      assert.equal(enablement.endsWith(onDisk), !everywhere.has(name), command);
    }
    // What the context menu of a row that can be committed holds is in no other.
    for (const [place, items] of Object.entries(manifest.contributes.menus)) {
      for (const { command = '', when = '' } of items) {
        if (command === '') continue;
        const hidden = when === 'false' || when.includes(onDisk) || when.includes('.commit');
        assert.ok(hidden || everywhere.has(command.replace('changebook.', '')), `${command} in ${place}`);
      }
    }
    assert.ok(
      existsSync(
        path.join(project, 'src/vscode', 'web', path.basename(manifest.browser).replace('.js', '.ts')),
      ),
    );
  });

  it('has every string in both languages, and none that nobody uses', () => {
    const names = [...readText('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    const used = [...new Set(names)].sort();
    const english = readJson<{ [name: string]: string }>('package.nls.json');
    const spanish = readJson<{ [name: string]: string }>('package.nls.es.json');
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(spanish).sort(), used);
    // Pictures are named there, too, since they show words.
    const pictures = [english, spanish].flatMap((texts) => Object.values(texts)).filter(isPicture);
    assert.equal(pictures.length, 20);
    for (const file of pictures) assert.ok(existsSync(path.join(project, file)), file);
  });

  it('has at most one button where a view is empty; the rest are links', () => {
    for (const file of ['package.nls.json', 'package.nls.es.json']) {
      const welcomes = Object.entries(readJson<{ [name: string]: string }>(file));
      for (const [name, text] of welcomes.filter(([each]) => each.startsWith('welcome.')))
        assert.ok((text.match(/^\[[^\]]*\]\([^)]*\)$/gm) ?? []).length <= 1, name);
    }
  });

  it('has every sentence of the code in both bundles, and none that nobody says', () => {
    const said = new Set<string>();
    for (const { text } of sources()) {
      for (const match of text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g))
        said.add((match[1] ?? '').replace(/\\'/g, "'"));
    }
    assert.ok(said.size > 0);
    assert.deepEqual(Object.keys(readJson<object>('l10n/bundle.l10n.json')).sort(), [...said].sort());
    assert.deepEqual(Object.keys(readJson<object>('l10n/bundle.l10n.es.json')).sort(), [...said].sort());
  });

  it('lets three dots follow their word in what opens or takes longer, as VS Code does', () => {
    const both = readJson<object>('l10n/bundle.l10n.es.json');
    const texts: unknown[] = Object.entries(both).flat();
    assert.deepEqual(
      texts.filter((text) => String(text).endsWith(' …')),
      [],
    );
  });

  it('contributes the views, settings and context keys that the code knows', () => {
    const { views, configuration, viewsWelcome, menus, submenus, commands, keybindings } =
      manifest.contributes;
    const code = sources()
      .map(({ text }) => text)
      .join('\n');
    const ids = Object.values(views).flatMap((all) => all.map(({ id }) => id));
    for (const id of ids) assert.ok(code.includes(`'${id}'`), id);
    for (const name of Object.keys(configuration.properties))
      assert.ok(code.includes(`'${name}'`) || code.includes(`'${name.replace('changebook.', '')}'`), name);
    const whens = [...viewsWelcome, ...Object.values(menus).flat(), ...keybindings].map(
      ({ when = '' }) => when,
    );
    for (const key of new Set(whens.join(' ').match(/changebook\.\w+/g)))
      assert.ok(ids.includes(key) || code.includes(`'${key}'`), key);
    const known = new Set(commands.map(({ command }) => command));
    for (const { command, submenu } of Object.values(menus).flat()) {
      const there =
        submenu === undefined ? known.has(command ?? '') : submenus.some(({ id }) => id === submenu);
      assert.ok(there, command ?? submenu);
    }
    for (const { view } of viewsWelcome) assert.ok(ids.includes(view), view);
  });

  it('lists in a folder without records only what makes a beginning there', () => {
    const { menus, commands } = manifest.contributes;
    const whens = new Map(menus.commandPalette?.map(({ command, when = '' }) => [command, when]));
    const listed = commands.filter(({ command, enablement = '' }) => {
      const when = `${whens.get(command) ?? ''} ${enablement}`;
      return !/false|changebook\.\w|resourceScheme|editorLangId/.test(when);
    });
    assert.deepEqual(listed.map(({ command }) => command.replace('changebook.', '')).sort(), [
      'newChange',
      'newProcedure',
      'newTicket',
      'setUpFolder',
      'showLog',
      'showPending',
    ]);
  });

  it('leaves out of the menus of views what would only be grey there', () => {
    const { menus, commands } = manifest.contributes;
    const enabled = new Map(commands.map(({ command, enablement = '' }) => [command, enablement]));
    const grey = ['view/title', 'view/item/context'].flatMap((place) =>
      (menus[place] ?? []).flatMap(({ command = '', when = '' }) => {
        const needs = enabled.get(command) ?? '';
        // Rows that can be committed are in a folder that is trusted, and all rows are in a folder.
        const known = when.includes('.commit') ? 'isWorkspaceTrusted' : '';
        const folder = place === 'view/title' ? 'workspaceFolderCount' : '';
        return ['isWorkspaceTrusted', folder]
          .filter((key) => key !== '' && needs.includes(key) && !`${when} ${known}`.includes(key))
          .map((key) => `${place}: ${command} without ${key}`);
      }),
    );
    assert.deepEqual(grey, []);
  });

  it('has the same keys for a record in the editor and for the row that is chosen in the tree', () => {
    const { keybindings } = manifest.contributes;
    for (const key of ['ctrl+k x', 'ctrl+k a']) {
      const [inEditor, inTree, ...others] = keybindings.filter((each) => each.key === key);
      assert.match(
        inEditor?.when ?? '',
        /^editorTextFocus && isWorkspaceTrusted && resourcePath in changebook/,
      );
      assert.match(
        inTree?.when ?? '',
        /^focusedView == changebook.pending && listFocus && isWorkspaceTrusted/,
      );
      assert.equal(inTree?.mac, key.replace('ctrl', 'cmd'));
      assert.deepEqual(others, []);
    }
  });

  it('names files that are there', () => {
    const { grammars } = manifest.contributes;
    for (const file of [manifest.icon, ...grammars.map(({ path: file }) => file)]) {
      assert.ok(existsSync(path.join(project, file)), file);
    }
  });

  it('is typed against the oldest VS Code that it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('is activated by its files, and to restore what was open', () => {
    for (const event of manifest.activationEvents)
      assert.match(event, /^(workspaceContains:|onLanguage:markdown$|onWebviewPanel:changebook\.)/);
  });
});

function readText(file: string): string {
  return readFileSync(path.join(project, file), 'utf8');
}

function readJson<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}

function sources(): { file: string; text: string }[] {
  return readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: `/${file.split(path.sep).join('/')}`, text: readText(path.join('src', file)) }));
}

function isPicture(text: string): boolean {
  return /^media\/[\w/-]+\.png$/.test(text);
}
