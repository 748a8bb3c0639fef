/** Stands in a template for a required value that is not there: an empty list that knows which one it is. */
export class MissingValue extends Array<never> {
  /** @param field where it belongs, as its reader would write it */
  constructor(
    readonly variable: string,
    readonly field: string,
  ) {
    super();
  }

  /** Lists that are made from it, such as its reverse, are ordinary ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}
