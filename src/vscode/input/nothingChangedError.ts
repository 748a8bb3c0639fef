/** Why a command did not do what it was called for. Thrown only while nothing has been changed yet. */
export class NothingChangedError extends Error {}
