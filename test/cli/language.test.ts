import { strict as assert } from 'node:assert';
import { changebook, folderOf } from './program';

const spanish = { LC_ALL: '', LC_MESSAGES: '', LANG: 'es_ES.UTF-8' };
const english = { ...spanish, LANG: 'en_GB.UTF-8' };

function workspace(config: string): string {
  return folderOf({
    '.changebook/config.yaml': `timezone: UTC\n${config}`,
    'TKT-1.md': '---\nid: TKT-1\ntype: ticket\n---\n# One\n',
  });
}

describe('The language of the command line', () => {
  const none = workspace('');
  const es = workspace('idioma: es\n');

  function said(words: string, cwd: string, env: NodeJS.ProcessEnv): string {
    const { out, err } = changebook(words.split(' '), cwd, { env });
    return out + err;
  }

  it('is asked for, before the command or behind it', () => {
    assert.match(said('--language es check', none, english), /^Nada que señalar: 1 registro en 2 ficheros\./);
    assert.match(said('--language=en check --language es', none, english), /^Nada/);
    assert.match(said('--language fr check', es, english), /--language no admite «fr»/);
  });

  it('is that of the workspace, else that of the environment', () => {
    assert.match(said('check', es, english), /^Nada/);
    assert.match(said('check', none, spanish), /^Nada/);
    assert.match(said('check', none, { ...spanish, LC_ALL: 'C' }), /^Nothing/);
  });

  it('is the same for help, and for a call that cannot be read', () => {
    assert.match(said('check --help', es, english), /^Uso:/);
    assert.match(said('foo', es, english), /No existe la orden/);
    assert.match(said('check --foo', es, english), /No existe la opción/);
    assert.match(said('show a b', none, spanish), /necesita un identificador/);
    assert.match(said('draft TKT-1 foo', es, english), /no admite «foo»; admite solicitud_aprobacion/);
  });

  it('is that of the values which options take', () => {
    assert.match(
      said('pending --group color', es, english),
      /admite ventana, cliente, entorno, estado, espera-a/,
    );
    assert.match(said('pending --help', es, english), /--waits-on nosotros\|cliente\|socio\|nadie/);
    assert.match(said('pending --help', none, english), /--waits-on us\|customer\|partner\|nobody/);
    for (const words of ['--group estado --waits-on nosotros', '--group status --waits-on us'])
      assert.match(said(`pending ${words}`, es, english), /Ningún cambio pendiente/);
    assert.match(said('log --audience equipo', es, english), /^# Bitácora/);
    // What is near in another language counts only where nothing is in the reader’s.
    assert.match(said('draft TKT-1 reversoin', none, english), /Did you mean “reversion”/);
    assert.match(said('draft TKT-1 inico', es, english), /¿Querías decir «inicio»/);
  });

  it('is not that of the environment in what machines read', () => {
    assert.match(said('check --format markdown', none, spanish), /Nothing to report/);
    const refused = JSON.parse(changebook(['tick', 'TKT-1', '--format', 'json'], none, { env: spanish }).out);
    assert.equal(refused.message, 'TKT-1 has no steps.');
  });
});
