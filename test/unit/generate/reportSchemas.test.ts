import { strict as assert } from 'node:assert';
import { emptyConfig } from '../../../src/core/config/workspaceConfig';
import { checkReport } from '../../../src/core/report/checkReport';
import { reportedFinding } from '../../../src/core/report/reportedFinding';
import { showReport } from '../../../src/core/report/showReport';
import { checkText } from '../support/memoryWorkspace';
import { spanishChange } from './schemaFixtures';
import { validator } from './schemas';

describe('The JSON Schemas of reports', () => {
  const text = `---\n${spanishChange}misspelt: 1\n---\n# Portal\n\n## Despliegue\n\n- [ ] Copia <!-- step: backup -->\n`;

  it('accept what check reports', () => {
    const findings = checkText(text).map((finding) => {
      return { file: 'CHG-2026-0042.md', finding: reportedFinding(finding) };
    });
    assert.ok(findings.length > 0);
    const report = checkReport(findings, { files: 1, records: 1 }, 'en');
    const validate = validator('check');
    assert.ok(validate(report), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...report, version: 2 }));
    assert.ok(!validate({ ...report, more: true }));
  });

  it('accept what show reports, of a record and of other markdown', () => {
    const validate = validator('show');
    for (const source of [text, '# Notes\n\n## Plan\n\n- [x] Write\n']) {
      const report = JSON.parse(JSON.stringify(showReport('notes.md', source, emptyConfig))) as object;
      assert.ok(validate(report), JSON.stringify(validate.errors));
    }
    assert.ok(!validate({ version: 1, file: 'notes.md' }));
  });
});
