import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReceipt, receiptText } from '../../../src/core/receipt/receiptStatement';
import { inside } from '../gateWorkspace';
import { changebook, folderOf } from '../program';
import { git } from '../pullRequest';
import { fileOf, pull, requested, review } from './reviewedRepository';

describe('A receipt of a gate with reviews', () => {
  before(() => {
    process.env.GIT_COMMITTER_DATE = '2026-11-20T09:00:00Z';
  });

  after(() => {
    delete process.env.GIT_COMMITTER_DATE;
  });

  it('holds them, and counts them again in another clone', () => {
    const { folder, base, head } = requested();
    const reviews = fileOf(pull({ base, head }), [review('nil-r', { commit_id: head })]);
    const outside = folderOf({});
    const file = path.join(outside, 'receipt.json');
    const asked = ['gate', 'CHG-1', ...inside, '--reviews', reviews, '--receipt', file];
    const ended = changebook(asked, folder);
    assert.equal(ended.code, 0, ended.out + ended.err);
    git(outside, 'Ana Font', 'clone', '--quiet', folder, 'clone');
    const clone = path.join(outside, 'clone');
    const same = changebook(['verify', file], clone);
    assert.equal(same.code, 0, same.out + same.err);
    assert.match(same.out, /What was told of pull requests/);
    const receipt = readReceipt(readFileSync(file, 'utf8'));
    if (typeof receipt === 'string') return assert.fail(receipt);
    assert.equal(receipt.predicate.records[0]?.reviews?.[0]?.login, 'nil-r');
    // By whoever opened the request it would not have counted.
    const [told] = receipt.predicate.requests?.[0]?.reviews ?? [];
    if (told) told.login = 'mal';
    writeFileSync(file, receiptText(receipt));
    const other = changebook(['verify', file], clone);
    assert.equal(other.code, 1);
    assert.match(other.out, /“refused”/);
  });
});
