import type { SetupFacts } from '../../../../src/core/setup/setupFacts';

/** Three people who commit. */
export const people = [
  { name: 'Ana Gil', address: 'ana@example.org' },
  { name: 'Ben Soler', address: '123+bsoler@users.noreply.github.com' },
  { name: 'Cleo Martí', address: 'cleo@example.org' },
];

/** What is known of a small repository, but for what is given. */
export function factsOf({
  texts = {},
  ...others
}: Partial<Omit<SetupFacts, 'texts'>> & {
  readonly texts?: { readonly [file: string]: string };
}): SetupFacts {
  return {
    folder: 'portal',
    today: '2026-11-24',
    language: 'en',
    region: undefined,
    zone: 'Europe/Madrid',
    authors: people,
    me: people[0],
    branch: 'main',
    names: Object.keys(texts),
    occupied: [],
    markdown: { foreign: [], records: [] },
    nested: [],
    ...others,
    texts: new Map(Object.entries(texts)),
  };
}
