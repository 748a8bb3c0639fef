/** Where a deployment stands in a list. */
export interface ListPlace {
  /** The list as the call names it. */
  readonly list: string;
  /** The row of a table, or the place in a list of JSON, as people count it; undefined for a tag. */
  readonly row?: number;
  /** Id that the service gave it. */
  readonly id?: string;
}

/** How a deployment ended, as far as its list says it. */
export type DeploymentState = 'succeeded' | 'failed' | 'running' | 'unknown';

/** A deployment as a list tells of it, its time not read yet. Texts are as written. */
export interface WrittenDeployment {
  readonly place: Omit<ListPlace, 'list'>;
  readonly time: string | undefined;
  readonly environment?: string | undefined;
  readonly version?: string | undefined;
  /** What was asked for: the name of a tag or a branch, or a commit. */
  readonly ref?: string | undefined;
  readonly commit?: string | undefined;
  readonly artifact?: string | undefined;
  readonly customer?: string | undefined;
  /** The program, where a list is about several. */
  readonly component?: string | undefined;
  readonly by?: string | undefined;
  /** `notRun`: it waited, was refused or was taken back before it began. */
  readonly state: DeploymentState | 'notRun';
  /** What a list of statuses calls it. */
  readonly address?: string | undefined;
}

/** A deployment that ran. */
export interface ListedDeployment extends Omit<WrittenDeployment, 'place' | 'time' | 'state' | 'address'> {
  readonly place: ListPlace;
  /** When it began, where its list says that, else the only time that there is; in milliseconds since 1970. */
  readonly at: number;
  readonly state: DeploymentState;
}

/** What a status of a deployment says, in a list of its own. */
export interface WrittenStatus {
  /** What the deployment is called by. */
  readonly address: string;
  readonly state: string;
  readonly time: string;
}

/** Why a list cannot be read, or one of its rows. */
export type ListFault =
  /** No JSON, or cut short. */
  | 'json'
  /** Quotes that do not close, or rows that nobody can tell apart. */
  | 'quotes'
  /** It has a NUL, or is no text. */
  | 'notText'
  /** A cell goes on over several lines, where rows could hide. */
  | 'lineBreak'
  /** A row with more or fewer cells than there are columns. */
  | 'cells'
  /** Two columns of the same meaning, or a key twice in one entry. */
  | 'twoColumns'
  /** Two lists in one answer. */
  | 'twoLists'
  /** Whoever answered says that there are more pages. */
  | 'cutList'
  /** No column tells of times. */
  | 'noTimes'
  /** An entry of JSON is of another shape than the ones before it, or of none that is known. */
  | 'shape'
  | 'tooMany'
  | 'size'
  | 'file'
  /** A time that is missing, is none, or that the clocks of its zone skipped or doubled. */
  | 'time'
  /** A time without a zone, where none was given. */
  | 'zone';

/** A fault with its place. */
export interface FoundFault {
  readonly fault: ListFault;
  readonly list: string;
  readonly row?: number;
  /** What stands there. */
  readonly value?: string;
}

/** No list is longer; whoever has more compares a shorter period. */
export const mostDeployments = 200_000;

/** The forms in which lists are written. */
export type ListForm =
  | 'github'
  | 'gitlab'
  | 'releases'
  | 'argocd'
  | 'octopus'
  | 'table'
  | 'statuses'
  | 'tags';

/** What a list says, before its times are read. */
export type ReadList =
  | {
      readonly ok: true;
      readonly form: ListForm;
      readonly deployments: readonly WrittenDeployment[];
      readonly statuses: readonly WrittenStatus[];
    }
  | { readonly ok: false; readonly fault: ListFault; readonly row?: number; readonly value?: string };
