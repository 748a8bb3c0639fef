import type { RecordIndex } from '../index/recordIndex';
import type { Language } from '../model/text/localized';
import { unpackRange } from '../model/text/range';
import { isoWithOffset } from '../model/time/isoWithOffset';
import type { ComparedChange } from './comparedChange';
import type { ListedDeployment, ListPlace } from './listedDeployment';
import type { Reconciled, ReconcileScope } from './reconcile';
import type { ReconcileReport } from './reconcileReport';
import { exceptionText, excusedText, sweepingText } from './reconcileText';
import type { DoubledDeployment, TakenList } from './takeDeployments';

/** What a comparison came to, and how it is told. */
export interface ReconciledSource extends ReconcileScope {
  readonly reconciled: Reconciled;
  readonly lists: readonly TakenList[];
  readonly doubled: readonly DoubledDeployment[];
  /** What could not be read or compared, as sentences. */
  readonly missing: readonly string[];
  readonly index: RecordIndex;
  readonly zone: string;
  readonly language: Language;
  /** A file as its reader knows it. */
  readonly shown: (file: string) => string;
}

/** Puts a comparison into words and data. */
export function reportReconciled(source: ReconciledSource): ReconcileReport {
  const { reconciled, lists, doubled, missing, zone, language, from, to, customer, environment } = source;
  const moment = (at: number): string => isoWithOffset(at, zone, 'second');
  const written = (deployment: ListedDeployment) => deploymentOf(deployment, moment);
  const record = (change: ComparedChange) => recordOf(change, source);
  return {
    version: 1,
    from: moment(from),
    to: moment(to),
    zone,
    customer: customer ?? null,
    environment: environment ?? null,
    complete: missing.length === 0,
    missing: [...missing],
    lists: lists.map((list) => ({ ...list })),
    deployments: reconciled.deployments,
    changes: reconciled.changes,
    exceptions: reconciled.exceptions.map((exception) => {
      const { kind, deployment, change, candidates = [], tag, commit, commitAt, roles = [], by } = exception;
      const { from: start, to: end } = exception;
      return {
        kind,
        message: exceptionText(exception, zone, language),
        deployment: deployment ? written(deployment) : null,
        record: change ? record(change) : null,
        candidates: candidates.map(record),
        tag: tag ? { name: tag.name, commit: tag.commit } : null,
        commit: commit ?? null,
        committed: commitAt === undefined ? null : moment(commitAt),
        roles: roles.filter((role) => role !== '?'),
        by: by ?? null,
        window: start === undefined || end === undefined ? null : { start: moment(start), end: moment(end) },
      };
    }),
    unrecorded: reconciled.excused.map((excused) => {
      const { match, by, reason, until } = excused.row;
      const message = excusedText(excused, zone, language);
      const about = { deployment: written(excused.deployment), message, own: excused.own };
      return { ...about, match, by, reason, until: until ?? null };
    }),
    sweeping: reconciled.sweeping.map((sweeping) => {
      const { match, by, reason, until } = sweeping.row;
      const { environment, deployments } = sweeping;
      const about = { environment: environment ?? null, deployments };
      return { message: sweepingText(sweeping, language), ...about, match, by, reason, until: until ?? null };
    }),
    doubled: doubled
      .filter(({ deployment: { at } }) => at >= from && at < to)
      .map(({ deployment, again }) => ({ deployment: written(deployment), again: again.map(placeOf) })),
    notCompared: reconciled.notCompared.map(record),
  };
}

function deploymentOf(
  { at, state, place, ...deployment }: ListedDeployment,
  moment: (at: number) => string,
): ReconcileReport['unrecorded'][number]['deployment'] {
  const { environment, version, ref, commit, artifact, customer, component, by } = deployment;
  return {
    at: moment(at),
    environment: environment ?? null,
    version: version ?? null,
    ref: ref ?? null,
    commit: commit ?? null,
    artifact: artifact ?? null,
    customer: customer ?? null,
    component: component ?? null,
    by: by ?? null,
    state,
    place: placeOf(place),
  };
}

function placeOf({ list, row, id }: ListPlace) {
  return { list, row: row ?? null, id: id ?? null };
}

function recordOf({ file, facts }: ComparedChange, { index, shown }: ReconciledSource) {
  const range = index.entry(file)?.summary.idRange;
  const line = range === undefined ? 1 : unpackRange(range).start.line + 1;
  return { id: facts.id ?? null, file: shown(file), line };
}
