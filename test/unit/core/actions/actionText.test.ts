import * as assert from 'node:assert/strict';
import { type ActionText, textFor } from '../../../../src/core/actions/actionText';
import { faultTexts } from '../../../../src/core/actions/commitFaults';
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
});
