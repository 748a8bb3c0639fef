import { strictEqual } from 'node:assert/strict';
import {
  changeSections,
  samePlainTitle,
  sectionTitled,
} from '../../../../../src/core/model/vocabulary/sections';

const sectionNamed = (title: string) => sectionTitled(title)?.name;

describe('section titles', () => {
  it('are known in both languages, whatever their case, accents and marks', () => {
    for (const [name, { en, es }] of Object.entries(changeSections)) {
      for (const title of [en, es, en.toUpperCase(), es.normalize('NFD'), ` ${es} `, `${en}\u0301\u0301`])
        strictEqual(sectionNamed(title), name);
      // Another title of the other language, spelt without its accent, takes no section's own name away.
      for (const title of [en, es]) strictEqual(sectionTitled(title)?.own, true, title);
    }
    strictEqual(sectionNamed(`Rollback${' '.repeat(20)}\u0301`), 'rollback');
  });

  it('are known whatever people put around them, and by what else they are called', () => {
    const around = [
      ...[
        '1. Rollback',
        '7) Rollback',
        '1.2 Rollback:',
        '**Rollback**',
        '__Rollback__',
        '📋 Rollback',
        'IV. Rollback',
      ],
      ...[
        'Rollback —',
        'Rollback (obligatorio)',
        '1️⃣ Rollback',
        'Step 3: Rollback',
        '`Rollback`',
        '[Rollback](#x)',
        'Rollback <a id="r"></a>',
      ],
      ...[
        '⏪ **8. Rollback:**',
        ':rewind: Rollback',
        'a) Rollback',
        '2 - Rollback',
        'Rollback {#back}',
        '1.Rollback',
      ],
      ...['Backout', 'Back-out plan', 'Rollback Plan', 'Plan de marcha atrás', '3. PLAN DE VUELTA ATRÁS'],
    ];
    for (const title of around) strictEqual(sectionNamed(title), 'rollback', title);
    strictEqual(sectionNamed('Validation'), 'tests');
    strictEqual(sectionNamed('✅ Pasos:'), 'deployment');
    for (const title of ['What’s changed?', "What's changed"]) strictEqual(sectionNamed(title), 'changelog');
    for (const title of ['Impact & risk', 'Impacto en el servicio'])
      strictEqual(sectionNamed(title), 'impact');
    for (const title of ['Plan de implementación', 'Pasos a seguir', 'Runbook'])
      strictEqual(sectionNamed(title), 'deployment');
    strictEqual(sectionNamed('Pruebas de aceptación'), 'tests');
    for (const title of ['Rollback / Backout', '7. Rollback | Marcha atrás'])
      strictEqual(sectionNamed(title), 'rollback', title);
  });

  it('are none where something longer only begins or ends like one', () => {
    strictEqual(sectionNamed('Rollback of the database'), undefined);
    strictEqual(sectionNamed('Plan del despliegue'), undefined);
    strictEqual(sectionNamed('2. Test the rollback'), undefined);
    strictEqual(sectionNamed('Rollback 2'), undefined);
    strictEqual(sectionNamed('Tests / Rollback'), undefined);
    strictEqual(sectionNamed('Impact / Costs'), undefined);
    strictEqual(sectionNamed('📋'), undefined);
  });

  it('are the same but for case and accents', () => {
    strictEqual(samePlainTitle('Reversión', 'REVERSION'), true);
    strictEqual(samePlainTitle('Reversión', 'Revisión'), false);
    strictEqual(samePlainTitle('Back', '**7. Back:**'), true);
    strictEqual(samePlainTitle('1. Back', '2. Back'), false);
  });
});
