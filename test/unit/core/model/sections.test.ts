import { strictEqual } from 'node:assert/strict';
import { changeSections, samePlainTitle, sectionNamed } from '../../../../src/core/model/vocabulary/sections';

describe('section titles', () => {
  it('are known in both languages, whatever their case, accents and marks', () => {
    for (const [name, { en, es }] of Object.entries(changeSections)) {
      for (const title of [en, es, en.toUpperCase(), es.normalize('NFD'), ` ${es} `, `${en}\u0301\u0301`])
        strictEqual(sectionNamed(title), name);
    }
    strictEqual(sectionNamed(`Rollback${' '.repeat(20)}\u0301`), 'rollback');
  });

  it('are none where something longer only begins or ends like one', () => {
    strictEqual(sectionNamed('Rollback of the database'), undefined);
    strictEqual(sectionNamed('Plan del despliegue'), undefined);
  });

  it('are the same but for case and accents', () => {
    strictEqual(samePlainTitle('Reversión', 'REVERSION'), true);
    strictEqual(samePlainTitle('Reversión', 'Revisión'), false);
  });
});
