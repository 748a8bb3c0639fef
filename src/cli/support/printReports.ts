import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReportFormat, ReportSource } from '../../core/report/formats/reportFormat';
import {
  type ReportFormatName,
  reportFormatNames,
  reportFormats,
} from '../../core/report/formats/reportFormats';
import { errorCode } from '../../node/walk';
import { writeWhole } from '../../node/writeFile';
import { type Call, say, wrongValue } from './command';
import { forCodeHost } from './hostPath';
import { standardOutput } from './writeOutput';

/** A report that a call asks for: printed, or written to a file. */
interface WantedReport {
  readonly name: ReportFormatName;
  readonly path?: string;
}

/** What `-o` asks for: `format=path`. */
export function wantedFiles(call: Call): WantedReport[] {
  return call.texts('output').map((value) => {
    const at = value.indexOf('=');
    const name = reportFormatNames.find((candidate) => candidate === value.slice(0, at));
    const path = value.slice(at + 1);
    if (name && path !== '') return { name, path };
    const names = reportFormatNames.join(', ');
    throw wrongValue('output', value, {
      en: `format=path, with a format of ${names}`,
      es: `formato=ruta, con un formato de ${names}`,
    });
  });
}

/**
 * Prints and writes the reports that are asked for.
 *
 * @returns whether all of them could be written
 */
export async function printReports(
  call: Call,
  wanted: readonly WantedReport[],
  source: ReportSource,
): Promise<boolean> {
  let written = true;
  const hosted = forCodeHost(call, source);
  for (const { name, path } of wanted) {
    const format = await reportFormats[name]();
    const text = format.render(name === 'json' ? source : hosted);
    if (path === undefined || path === standardOutput) call.io.out(text);
    else written = writeReport(call, source, path, text) && written;
  }
  for (const { name } of wanted) {
    const told = wanted.some((other) => other.name === 'markdown' && isSummary(call, other.path));
    const format: ReportFormat = await reportFormats[name]();
    const more = told ? undefined : format.overflow?.(hosted);
    const summary = call.io.env.GITHUB_STEP_SUMMARY;
    if (more !== undefined && summary) written = writeReport(call, source, summary, more) && written;
  }
  return written;
}

function writeReport(call: Call, { language }: ReportSource, path: string, text: string): boolean {
  const whole = resolve(call.io.cwd, path);
  try {
    mkdirSync(dirname(whole), { recursive: true });
    // The summary of a run may hold what an earlier part of the same step wrote.
    if (isSummary(call, path)) appendFileSync(whole, text);
    else writeWhole(whole, text);
    return true;
  } catch (error) {
    call.tell(say(language, 'reportNotWritten', { path, code: errorCode(error) }));
    return false;
  }
}

function isSummary(call: Call, path: string | undefined): boolean {
  const summary = call.io.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || !summary) return false;
  return resolve(call.io.cwd, path) === resolve(call.io.cwd, summary);
}
