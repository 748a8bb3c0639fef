import { readFileSync } from 'node:fs';

// Programs that run from source import a markdown or YAML file as its text, as the bundles do: imported before the rest.
require.extensions['.yaml'] = require.extensions['.md'] = (module, file) => {
  module.exports = readFileSync(file, 'utf8');
};
