import { noRecordIn } from '../../core/assistant/noRecordIn';
import { quotedText } from '../../core/assistant/quotedAnswer';
import { dataOf, newMark, runCall, type ToolPlace } from './answerTool';
import { ruleIds, rulePage, shippedPage } from './shippedPages';

type Place = Pick<ToolPlace, 'folder' | 'via' | 'language'>;

/** What can be read without a tool, as it is listed. */
interface ListedResource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: 'text/markdown';
}

const mimeType = 'text/markdown';
const formatUri = 'changebook://format';

/** Where records and rules are found that are not listed. */
export const resourceTemplates = [
  { uriTemplate: 'changebook://record/{id}', name: 'record', title: 'Record', mimeType },
  { uriTemplate: 'changebook://rule/{family}/{name}', name: 'rule', title: 'Rule', mimeType },
];

/** The format, the open changes, and every rule. */
export async function listedResources(place: Place, signal?: AbortSignal): Promise<ListedResource[]> {
  const answer = dataOf(await runCall({ args: ['pending', '--format=json'] }, place, signal));
  const rules = await ruleIds();
  return [
    { uri: formatUri, name: 'format', title: 'The record format', mimeType },
    // A title is whatever somebody wrote: it is not repeated where nothing marks it as quoted.
    ...idsIn(answer).map((id) => {
      return { uri: `changebook://record/${id}`, name: id, title: id, mimeType } as const;
    }),
    ...rules.map((id) => ({ uri: `changebook://rule/${id}`, name: id, title: id, mimeType }) as const),
  ];
}

/** The text at an address; undefined where there is none. */
export async function resourceText(
  uri: string,
  place: Place,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (uri === formatUri) return shippedPage('format.md');
  const rule = /^changebook:\/\/rule\/([a-z-]+\/[a-z-]+)$/.exec(uri)?.[1];
  if (rule !== undefined) {
    const page = await rulePage(rule);
    return 'text' in page ? page.text : undefined;
  }
  const id = /^changebook:\/\/record\/([A-Za-z0-9][A-Za-z0-9._-]{0,99})$/.exec(uri)?.[1];
  if (id === undefined) return undefined;
  const shown = dataOf(await runCall({ args: ['show', '--format=json', '--text', '--', id] }, place, signal));
  if (noRecordIn(shown)) return undefined;
  const text = typeof shown === 'object' && shown !== null && 'text' in shown ? shown.text : undefined;
  return typeof text === 'string' ? quotedText(text, newMark(), place.language) : undefined;
}

/** The ids in an answer of `pending`, each once. */
function idsIn(answer: unknown): string[] {
  const ids = JSON.stringify(answer).matchAll(/"id":"([A-Za-z0-9][A-Za-z0-9._-]{0,99})"/g);
  return [...new Set([...ids].map(([, id = '']) => id))];
}
