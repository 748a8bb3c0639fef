/**
 * What the outside world tells the core. Every face brings its own: the command line asks the disk at once, the
 * editor asks beforehand and answers from what it has.
 */
export interface FileFacts {
  /**
   * Whether something stands at a path of the workspace (relative, with `/`, a folder with or without a
   * trailing one). Nothing where it is not known yet: then rules stay silent.
   */
  exists(path: string): boolean | undefined;
  /** The anchors that headings of a markdown file give (`#this-part`); nothing where it is not known. */
  anchors(path: string): ReadonlySet<string> | undefined;
}
