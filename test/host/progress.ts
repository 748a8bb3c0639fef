/** One line on standard error before anything that takes more than a second; standard output stays clean. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
