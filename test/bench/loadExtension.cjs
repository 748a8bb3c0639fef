// Loads the bundled extension the way the editor does, without an editor: `vscode` is an empty shell that only
// lets the bundle load. Prints the milliseconds of `require`, which is a part of activation and not all of it.
const Module = require('node:module');

const shell = new Proxy(class {}, { get: (target, name) => (name in target ? target[name] : shell) });
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? shell : load(request, ...rest));

const started = performance.now();
require(process.argv[2]);
console.log(JSON.stringify({ ms: performance.now() - started }));
