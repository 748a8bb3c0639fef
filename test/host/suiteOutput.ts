export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Titles of the outermost suites in which a test failed. */
  readonly failedSuites: readonly string[];
  /** What the suite printed. */
  readonly output: string;
}

const marker = 'CHANGEBOOK-RESULT ';

/** Reads the last result line of a suite's output; throws when there is none, with the end of the console's lines. */
export function parseSuiteOutput(output: string, console: string): SuiteResult {
  const line = output
    .split('\n')
    .filter((each) => each.startsWith(marker))
    .at(-1);
  const counts: unknown = line === undefined ? undefined : JSON.parse(line.slice(marker.length));
  if (!isCounts(counts)) {
    throw new Error(`The suite ended without a result line. Its last lines: ${lastLines(output || console)}`);
  }
  return { ...counts, output };
}

export function lastLines(output: string): string {
  const lines = output.trim().split('\n');
  return `\n${lines.slice(-25).join('\n')}`;
}

function isCounts(value: unknown): value is Omit<SuiteResult, 'output'> {
  if (typeof value !== 'object' || value === null) return false;
  const { passed, failed, failedSuites } = value as Partial<Record<keyof SuiteResult, unknown>>;
  return typeof passed === 'number' && typeof failed === 'number' && Array.isArray(failedSuites);
}
