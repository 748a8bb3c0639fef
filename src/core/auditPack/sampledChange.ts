import type { AuditEvent } from '../audit/auditEvent';
import type { AuditSubject } from '../audit/auditSubject';
import type { RecordOf } from '../model/parse/record';
import type { ContentStory } from './contentStory';
import type { PopulationRow } from './populationRow';

/** The file that shows that a step was done, as the event's commit has it. */
export interface SampledEvidence {
  readonly event: AuditEvent;
  /** Its path in the pack, below the change's folder; undefined where the commit does not have it with that digest. */
  readonly path?: string;
  readonly bytes?: Uint8Array;
}

/** A change that was drawn, with everything that git tells of it. */
export interface SampledChange {
  readonly row: PopulationRow;
  /** Its folder in the pack. */
  readonly folder: string;
  readonly record: RecordOf<'change'>;
  /** The bytes of versions by their ids in git: the newest, those approved, the one carried out. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Its trail, with times in the zone of the change. */
  readonly subject: AuditSubject;
  readonly story: ContentStory;
  readonly evidence: readonly SampledEvidence[];
}
