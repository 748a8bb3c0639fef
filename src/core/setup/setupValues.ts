/**
 * What the texts of a profile may name as `{name}`. Each value is a piece of YAML where the configuration names it, and
 * plain text in a procedure.
 */
export interface SetupValues {
  /** `en` or `es`. */
  readonly language: string;
  /** An IANA name such as `Europe/Madrid`. */
  readonly timezone: string;
  /** `ES`; undefined where nothing tells which country it is. */
  readonly country: string | undefined;
  /** Who approves, as rows of `people`, each on a line of its own with two blanks in front: `people:{people}`. */
  readonly people: string | undefined;
  /** The names of the same people as a list: `[Ana Gil, Bruno Salas]`. */
  readonly approvers: string | undefined;
  /** Globs of the records as a list; undefined where every record may be told by its `type`. */
  readonly records: string | undefined;
  /** The repository's own name: of its package, else of its folder. */
  readonly name: string;
  /** Today, such as `2026-11-24`. */
  readonly today: string;
  /** Who sets the folder up, the owner of its procedures. */
  readonly owner: string;
  /** The address by which people reach the team: that of who sets the folder up, until somebody knows better. */
  readonly contact?: string | undefined;
  /** The repository's own command behind a step, such as a colon and `npm test` in backquotes; empty without one. */
  readonly test: string;
  readonly build: string;
  readonly deploy: string;
}
