import { strict as assert } from 'node:assert';
import { fillIn, languageOfEnvironment } from '../../../../../src/core/model/text/localized';
import { countText } from '../../../../../src/core/report/counted';
import { rules } from '../../../../../src/core/rules/registry';

describe('Texts with numbers', () => {
  it('choose between one and many', () => {
    const text = '{count|Queda|Quedan} {count} {count|paso abierto|pasos abiertos}';
    assert.equal(fillIn(text, { count: 1 }), 'Queda 1 paso abierto');
    assert.equal(fillIn(text, { count: 0 }), 'Quedan 0 pasos abiertos');
    assert.equal(fillIn('{n|the ticket|any of the {n} tickets}', { n: 2 }), 'any of the 2 tickets');
    assert.equal(fillIn(text), text);
    assert.equal(countText('file', 1, 'es'), '1 fichero');
  });

  it('never say “1 steps”', () => {
    const messages = rules.flatMap((rule) => Object.values({ ...rule.messages, ...rule.fixTitles }));
    for (const { en, es } of messages) {
      for (const text of [en, es]) assert.doesNotMatch(fillIn(text, { count: 1 }), /\b1 \p{L}+s\b/u);
    }
  });
});

describe('The language of a reader', () => {
  it('is what POSIX says of an environment, else English', () => {
    const of = (env: { [name: string]: string }) => languageOfEnvironment(env);
    assert.equal(of({ LANG: 'es_ES.UTF-8' }), 'es');
    assert.equal(of({ LANG: 'es.UTF-8' }), 'es');
    assert.equal(of({ LANG: 'es@euro' }), 'es');
    assert.equal(of({ LANG: 'es_ES.UTF-8', LC_MESSAGES: 'en_GB' }), 'en');
    assert.equal(of({ LANG: 'en_GB', LC_MESSAGES: '', LC_ALL: 'es_MX' }), 'es');
    assert.equal(of({ LANG: 'es_ES', LC_ALL: 'C' }), 'en');
    assert.equal(of({ LANG: 'fr_FR.UTF-8' }), 'en');
    assert.equal(of({}), 'en');
  });
});
