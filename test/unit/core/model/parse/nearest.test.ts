import { equal } from 'node:assert/strict';
import { nearestId, nearestName, sameLooseName } from '../../../../../src/core/model/parse/nearest';
import { plainName, visibleText } from '../../../../../src/core/model/text/plainName';

describe('The nearest name', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

  it('differs in a few letters, or goes on as a known one begins', () => {
    equal(nearestName('owenr', ['owner', 'order']), 'owner');
    equal(nearestName('monday', days), 'mon');
    equal(nearestName('Tues', days), 'tue');
    equal(nearestName('quality', ['quality_assurance', 'peer']), 'quality_assurance');
    equal(nearestName('holiday', days), undefined);
    equal(nearestName('foo', ['fin', 'inicio']), undefined);
    equal(nearestName('TSET', ['TEST', 'PRO']), 'TEST');
    equal(nearestName('UTA', ['UAT', 'PRO']), 'UAT');
    equal(nearestName('entirely_unheard_of', ['owner', 'title']), undefined);
    equal(nearestName('rel', ['release', 'related']), undefined);
    equal(nearestName('QA', ['par', 'peer']), undefined, 'no letter is the same');
    equal(nearestName('sections', ['format/sections', 'format/field']), 'format/sections');
  });

  it('is the same but for case, accents and what joins words', () => {
    for (const written of ['Tipo-Cambio', 'tipo cambio', 'tipoCambio', 'TIPO_CAMBIO', 'típo_cambio'])
      equal(sameLooseName(written, ['tipo', 'tipo_cambio']), 'tipo_cambio', written);
    equal(sameLooseName('tipocambio', ['tipo_cambio']), undefined);
  });

  it('of ids has the same numbers', () => {
    const ids = ['CHG-2026-0042', 'CHG-2026-0043', 'TKT-0042', 'PROC-RELEASE', 'PROC-REVIEW'];
    equal(nearestId('CHG-2026-42', ids), 'CHG-2026-0042');
    equal(nearestId('CGH-2026-0042', ids), 'CHG-2026-0042');
    equal(nearestId('CHG-2026-00043', ids), 'CHG-2026-0043');
    equal(nearestId('CHG-43', ids), 'CHG-2026-0043');
    equal(nearestId('PROC-RELAESE', ids), 'PROC-RELEASE');
    equal(nearestId('CHG-2026-0044', ids), undefined);
    equal(nearestId('TKT-0043', ids), undefined);
    equal(nearestId('XYZ', ids), undefined);
  });
});

describe('Texts as people see them', () => {
  it('are the same however accents, blanks and capitals are written', () => {
    equal(plainName('DIPUTACIO\u0301N\u00a0 de\u2009Girona '), 'diputación de girona');
    equal(visibleText('\ufeffPRO\u200b'), 'PRO');
    equal(visibleText('Two  blanks'), 'Two blanks');
    equal(plainName('a b'), 'a b');
  });
});
