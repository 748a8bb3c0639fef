import { decodeExport } from '../../core/import/decodeExport';
import type { ReadList } from '../../core/reconcile/listedDeployment';
import { readDeploymentJson } from '../../core/reconcile/readDeploymentJson';
import { readDeploymentTable } from '../../core/reconcile/readDeploymentTable';
import { exportBytes } from '../import/readExport';

/** Reads a list of deployments from a file: what a service printed as JSON, or a table of separated values. */
export async function readDeploymentList(path: string): Promise<ReadList> {
  const bytes = exportBytes(path);
  if ('ok' in bytes)
    return bytes.problem === 'size'
      ? { ok: false, fault: 'size' }
      : { ok: false, fault: 'file', value: bytes.code };
  return readDeploymentBytes(bytes);
}

/** The same of bytes that somebody hands over. */
export async function readDeploymentBytes(bytes: Buffer): Promise<ReadList> {
  const { text } = decodeExport(bytes);
  if (text.includes('\0') || /^\s*(?:PK|%PDF-|<)/.test(text)) return { ok: false, fault: 'notText' };
  if (/^\s*[[{]/.test(text)) return readDeploymentJson(text);
  const { readCsv } = await import('../import/readCsv');
  const grid = readCsv(text, true);
  return grid ? readDeploymentTable(grid.rows) : { ok: false, fault: 'quotes' };
}
