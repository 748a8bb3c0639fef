import { Choice, SnippetParser, type VariableResolver } from 'vscode-snippet-parser';

/** A snippet as its file describes it. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

/** What VS Code's variables hold while a snippet is inserted. */
export type Variables = { readonly [name: string]: string };

export function variablesAt(moment: Date, file: string): Variables {
  const iso = moment.toISOString();
  return {
    TM_FILENAME_BASE: file.replace(/^.*\//, '').replace(/\.md$/, ''),
    CURRENT_YEAR: iso.slice(0, 4),
    CURRENT_MONTH: iso.slice(5, 7),
    CURRENT_DATE: iso.slice(8, 10),
    CURRENT_HOUR: iso.slice(11, 13),
    CURRENT_MINUTE: iso.slice(14, 16),
    CURRENT_TIMEZONE_OFFSET: '+00:00',
  };
}

/** The text that VS Code inserts: each stop with its default, each choice with its first value, or a later one. */
export function expand(snippet: Snippet, variables: Variables, pick = 0): string {
  const resolver: VariableResolver = {
    resolve: ({ name }) => {
      const value = variables[name];
      if (value === undefined) throw new Error(`unknown variable ${name}`);
      return value;
    },
  };
  const parsed = new SnippetParser().parse(snippet.body.join('\n')).resolveVariables(resolver);
  parsed.walk((marker) => {
    if (marker instanceof Choice)
      marker.options.unshift(...marker.options.splice(pick % marker.options.length));
    return true;
  });
  return parsed.toString();
}

/** How many values the longest choice of a snippet has. */
export function mostChoices(snippet: Snippet): number {
  let most = 1;
  new SnippetParser().parse(snippet.body.join('\n')).walk((marker) => {
    if (marker instanceof Choice) most = Math.max(most, marker.options.length);
    return true;
  });
  return most;
}
