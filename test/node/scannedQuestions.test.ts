import { strict as assert } from 'node:assert';
import path from 'node:path';
import { asksHistory, asksNames, gitQuestions } from '../../src/node/gitQuestions';
import { FileScanner, type ToldRows } from '../../src/node/scanFile';
import { surveyWorkspace } from '../../src/node/surveyWorkspace';

const examples = path.join(__dirname, '../../examples');

describe('What records ask git', () => {
  it('comes with their scan, and is what the records themselves tell', () => {
    const { files, texts } = surveyWorkspace(examples);
    const scanner = new FileScanner(examples, texts);
    const task = { root: examples, texts, files: files.map(({ file }) => file) };
    const batches = [...scanner.scanShared({ ...task, cursor: new SharedArrayBuffer(4) }, 32)];
    const told = batches.flatMap(({ scanned }) => (JSON.parse(scanned.told) as ToldRows).asked);
    const own = task.files.flatMap((file): typeof told => {
      const { entry } = scanner.scan(file);
      const questions = entry && gitQuestions([entry]);
      return questions && (asksNames(questions) || asksHistory(questions)) ? [[file, questions]] : [];
    });
    assert.deepEqual(new Map(told), new Map(own));
    assert.ok(
      told.some(([, { names, movesAsk }]) => names || movesAsk),
      'some ask for names',
    );
    assert.ok(
      told.some(([, { moved, procedures }]) => moved?.length && procedures?.length),
      'some ask who moved them, and go by a procedure',
    );
  });
});
