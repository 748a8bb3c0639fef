// Measures notices and logs beside the libraries that they are made with, in turns, one process.
//   npx tsx test/bench/notices.ts [rows of the log, 10000]
import '../../src/generate/markdownAsText';
import MailComposer from 'nodemailer/lib/mail-composer';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { DeploymentLog } from '../../src/core/log/deploymentLog';
import { parseRecord } from '../../src/core/model/parse/parseRecord';
import { type DraftRequest, draftNotice, type NoticeDraft } from '../../src/core/notices/draftNotice';
import { noticeKinds } from '../../src/core/notices/noticeKinds';
import { dateStyle, headerStyle, spreadsheet, textStyle } from '../../src/node/log/spreadsheet';
import { htmlPage } from '../../src/node/notices/htmlPage';
import { mailFile } from '../../src/node/notices/mailFile';
import { logOf, wholeChange } from '../unit/core/log/logWorkspace';
import { exampleTexts, requestFor } from '../unit/core/notices/noticeWorkspace';
import { median, quantile } from './measure';

const change = 'changes/CHG-2026-0042-portal-4-2-0.md';
const typed = 'A sentence that somebody types letter by letter, with bold words and more in it, ';
const users = Array.from({ length: 10_000 }, (_, index) => `user${index}@ribera.example`).join('\n');

/** Milliseconds of processor time, which others on the machine do not take part in. */
async function timed(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Every kind, drafted again after each letter typed into the record: parsing the record is part of it. */
function keystrokes(where: string, at: (text: string) => number): boolean {
  const texts = exampleTexts();
  const text = texts.get(change) ?? '';
  const request: DraftRequest = { ...requestFor(texts, change, 'es'), endUsers: () => users };
  const times: number[] = [];
  for (const kind of noticeKinds) {
    for (let letter = 1; letter <= typed.length; letter++) {
      const written = [text.slice(0, at(text)), typed.slice(0, letter), text.slice(at(text))].join('');
      const before = process.cpuUsage();
      const record = parseRecord(written);
      if (record?.type === 'change') draftNotice(kind, { ...request, record });
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1000;
      // The first ones load and compile.
      if (letter > 10) times.push(ms);
    }
  }
  const [middle, most] = [median(times), quantile(times, 0.95)];
  console.log(
    `A draft after a keystroke in the ${where}, ${times.length} of ${noticeKinds.length} kinds: median ${middle.toFixed(2)} ms, 95 % within ${most.toFixed(2)} ms (a frame is 16 ms)`,
  );
  return middle <= 16;
}

function longLog(rows: number): DeploymentLog {
  const fronts = Array.from({ length: rows }, (_, index) =>
    wholeChange.replace('2026-11-24 22:00', `2026-11-${String((index % 28) + 1).padStart(2, '0')} 22:00`),
  );
  return logOf(fronts);
}

/** The same cells without anything of ours: no time zones, no safe texts, no filters. */
function plainCells({ titles, rows }: DeploymentLog): Cell[][] {
  const header = titles.map((title): Cell => ({ type: String, value: title, ...headerStyle }));
  const cellOf = (cell: string | number | undefined): Cell => {
    if (cell === undefined) return null;
    return typeof cell === 'number'
      ? { type: Date, value: new Date(cell), ...dateStyle }
      : { type: String, value: cell, ...textStyle };
  };
  return [header, ...rows.map((row) => row.map(cellOf))];
}

async function logs(rows: number): Promise<boolean> {
  const log = longLog(rows);
  const cells = plainCells(log);
  const columns = log.widths.map((width) => ({ width }));
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 6; round++) {
    const alone = await timed(() =>
      writeExcelFile(cells, { sheet: 'Log', columns, dateFormat: 'yyyy-mm-dd hh:mm' }).toBuffer(),
    );
    const whole = await timed(() => spreadsheet(log));
    if (round === 0) continue;
    bare.push(alone);
    ours.push(whole);
  }
  const [a, b] = [median(ours), median(bare)];
  console.log(
    `A log of ${rows} rows as .xlsx: ${a.toFixed(0)} ms, write-excel-file alone with the same cells ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)} (at most 1.5)`,
  );
  return a <= 1.5 * b;
}

/** What MailComposer alone makes of the same mail. */
function bareMail(draft: NoticeDraft, date: number): Promise<Buffer> {
  const mail = new MailComposer({
    to: draft.recipients.to.map(({ name = '', address }) => ({ name, address })),
    subject: draft.subject,
    text: draft.plain,
    html: htmlPage(draft),
    date: new Date(date),
    headers: { 'X-Unsent': '1' },
    textEncoding: 'quoted-printable',
  }).compile();
  return new Promise((resolve, reject) => {
    mail.build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

async function mails(): Promise<boolean> {
  const request = requestFor(exampleTexts(), change, 'es');
  const start = noticeKinds.find(({ name }) => name === 'start');
  const result = start && draftNotice(start, request);
  if (!result?.ok) throw new Error('no draft');
  const { draft } = result;
  const many = 500;
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 6; round++) {
    const alone = await timed(async () => {
      for (let index = 0; index < many; index++) await bareMail(draft, request.now + index);
    });
    const whole = await timed(async () => {
      for (let index = 0; index < many; index++)
        await mailFile({ draft, bcc: [], date: request.now + index });
    });
    if (round === 0) continue;
    bare.push(alone);
    ours.push(whole);
  }
  const [a, b] = [(many / median(ours)) * 1000, (many / median(bare)) * 1000];
  console.log(
    `Mail files: ${a.toFixed(0)} a second, MailComposer alone ${b.toFixed(0)}, share ${(a / b).toFixed(2)} (1,000 a second, or 0.9 of it)`,
  );
  return a >= 1000 || a >= 0.9 * b;
}

async function main(): Promise<void> {
  const good = [
    keystrokes('summary', (text) => text.indexOf('\n\n', text.indexOf('## Resumen')) + 2),
    // The title stands in every notice, so that each letter makes another one.
    keystrokes('title', (text) => text.indexOf('Portal 4.2.0')),
    await logs(Number(process.argv[2] ?? 10_000)),
    await mails(),
  ];
  process.exitCode = good.every(Boolean) ? 0 : 1;
}

void main();
