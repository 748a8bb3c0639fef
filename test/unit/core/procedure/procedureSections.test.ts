import assert from 'node:assert/strict';
import { readBody } from '../../../../src/core/model/parse/readBody';
import { LineMap } from '../../../../src/core/model/text/lineMap';
import { procedureSections } from '../../../../src/core/procedure/procedureSections';

/** The sections of a change that titles of second level name. */
function sectionsOf(...titles: readonly string[]): (string | undefined)[] {
  const { headings } = readBody(new LineMap(titles.map((title) => `## ${title}\n\ntext\n`).join('\n')), 0);
  const found = procedureSections(headings);
  return headings.map((heading) => found.find((one) => one.heading === heading)?.section);
}

describe('The sections of a procedure that its changes have too', () => {
  it('are known by their usual names in both languages', () => {
    const titles = {
      rollback:
        'Backout, Back-out plan, Revert, Roll back, Marcha atrás, Vuelta atrás, Plan de reversión, 7. ROLLBACK PLAN:, Rollback (if needed), If something goes wrong, Plan de contingencia, Steps to roll back',
      tests:
        'Verification, Smoke tests, Validation & verification, Post-deployment checks, How Has This Been Tested?, Pruebas de humo, Verificación tras el despliegue, Comprobaciones, 3. Verify, Smoke tests after the deployment, Plan de pruebas',
      approvals:
        'Sign-off, Approvals, Visto bueno, ✅ Sign-offs, Approvals required, Aprobación del CAB, Go/No-Go, Aprobado por:',
      impact: 'Risks and impact, Impacto en los usuarios, Impact, Riesgos',
    };
    for (const [section, names] of Object.entries(titles))
      for (const title of names.split(/, (?=\S)/))
        assert.deepEqual(sectionsOf('Prepare', title), [undefined, section], title);
  });

  it('are none where a step among others begins like one', () => {
    for (const title of [
      'Smoke tests in staging',
      'Verify the backup',
      'Test the connection',
      'Approve the pull request',
      'Impacted team members',
      'Back up the database',
    ])
      assert.deepEqual(sectionsOf('Prepare', title), [undefined, undefined], title);
  });

  it('are right below the only top section where there is one', () => {
    const text = '## Runbook\n\n### Deploy\n\n- [ ] Go\n\n#### Rollback\n\n### Rollback\n\n- [ ] Back\n';
    const { headings } = readBody(new LineMap(text), 0);
    assert.deepEqual(
      procedureSections(headings).map(({ heading }) => heading.line),
      [8],
    );
  });
});
