import { columnsOf, deploymentIn } from './deploymentColumns';
import { mostDeployments, type ReadList, type WrittenDeployment } from './listedDeployment';

/**
 * Reads deployments from a table. Nothing in it may hide a row: a cell that goes on over several lines, a row of another
 * length and two columns of one meaning are faults, not something to be guessed at.
 */
export function readDeploymentTable(rows: readonly (readonly string[])[]): ReadList {
  const header = rows.findIndex((cells) => !isEmpty(cells));
  if (header < 0) return { ok: false, fault: 'noTimes', row: 1, value: '' };
  if (rows.length - header - 1 > mostDeployments)
    return { ok: false, fault: 'tooMany', value: String(rows.length - header - 1) };
  const titles = rows[header] ?? [];
  const columns = columnsOf(titles);
  if ('ok' in columns) return { ...columns, row: header + 1 };
  const deployments: WrittenDeployment[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= header || isEmpty(cells)) continue;
    const broken = cells.find((cell) => /[\r\n\u2028\u2029]/.test(cell));
    if (broken !== undefined)
      return { ok: false, fault: 'lineBreak', row: index + 1, value: broken.slice(0, 60) };
    if (cells.length !== titles.length)
      return { ok: false, fault: 'cells', row: index + 1, value: String(cells.length) };
    deployments.push(deploymentIn(cells, columns, index + 1));
  }
  return { ok: true, form: 'table', deployments, statuses: [] };
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
