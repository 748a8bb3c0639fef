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
const parts = [...readFileSync(program, 'utf8').matchAll(/require\("(\.\/part-[\w-]+\.js)"\)/g)];
const pieces = [program, ...parts.map(([, file]) => join(bundles, file))].map((file) => {
  const started = performance.now();
  require(file);
  return performance.now() - started;
});
console.log(JSON.stringify({ pieces }));
