/** Somebody of the prepared repository, who writes from an address of their own. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

function person(name: string, address: string): Person {
  return { name, address: `${address}@nubeclara.example` };
}

/** Who does what in the prepared repository, where nothing is irregular. */
export const people = {
  /** Asks for changes and looks after the configuration. */
  asks: person('Ana Ríos', 'ana'),
  /** Writes the program and the records. */
  writes: person('Bruno Salas', 'bruno'),
  /** Approves as a peer. */
  peer: person('Clara Puig', 'clara'),
  /** Approves for operations. */
  operations: person('Diego Marín', 'diego'),
  /** Deploys. */
  deploys: person('Elena Font', 'elena'),
} as const;
