import { strict as assert } from 'node:assert';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { Packed } from './packed';
import { type Ended, Person } from './person';

/** What a journey may take at most. */
export interface Bounds {
  readonly commands: number;
  /** Changes of a file by hand. */
  readonly edits?: number;
  readonly questions?: number;
}

/** One way that somebody goes from an empty folder, with what it took. */
export class Journey {
  /** The folder, empty at the beginning. */
  readonly folder: string;
  /** Changes of a file by hand. */
  edits = 0;
  /** Questions that the program asked and somebody answered. */
  questions = 0;
  /** What was said that is worth being read, under the figures. */
  readonly reports: string[] = [];
  /** What everybody typed. */
  readonly typed: string[] = [];

  constructor(private readonly packed: Packed) {
    this.folder = mkdtempSync(path.join(packed.folder, 'journey-'));
  }

  /** Somebody who takes part; the address is made of the first name. */
  person(name: string): Person {
    return new Person(name, `${name.split(' ')[0]?.toLowerCase()}@example.org`, this.packed, this.typed);
  }
}

/** What a command that ended well said; where it did not, the test fails with what it said instead. */
export function well({ code, said }: Ended): string {
  assert.equal(code, 0, said);
  return said;
}
