import * as assert from 'node:assert/strict';
import { type ActionText, textFor } from '../../../../src/core/actions/actionText';
import { faultText, faultTexts, newFileKept } from '../../../../src/core/actions/commitFaults';
import { pushFaultTexts } from '../../../../src/core/actions/pushTexts';
import { refusalTexts } from '../../../../src/core/actions/refusals';

const texts: readonly [code: string, text: ActionText][] = [
  ...Object.entries(faultTexts),
  ...Object.entries(pushFaultTexts),
  ...Object.entries(refusalTexts),
];

describe('sentences of actions', () => {
  it('name commands and options of the command line there alone', () => {
    for (const [code, text] of texts)
      for (const language of ['en', 'es'] as const) {
        assert.doesNotMatch(textFor('editor', text, language), /changebook |\(--|\{how\}/, code);
        const named = text.how !== undefined;
        assert.equal(/changebook |\(--/.test(textFor('commandLine', text, language)), named, code);
      }
  });

  it('say how it is done in the language of the sentence', () => {
    assert.match(textFor('commandLine', pushFaultTexts.protectedBranch, 'es'), /--branch NOMBRE\) y/);
    assert.match(textFor('editor', refusalTexts.evidenceMissing, 'en'), /a link or a figure\.$/);
  });

  it('of a first commit say that the file stays, never that nothing was changed', () => {
    const kept = newFileKept([{ file: 'CHG-2026-0001.md', isNew: true }]);
    for (const code of ['noRepository', 'noProgram', 'tooOld', 'noIdentity', 'indexLocked'] as const)
      for (const language of ['en', 'es'] as const) {
        const told = faultText({ code, args: {} }, language, kept);
        assert.match(told, /CHG-2026-0001\.md (?:stays as it is|queda como está)\.$/, code);
        assert.doesNotMatch(told, /Nothing was changed|cambiado nada/, code);
        assert.equal(told.match(/Nothing was|No se ha hecho/g)?.length, 1, told);
      }
    assert.equal(newFileKept([{ file: 'CHG-2026-0001.md' }]), undefined);
  });
});
