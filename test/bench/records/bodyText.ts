import type { Language } from '../../../src/core/model/text/localized';
import type { Random } from './random';
import type { PlannedStep, StepGroup } from './recordPlan';
import { type RecordWords, wordsOf } from './recordWords';

/** Parts of a body: what people write between the steps, and the steps themselves. */
export class BodyText {
  readonly words: RecordWords;
  /** Steps that are still to be ticked; afterwards they are left open. */
  private ticksLeft = 0;

  /** @param hasRollback whether the record has the section that some sentences link to */
  constructor(
    language: Language,
    private readonly random: Random,
    private readonly hasRollback: boolean,
  ) {
    this.words = wordsOf(language);
  }

  /** Says how many of the steps that follow are done: the first ones, as in real life. */
  tick(count: number): void {
    this.ticksLeft = count;
  }

  /** A group of steps, its heading above. */
  group({ title, ordered, steps }: StepGroup, level: string): string {
    const lines = steps.flatMap((step, index) => this.step(step, ordered ? `${index + 1}.` : '-'));
    return `${level} ${title}\n\n${lines.join('\n')}\n`;
  }

  /** Steps one below the other. */
  steps(texts: readonly string[]): string {
    return `${texts.flatMap((text) => this.step({ text, nested: [] }, '-')).join('\n')}\n`;
  }

  private step({ text, name, nested }: PlannedStep, marker: string): string[] {
    const comment = name ? ` <!-- step: ${name} -->` : '';
    const indent = ' '.repeat(marker.length + 1);
    const ticked = this.ticksLeft-- > 0;
    const skipped = ticked && !name && nested.length === 0 && this.random.chance(0.04);
    const shown = skipped ? `~~${text}~~ (n/a: ${this.random.pick(this.words.notApplicable)})` : text;
    const below = nested.map((part) => `${indent}- [${this.ticksLeft-- > 0 ? 'x' : ' '}] ${part}`);
    return [`${marker} [${ticked ? 'x' : ' '}] ${shown}${comment}`, ...below];
  }

  /** A paragraph of some sentences. */
  paragraph(): string {
    const { sentences } = this.words;
    const usable = this.hasRollback ? sentences : sentences.filter((sentence) => !sentence.includes('](#'));
    return `${this.random.some(usable, this.random.between(1, 3)).join(' ')}\n`;
  }

  /** A plain list, which holds no steps. */
  list(items: readonly string[]): string {
    return `${items.map((item) => `- ${item}`).join('\n')}\n`;
  }

  table(): string {
    const rows = Array.from({ length: this.random.between(2, 5) }, () => {
      const before = `${this.random.between(1, 9)}.${this.random.between(0, 9)}`;
      return `| ${this.random.pick(componentNames)} | ${before}.0 | ${before}.1 | ${this.random.pick(teams)} |`;
    });
    return `| ${this.words.tableHead.join(' | ')} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  }

  /** Commands with a heredoc that holds headings and boxes: none of them is a heading or a step. */
  heredoc(version: string): string {
    const boxes = this.random.some(this.words.checks, 4);
    const lines = boxes.map((text, index) => `- [${index % 2 === 0 ? 'x' : ' '}] ${text}`);
    return `\`\`\`bash
# ${this.random.pick(this.words.steps)}
git fetch --tags && git checkout v${version}
cat > /tmp/notes-v${version}.md <<'EOF'
## Release v${version}

${lines.join('\n')}
EOF
gh pr create --title "Release v${version}" --body-file /tmp/notes-v${version}.md
\`\`\`
`;
  }

  commands(component: string, version: string): string {
    return `\`\`\`sh
ssh ${component}-1.example.org
sudo systemctl stop ${component}
tar -xzf ${component}-${version}.tgz -C /opt/${component}/releases
ln -sfn /opt/${component}/releases/${version} /opt/${component}/current
sudo systemctl start ${component}
\`\`\`
`;
  }

  /** Any of what stands between the steps. */
  filler(version: string): string {
    const kind = this.random.between(0, 9);
    if (kind === 0) return this.table();
    if (kind <= 2) return this.heredoc(version);
    if (kind === 3) return this.commands(this.random.pick(componentNames), version);
    if (kind === 4) return this.list(this.random.some(this.words.scenarios, this.random.between(2, 4)));
    return this.paragraph();
  }
}

export const componentNames = [
  'portal',
  'search',
  'reports',
  'gateway',
  'signer',
  'viewer',
  'scheduler',
  'archive',
];
const teams = ['Platform', 'Data', 'Integración', 'Operaciones'];
