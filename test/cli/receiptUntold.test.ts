import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReceipt, receiptText } from '../../src/core/receipt/receiptStatement';
import { change, config, inside, procedure } from './gateWorkspace';
import { changebook, folderOf } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';

describe('What a receipt or a clone does not tell', () => {
  let folder = '';
  const file = path.join(folderOf({}), 'receipt.json');

  before(() => {
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
    const files = {
      '.changebook/config.yaml': config.replace('  approval/unverified: "off"\n', ''),
      'PROC-DEPLOY.md': procedure,
      [`${id}.md`]: change(id),
    };
    folder = repositoryOf(files, 'Ana');
    const record = path.join(folder, `${id}.md`);
    writeFileSync(record, readFileSync(record, 'utf8').replace('[ ] Deploy', '[x] Deploy'));
    git(folder, 'commit', '--quiet', '--all', '--message', 'Deploy');
    const asked = changebook(['gate', id, ...inside, '--receipt', file], folder);
    assert.equal(asked.code, 0, asked.out + asked.err);
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
  });

  it('is no difference where the clone is a partial one, which has what is checked out and not what was before', () => {
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    const partial = path.join(folderOf({}), 'partial');
    git(folder, 'clone', '--quiet', '--filter=blob:none', `file://${folder}`, partial);
    const { code, out } = changebook(['verify', file], partial);
    assert.equal(code, 2, out);
    assert.match(
      out,
      /^It cannot be verified\.\n {2}- The decision cannot be replayed here\. .* lacks objects of its history/,
    );
    assert.equal(changebook(['verify', file], folder).code, 0);
  });

  it('is a question that the gate was never asked', () => {
    const receipt = readReceipt(readFileSync(file, 'utf8'));
    assert.ok(typeof receipt === 'object');
    receipt.predicate.asked = {};
    const other = path.join(folderOf({}), 'receipt.json');
    writeFileSync(other, receiptText(receipt));
    const { code, err } = changebook(['verify', other], folder);
    assert.equal(code, 2);
    assert.match(err, /is no receipt of Changebook’s gate/);
  });
});
