/** A value that may stand at a place. */
export interface ValueName {
  readonly value: string;
  readonly detail?: string;
  /** What is to be read beside the list; our own words only. */
  readonly documentation?: string;
  readonly kind: 'value' | 'record' | 'person' | 'customer' | 'rule';
}
