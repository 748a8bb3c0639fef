import { strict as assert } from 'node:assert';
import type { NamedThing } from '../../../../../src/core/language/mentions/mention';
import {
  definingFiles,
  type NamingInput,
  namingFiles,
  namingTest,
} from '../../../../../src/core/language/mentions/namingFiles';
import { placesNaming } from '../../../../../src/core/language/mentions/placesNaming';
import { indexOf } from '../../../support/memoryWorkspace';
import { input, texts } from './mentionedText';

const configFiles = [...texts.keys()].filter((file) => file.startsWith('.changebook/'));
const naming: NamingInput = { config: input.config, index: indexOf(texts), configFiles };

function thing(kind: NamedThing['kind'], key: string, scope = ''): NamedThing {
  return { kind, key, scope };
}

/** How often each file names something, as a search through the files that may finds it. */
function places(named: NamedThing): { [file: string]: number } {
  const mayName = namingTest(named, naming);
  const files = namingFiles(named, naming).filter((file) => mayName(file, texts.get(file) ?? ''));
  const found = placesNaming(
    named,
    files.map((file) => [file, texts.get(file) ?? ''] as const),
    input,
  );
  return Object.fromEntries(found.map(({ file, mentions }) => [file, mentions.length]));
}

describe('Places that name a thing', () => {
  it('are found of a record in fields, text, comments and links', () => {
    assert.deepEqual(places(thing('record', 'PROC-RELEASE')), {
      '.changebook/templates/start.en.md': 1,
      'changes/CHG-2026-0001.md': 2,
      'procedures/PROC-RELEASE.md': 1,
    });
    assert.deepEqual(places(thing('record', 'CHG-2026-0001')), {
      '.changebook/config.yaml': 1,
      'changes/CHG-2026-0001.md': 2,
      'tickets/TKT-7.md': 1,
    });
  });

  it('are found of a customer by key and by name, of an environment by its aliases too', () => {
    assert.deepEqual(places(thing('customer', 'acme')), {
      '.changebook/config.yaml': 1,
      '.changebook/customers/acme.yaml': 1,
      'changes/CHG-2026-0001.md': 1,
      'tickets/TKT-7.md': 1,
    });
    assert.deepEqual(places(thing('environment', 'pro', 'acme')), {
      '.changebook/config.yaml': 2,
      '.changebook/customers/acme.yaml': 2,
      'changes/CHG-2026-0001.md': 1,
    });
  });

  it('are found of a person by every address, and of a role', () => {
    assert.deepEqual(places(thing('person', 'laia@example.org')), {
      '.changebook/config.yaml': 4,
      'changes/CHG-2026-0001.md': 1,
      'procedures/PROC-RELEASE.md': 1,
    });
    assert.deepEqual(places(thing('role', 'security')), {
      '.changebook/config.yaml': 3,
      'changes/CHG-2026-0001.md': 2,
    });
  });

  it('are found of a step and a heading in the procedure and in what follows it', () => {
    assert.deepEqual(places(thing('step', 'backup', 'PROC-RELEASE')), {
      'procedures/PROC-RELEASE.md': 1,
      'changes/CHG-2026-0001.md': 2,
    });
    assert.deepEqual(places(thing('heading', '5-release', 'PROC-RELEASE')), {
      'procedures/PROC-RELEASE.md': 3,
      'changes/CHG-2026-0001.md': 2,
    });
  });

  it('are looked for only where the thing is described, if that is asked', () => {
    assert.deepEqual(definingFiles(thing('record', 'TKT-7'), naming), ['tickets/TKT-7.md']);
    assert.deepEqual(definingFiles(thing('customer', 'acme'), naming), ['.changebook/customers/acme.yaml']);
    assert.deepEqual(definingFiles(thing('role', 'security'), naming), [
      '.changebook/config.yaml',
      '.changebook/customers/acme.yaml',
      '.changebook/customers/other.yaml',
    ]);
    assert.deepEqual(definingFiles(thing('step', 'backup', 'PROC-RELEASE'), naming), [
      'procedures/PROC-RELEASE.md',
    ]);
  });
});
