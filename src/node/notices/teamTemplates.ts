import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type TemplateTexts, templateFolder } from '../../core/notices/noticeTemplate';
import { PathsInside } from '../pathsInside';

const templateName = /^(?:_[\w-]+|[a-z_]+\.(?:en|es))(?:\.(?:en|es))?\.md$/;
const mostTemplates = 200;
/** What is longer is refused by whoever reads it; no more is read of it. */
const longestFile = 50_000;

/** The team's templates and partials, by file name; links that lead out of the workspace are not followed. */
export function teamTemplates(root: string): TemplateTexts {
  const texts = new Map<string, string>();
  const inside = new PathsInside(root);
  for (const name of namesIn(join(root, templateFolder))) {
    const path = `${templateFolder}/${name}`;
    const whole = join(root, path);
    if (!inside.exists(path) || !statSync(whole).isFile()) continue;
    texts.set(name, readFileSync(whole, 'utf8').slice(0, longestFile));
  }
  return texts;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => templateName.test(name))
      .sort()
      .slice(0, mostTemplates);
  } catch {
    return [];
  }
}
