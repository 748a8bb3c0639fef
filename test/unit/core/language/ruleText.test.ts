import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleText } from '../../../../src/core/language/ruleText';
import { rules } from '../../../../src/core/rules/registry';
import { docsOf } from '../../../../src/core/rules/renderFinding';

const project = path.resolve(__dirname, '../../../..');

function shipped(id: string): string {
  return readFileSync(path.join(project, docsOf(id)), 'utf8');
}

/** The lines of a page outside of its examples. */
function prose(page: string): string {
  return page.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
}

describe('The page of a rule in one language', () => {
  it('says all of it in that language alone', () => {
    for (const rule of rules) {
      for (const language of ['en', 'es'] as const) {
        const page = ruleText(rule, shipped(rule.id), language);
        const other = language === 'en' ? 'es' : 'en';
        assert.ok(page.startsWith(`# ${rule.title[language]}\n\n\`${rule.id}\`\n`), rule.id);
        assert.ok(page.includes(rule.explanation[language]), rule.id);
        assert.ok(!page.includes(rule.explanation[other]), rule.id);
        assert.doesNotMatch(page, /undefined|\[object/, rule.id);
        const foreign =
          language === 'es' ? /^(Wrong|Right|Beside|Before|The |Its |What )|Severity/m : /Mal|Bien/;
        assert.doesNotMatch(prose(page), foreign, rule.id);
      }
    }
  });

  it('has the example of the shipped page, whole', () => {
    for (const { id } of rules) {
      const text = shipped(id);
      const rule = rules.find((own) => own.id === id);
      assert.ok(rule);
      const fences = (page: string): number => page.match(/^`{3,}/gm)?.length ?? 0;
      assert.equal(fences(ruleText(rule, text, 'es')), fences(text), id);
    }
  });
});
