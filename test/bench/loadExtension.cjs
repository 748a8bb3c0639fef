// Loads the bundled extension the way the editor does, without an editor: `vscode` is an empty shell that only
// lets it load. Prints the milliseconds of each piece: what activation asks for, then what follows with a pause between.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

// A part copies the module that it asks for upon the module's prototype: that one has every name too.
const shell = new Proxy(function nothing() {}, {
  get: (target, name) => (name in target ? target[name] : shell),
  getPrototypeOf: () => shell,
  apply: () => shell,
});
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? shell : load(request, ...rest));

const bundles = process.argv[2];
const program = join(bundles, 'extension.js');
// A small part is asked for at the room that it shares with others.
const asked = /require\("(\.\/part-[\w-]+\.js)"\)(?:\("(part-[\w-]+\.js)"\))?/g;
const parts = [...readFileSync(program, 'utf8').matchAll(asked)];
const pieces = [[program], ...parts.map(([, file, part]) => [join(bundles, file), part])].map(
  ([file, part]) => {
    const started = performance.now();
    const loaded = require(file);
    if (part) loaded(part);
    return performance.now() - started;
  },
);
console.log(JSON.stringify({ pieces }));
