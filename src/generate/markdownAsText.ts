import { readFileSync } from 'node:fs';

// Programs that run from source import a markdown file as its text, as the bundles do: imported before the rest.
require.extensions['.md'] = (module, file) => {
  module.exports = readFileSync(file, 'utf8');
};
