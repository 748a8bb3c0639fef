import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../src/core/model/text/localized';
import { fillProfile } from '../../../src/core/setup/fillProfile';
import { procedureFile } from '../../../src/core/setup/setupProfile';
import { setupProfiles } from '../../../src/core/setup/setupProfiles';
import type { SetupValues } from '../../../src/core/setup/setupValues';

const names: { readonly [language in Language]: readonly [string, string] } = {
  en: ['name', 'addresses'],
  es: ['nombre', 'direcciones'],
};

/** The files of a profile in a repository of Ana's, where Bea and Carl approve, by their paths. */
export function profileTexts(
  name: string,
  language: Language,
  wishes: Partial<SetupValues> = {},
): Map<string, string> {
  const profile = setupProfiles.find((own) => own.name === name) ?? assert.fail(name);
  const [called, addresses] = names[language];
  const row = (person: string, address: string) =>
    `\n  - { ${called}: ${person}, ${addresses}: [${address}@example.org] }`;
  const values: SetupValues = {
    language,
    timezone: 'Europe/Madrid',
    country: 'ES',
    people: row('Bea Gil', 'bea') + row('Carl Ros', 'carl'),
    approvers: '[Bea Gil, Carl Ros]',
    records: '["changes/**/*.md", "procedures/**/*.md"]',
    name: 'Portal',
    today: '2026-11-16',
    owner: 'Ana Mas',
    contact: 'ana@example.org',
    test: ': `npm test`',
    build: ': `npm run build`',
    deploy: ': `./deploy.sh`',
    ...wishes,
  };
  const written = {
    '.changebook/config.yaml': profile.config,
    [procedureFile]: profile.procedure,
    ...profile.others,
  };
  return new Map(Object.entries(written).map(([file, text]) => [file, fillProfile(text[language], values)]));
}

const page = path.resolve(__dirname, '../../../docs/profiles.md');

/** The change that the page of profiles shows under one of them. */
export function profileExample(name: string): string {
  const text = readFileSync(page, 'utf8');
  const start = text.toLowerCase().indexOf(`\n## ${name.replace('-', ' ')}\n`);
  assert.ok(start > 0, name);
  return /^```markdown\n([\s\S]*?)^```$/m.exec(text.slice(start))?.[1] ?? assert.fail(name);
}
