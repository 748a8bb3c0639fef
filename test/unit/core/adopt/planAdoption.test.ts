import { strict as assert } from 'node:assert';
import type { Adoption, AdoptWishes } from '../../../../src/core/adopt/adoption';
import { adoptionLines } from '../../../../src/core/adopt/adoptionText';
import { planAdoption } from '../../../../src/core/adopt/planAdoption';
import { parseRecord } from '../../../../src/core/model/parse/parseRecord';
import { plainBodyStart } from '../../../../src/core/model/parse/readFrontMatter';
import { applyEdits } from '../../../../src/core/model/text/edit';
import { configOf, indexOf, MemoryFacts, testNow } from '../../support/memoryWorkspace';

type Files = { readonly [file: string]: string };

/** What becomes of a file beside others. */
function planned(text: string, wishes: AdoptWishes = {}, file = 'docs/deploy.md', others: Files = {}) {
  const texts = new Map(Object.entries({ ...others, [file]: text }));
  const { config } = configOf(texts);
  const input = {
    ...{ config, index: indexOf(texts), files: new MemoryFacts(texts) },
    ...{ git: undefined, now: testNow },
  };
  return planAdoption({ file, text }, wishes, input);
}

function adopted(...args: Parameters<typeof planned>): Adoption {
  const plan = planned(...args);
  if ('refused' in plan) assert.fail(`${plan.refused} ${JSON.stringify(plan.args)}`);
  assert.equal(applyEdits(plan.before ?? args[0], plan.edits).text, plan.text);
  const record = parseRecord(plan.text);
  assert.equal(record?.type, 'procedure');
  assert.deepEqual(record.problems, []);
  assert.equal(record.body.steps.length, plan.steps);
  return plan;
}

/** Why a file is refused. */
function refused(...args: Parameters<typeof planned>): string {
  const plan = planned(...args);
  return 'refused' in plan ? plan.refused : assert.fail('it is adopted');
}

const bodyOf = (text: string): string => text.slice(plainBodyStart(text));

describe('A markdown file that becomes a procedure', () => {
  it('keeps its markdown to the byte, with its line breaks and its byte order mark', () => {
    for (const body of [
      '# Deploy\n\n- [ ] One  \n* [x] Two\n1. [ ] Three',
      'Deploy\r\n======\r\n\r\n- [ ] One\r\n\t- [ ] Two\r\n\r\n<!-- a\r\n-->\r\n',
      '\n\n---\n\n# Deploy\n\n+ [ ] One\n```\n- [ ] none\n',
      '- [ ] no title\n',
    ])
      for (const mark of ['', '\uFEFF']) {
        const { text, file } = adopted(mark + body);
        assert.equal(bodyOf(text), body);
        assert.ok(text.startsWith(`${mark}---${body.includes('\r') ? '\r\n' : '\n'}id: PROC-DEPLOY`));
        assert.equal(file, 'procedures/PROC-DEPLOY.md');
      }
  });

  it('loses the front matter of other tools in its new file, and says which fields', () => {
    const jekyll = '---\nlayout: page\ntitle: "Deploy: the portal"\ntype: docs\nowner: Ana\n---\n';
    const { title, fields, text } = adopted(`${jekyll}# Other\n\n- [ ] One\n`);
    assert.deepEqual([title, fields], ['Deploy: the portal', ['layout', 'type']]);
    assert.equal(bodyOf(text), '# Other\n\n- [ ] One\n');
    assert.match(text, /\nowner: Ana\n/);
    const toml = adopted('+++\ntitle = "Hugo"\ndraft = true\n+++\n- [ ] One\n');
    assert.deepEqual([toml.title, toml.fields, bodyOf(toml.text)], ['Hugo', ['draft'], '- [ ] One\n']);
    const broken = adopted('---\ntitle: Hi\nother: [a\n---\n- [ ] One\n');
    assert.deepEqual([broken.title, bodyOf(broken.text)], ['Hi', '- [ ] One\n']);
  });

  it('is called by the name of its issue template, its heading, or its file', () => {
    const template = '---\nname: Release\nabout: All of it\ntitle: "[v] "\nlabels: x\n---\n\n- [ ] One\n';
    assert.equal(adopted(template).title, 'Release');
    assert.equal(adopted('# **Deploy** `x` [now](http://a.example)\n\n- [ ] One\n').title, 'Deploy x now');
    assert.equal(adopted('- [ ] One\n', {}, 'docs/how_to-deploy.md').title, 'How to deploy');
    assert.equal(adopted('# 发布\n\n- [ ] One\n').id, 'PROC-DEPLOY');
    assert.equal(refused('# 发布\n\n- [ ] One\n', {}, '发布.md'), 'noId');
  });

  it('is called without the lines that frame its title', () => {
    assert.equal(adopted('=====\nDeploy\n=====\n\n- [ ] One\n').title, 'Deploy');
  });

  it('is in the language that it is written in', () => {
    const spanish = '# Subida\n\n## Marcha atrás\n\n- [ ] Volver a la copia de la base\n';
    assert.deepEqual([adopted(spanish).language, adopted('# A\n\n- [ ] B\n').language], ['es', 'en']);
    assert.match(adopted(spanish).text, /\ntipo: procedimiento\n/);
  });

  it('has boxes for its numbered steps and what looks like a step, where that is wished for', () => {
    const text =
      '# A\n\n1. [Steps](#s)\n\n## S\n\n1. One\n   1. Inner\n2) Two\n- plain\n- [ ] Three\n☐ Four\n[ ] Five\n\n```\n1. code\n```\n';
    const offered = adopted(text);
    assert.deepEqual(
      offered.boxes.map(({ line, text: written }) => `${line + 1} ${written}`),
      ['7 1. One', '8 1. Inner', '9 2) Two', '12 ☐ Four', '13 [ ] Five'],
    );
    assert.equal(bodyOf(offered.text), text);
    const { steps, text: boxed } = adopted(text, { boxes: true });
    assert.equal(steps, 6);
    assert.match(boxed, /1\. \[ \] One\n {3}1\. \[ \] Inner\n2\) \[ \] Two\n- plain\n/);
    const bullets = adopted('# A\n\n- One\n* Two\n', { boxes: true });
    assert.equal(bodyOf(bullets.text), '# A\n\n- [ ] One\n* [ ] Two\n');
    const word = adopted('# A\n\n•\tOne\n•\tTwo\n\nStep 3: Go\n', { boxes: true });
    assert.equal(bodyOf(word.text), '# A\n\n- [ ] One\n- [ ] Two\n\n- [ ] Step 3: Go\n');
    const filled = adopted('# A\n\n* A key\n\n#. One\n#. Two\n\na. Inner\n', { boxes: true });
    assert.equal(bodyOf(filled.text), '# A\n\n* A key\n\n1. [ ] One\n1. [ ] Two\n\n- [ ] a. Inner\n');
    const emoji = adopted('# A\n\n✅ One\n- :white_large_square: Two\n* ❌ Three\n⬜️ Four\n', {
      boxes: true,
    });
    assert.equal(bodyOf(emoji.text), '# A\n\n- [ ] One\n- [ ] Two\n* [ ] Three\n- [ ] Four\n');
    assert.equal(adopted('# A\n\n- [ ] One\n- ✅ is a sign\n').boxes.length, 0);
  });

  it('tells which sections go to those of a change, and what has no place', () => {
    const text =
      '# A\n\n## Contacts\n\nAna\n\n## Steps\n\n- [x] Go\n\n## Back-out plan\n\nBack\n\n## Sign-off\n\n| Role | Done |\n| - | - |\n| QA | ☐ |\n\n<p><input type="checkbox"> Go</p>\n';
    const plan = adopted(text);
    assert.deepEqual(
      plan.sections.map(({ section, heading }) => [section, heading.title]),
      [
        ['rollback', 'Back-out plan'],
        ['approvals', 'Sign-off'],
      ],
    );
    assert.deepEqual(
      plan.unplaced.map(({ kind, line }) => `${kind} ${line + 1}`),
      ['section 3', 'table 17', 'html 21'],
    );
    const bold = adopted(
      '# A\n\n- [ ] Go\n\n**Rollback:**\n\nBack\n\n**Note**\n\n<details>\n<summary><b>Tests</b></summary>\n\n- [ ] Try\n\n</details>\n',
    );
    assert.deepEqual(
      bold.unplaced.map(({ kind, line, text: named }) => `${kind} ${line + 1} ${named}`),
      ['title 5 Rollback', 'title 12 Tests'],
    );
    const told = adoptionLines(plan, 'es');
    assert.equal(told[0], 'PROC-A «A»: 1 paso, de docs/deploy.md');
    assert.ok(told.includes('  Aprobaciones: «Sign-off» (línea 15)'), told.join('\n'));
    assert.ok(told.includes('    1 paso marcado; un cambio empieza con todos sin marcar'));
  });

  it('leads to the same files from its new place', () => {
    const text = '# A\n\n[a](img/a.png#x) [b](gone.md) [c](#a) <img src="img/a.png">\n\n- [ ] One\n';
    const { text: made, links } = adopted(text, {}, 'docs/deploy.md', { 'docs/img/a.png': '' });
    assert.equal(links, 2);
    assert.match(
      made,
      /\[a\]\(\.\.\/docs\/img\/a\.png#x\) \[b\]\(gone\.md\) \[c\]\(#a\) <img src="\.\.\/docs/,
    );
    const beside = { 'ops/PROC-B.md': '---\nid: PROC-B\ntype: procedure\n---\n', 'ops/a.md': 'x' };
    const same = adopted('# A\n\n[a](a.md)\n', {}, 'ops/deploy.md', beside);
    assert.deepEqual([same.file, same.links], ['ops/PROC-A.md', 0]);
  });

  it('gets front matter in place, beside fields that it may keep', () => {
    const plain = adopted('\uFEFF# A\r\n\r\n- [ ] One\r\n', { inPlace: true });
    assert.equal(plain.file, 'docs/deploy.md');
    assert.match(plain.text, /^\uFEFF---\r\nid: PROC-A\r\n.*\r\n---\r\n# A\r\n\r\n- \[ \] One\r\n$/s);
    const kept = adopted('---\n# ours\ntitle: B\ntags: [x]\n---\n- [ ] One\n', { inPlace: true });
    assert.match(
      kept.text,
      /^---\nid: PROC-B\ntype: procedure\ncreated: .*\n# ours\ntitle: B\ntags: \[x\]\n---\n- /s,
    );
    for (const front of ['layout: page', 'type: docs', 'id: x', 'title: [a']) {
      const text = `---\n${front}\n---\n# A\n\n- [ ] One\n`;
      const why = refused(text, { inPlace: true });
      assert.equal(why, front.endsWith('[a') ? 'unreadFrontMatter' : 'foreignFields', front);
    }
  });

  it('is not adopted twice, and gets its boxes later', () => {
    const text = '# A\n\n1. One\n';
    const first = adopted(text);
    const there = { [first.file]: first.text };
    assert.equal(refused(text, {}, 'docs/deploy.md', there), 'adopted');
    const later = adopted(text, { boxes: true }, 'docs/deploy.md', there);
    assert.deepEqual([later.file, later.before], [first.file, first.text]);
    assert.equal(bodyOf(later.text), '# A\n\n1. [ ] One\n');
    assert.equal(adopted('# A\n\n- [ ] Else\n', {}, 'docs/else.md', there).id, 'PROC-A-2');
  });

  it('is refused where it is a record, a form, no markdown, or empty', () => {
    assert.equal(refused('---\nid: CHG-1\ntype: change\n---\n'), 'isRecord');
    assert.equal(refused('# A\n\n- [ ] One\n', { inPlace: true }, '.changebook/a.md'), 'folder');
    assert.equal(refused('# A\n\n- [ ] One\n', {}, '.git/a.md'), 'folder');
    assert.equal(refused('name: x\n', {}, '.github/ISSUE_TEMPLATE/release.yml'), 'form');
    assert.equal(refused('<p>', {}, 'a.html'), 'notMarkdown');
    assert.equal(refused('- [ ] One\n', { inPlace: true }, 'CHECKLIST'), 'notInPlace');
    assert.equal(refused('# {{ title }}\n', {}, '.changebook/templates/start.en.md'), 'config');
    assert.equal(refused('---\ntitle: A\n---\n \n'), 'empty');
    assert.equal(refused('- [ ] One\n', { id: 'nonsense' }), 'badId');
    assert.equal(refused('- [ ] One\n', { id: 'CHG-1' }), 'badId');
    const records = { '.changebook/config.yaml': 'records: ["ops/**"]\n' };
    assert.equal(refused('- [ ] One\n', { inPlace: true }, 'docs/deploy.md', records), 'leftOut');
    assert.equal(adopted('- [ ] One\n', {}, 'docs/deploy.md', records).file, 'ops/PROC-DEPLOY.md');
  });
});
