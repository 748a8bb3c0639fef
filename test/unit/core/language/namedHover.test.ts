import { strict as assert } from 'node:assert';
import type { LanguageInput } from '../../../../src/core/language/languageInput';
import { configOf } from '../../support/memoryWorkspace';
import { hovered, texts } from './cursorText';

const config = `timezone: Europe/Madrid
people: [{ name: Laia Font, addresses: [laia@example.org, laia@home.example] }]
approvals:
  - { roles: [quality_assurance], holders: { quality_assurance: [Laia Font], dba: [laia@home.example] } }
performers: [{ deployment_type: [3, 4], people: [Laia Font] }]
environments: [{ name: QA }, { name: PRO, production: true, aliases: [live], reason: "real [data](x)" }]
trackers: [{ pattern: "^SUP-\\\\d+$", url: "https://help.example/{id}" }, { pattern: "^RUN-\\\\d+$", url: "command:x" }]
`;
const { config: configured } = configOf(new Map([...texts, ['.changebook/config.yaml', config]]));
const fence = '---\nid: CHG-2026-0009\ntype: change\n';

describe('Hover on what has a name', () => {
  it('says who a person is', () => {
    const card =
      '**Laia Font**  \nlaia\\@example\\.org, laia\\@home\\.example  \nDecides as quality\\_assurance, dba  \nPerforms deployment types 3, 4';
    assert.equal(said(`${fence}assignee: Laia F|ont\n---\n`), card);
    assert.equal(said(`${fence}approvals:\n  - { role: peer, by: laia@ho|me.example }\n---\n`), card);
    assert.match(
      said(`${fence}assignee: Laia F|ont\n---\n`, 'es') ?? '',
      /Decide como .*\n.*despliegues de tipo 3, 4$/,
    );
    assert.equal(said(`${fence}assignee: Nob|ody\n---\n`), undefined);
    assert.match(
      said(`${fence}requested_by: Anna S|erra\n---\n`) ?? '',
      /^\*\*Anna Serra\*\* {2}\nanna.*\nContact of Acme \\\[x/,
    );
    assert.match(
      said(`${fence}---\n- [ ] Copy <!-- step: copy by="Laia F|ont" -->\n`) ?? '',
      /^\*\*Laia Font\*\*/,
    );
  });

  it('says what an environment is, and why it counts as production', () => {
    assert.equal(
      said(`${fence}environments: [QA, li|ve]\n---\n`),
      '**PRO**  \nProduction: real \\[data\\]\\(x\\)  \nAlso called live',
    );
    assert.equal(said(`${fence}environments: [Q|A]\n---\n`, 'es'), '**QA**  \nNo es producción');
    assert.equal(said(`${fence}environments: [PR|E]\n---\n`), '**PRE**  \nNot listed in the configuration');
    assert.equal(said(`${fence}environments: [prod-e|u]\n---\n`), '**prod\\-eu**  \nProduction, by its name');
    assert.match(
      said(`${fence}customer: acme\nenvironments: [P|RO]\n---\n`) ?? '',
      /Production {2}\nOf Acme/,
    );
  });

  it('says where the ticket of a tracker is, and makes links of nothing but the web', () => {
    const card = '**SUP\\-12**  \nTicket of a tracker  \n<https://help.example/SUP-12>';
    assert.equal(said(`${fence}tickets: [SUP|-12]\n---\n`), card);
    assert.equal(said(`${fence}---\nSee SUP-1|2.\n`), card);
    assert.equal(said(`${fence}---\nSee RUN-1|2.\n`, 'es'), '**RUN\\-12**  \nTicket de un gestor');
    assert.equal(said(`${fence}---\nSee SUP-1x|2.\n`), undefined);
  });

  it('says what a type of deployment is', () => {
    assert.match(said(`${fence}deployment_type: 4|\n---\n`) ?? '', /^\*\*4\*\* {2}\n1 administrator/);
    assert.match(said(`---\ntipo: cam|bio\n---\n`, 'es') ?? '', /Un cambio o una publicación$/);
  });

  it('shows the record behind a link', () => {
    const text = `${fence}---\n[before](CHG-2026-00|01.md#deployment)\n`;
    assert.match(said(text) ?? '', /^\*\*CHG\\-2026\\-0001\*\* First change/);
    const listed = `${fence}links: [{ title: A, url: ../tickets/TK|T-7.md }]\n---\n`;
    assert.match(said(listed) ?? '', /Search misses accents/);
  });
});

function said(marked: string, language: LanguageInput['language'] = 'en'): string | undefined {
  return hovered(marked, { language, config: configured, file: 'changes/CHG-2026-0009.md' })?.markdown;
}
