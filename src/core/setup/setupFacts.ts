import type { Language } from '../model/text/localized';

/** Somebody who commits. */
export interface Author {
  readonly name: string;
  readonly address: string;
}

/** What is known of a folder that is to be set up. Nothing in it is believed: it only makes guesses. */
export interface SetupFacts {
  /** Name of the folder. */
  readonly folder: string;
  /** Today, by the clock of the machine. */
  readonly today: string;
  /** The language of whoever asks. */
  readonly language: Language;
  /** The region of the machine's locale, such as `ES`. */
  readonly region: string | undefined;
  /** The time zone of the machine. */
  readonly zone: string;
  /** Who committed lately, the one with the most commits first; programs are none. */
  readonly authors: readonly Author[];
  /** Whoever asks, as git knows them. */
  readonly me: Author | undefined;
  /** The branch that is checked out. */
  readonly branch: string | undefined;
  /** Texts of known files by path: packages, the README, checklists. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names at the top of the folder. */
  readonly names: readonly string[];
  /** Which of the folders that a setup makes are there already and hold what is no record. */
  readonly occupied: readonly string[];
  readonly markdown: MarkdownFacts;
  /** Folders inside with a configuration of their own. */
  readonly nested: readonly string[];
}

/** What the markdown of a folder says of itself. */
export interface MarkdownFacts {
  /** Files whose front matter has a `type` that is another tool's. */
  readonly foreign: readonly string[];
  /** Files that are records already, by the type of record. */
  readonly records: readonly { readonly file: string; readonly type: string }[];
}

/** The files whose texts the guesses are made from. */
export const readFiles: readonly string[] = [
  ...[
    'package.json',
    'pyproject.toml',
    'Cargo.toml',
    'go.mod',
    'pom.xml',
    'build.gradle',
    'build.gradle.kts',
  ],
  ...['Makefile', 'makefile', 'GNUmakefile', 'Dockerfile', 'README.md', 'LEEME.md', 'CONTRIBUTING.md'],
  ...['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'],
];
