import matter from 'gray-matter';
import { plainValue } from './readFields';
import { readYaml } from './readYaml';

/** What a text of ours says in its front matter, and its body: where nobody asks at which place something stands. */
export function plainFrontMatter(text: string): {
  readonly data: { [name: string]: unknown };
  readonly body: string;
} {
  const { data, content } = matter(text, options);
  return { data, body: content };
}

/** gray-matter would run what stands below `---js`, and reads YAML with a library of its own. */
const options = {
  language: 'yaml',
  engines: { yaml: valuesOf, javascript: refuse, json: refuse, coffee: refuse },
};

function valuesOf(source: string): object {
  const { root } = readYaml(source, 0);
  const values = root?.kind === 'map' ? plainValue(root) : undefined;
  return typeof values === 'object' && values !== null ? values : {};
}

function refuse(): object {
  throw new Error('only YAML front matter is read');
}
