import { strict as assert } from 'node:assert';
import { dayOf } from '../../../../src/core/model/time/zoneClock';
import { readTimeline, type TimelineOptions } from '../../../../src/core/timeline/readTimeline';
import type { Timeline } from '../../../../src/core/timeline/timeline';
import { configOf, indexOf, type Texts, testNow } from '../../support/memoryWorkspace';

function change(id: string, front: string): [string, string] {
  return [`${id}.md`, `---\nid: ${id}\ntype: change\ntitle: Title of ${id}\n${front}\n---\n`];
}

const config: readonly [string, string][] = [
  [
    '.changebook/config.yaml',
    `timezone: Europe/Madrid
freezes: [{ from: 2026-11-19, to: 2026-11-20, reason: Audit, hard: true, customers: [acme] }]
holidays: { dates: [{ date: 2026-11-18, name: Feast }] }
`,
  ],
  [
    '.changebook/customers/acme.yaml',
    `name: Acme
environments: [{ name: PRO, production: true }, { name: UAT }]
maintenance_windows: [{ days: [mon], from: "22:00", to: "02:00" }]
`,
  ],
  ['.changebook/customers/far.yaml', 'name: Far\ntimezone: America/Bogota\nenvironments: [{ name: PRO }]\n'],
];

function read(records: readonly [string, string][], wish: Partial<TimelineOptions> = {}): Timeline {
  const texts: Texts = new Map([...config, ...records]);
  const result = configOf(texts);
  const first = dayOf('2026-11-16') ?? 0;
  const source = { config: result.config, index: indexOf(texts, result) };
  return readTimeline([source], { first, last: first + 6, now: testNow, language: 'en', ...wish });
}

/** Each row in one line: the customer, the environment, its bars. */
function rows({ bands }: Timeline): string[] {
  return bands.flatMap(({ groups }) =>
    groups.flatMap(({ customer, rows: own }) =>
      own.map(({ environment, bars, more }) =>
        [customer, environment, ...bars.map(({ id }) => id), ...(more ? [`+${more}`] : [])].join(' '),
      ),
    ),
  );
}

describe('A timeline', () => {
  it('has a row for each environment that is configured or deployed to', () => {
    const timeline = read([
      change(
        'CHG-1',
        'customer: Acme\nenvironments: [uat, PRO]\nschedule: { start: 2026-11-17 22:00, duration: 1h }',
      ),
      change('CHG-2', 'customer: zeta\nenvironments: [X]\nschedule: { start: 2026-11-16 22:00 }'),
      change('CHG-3', 'schedule: { start: 2026-11-22 23:59, duration: 1h }'),
      change(
        'CHG-4',
        'customer: acme\nenvironments: [DEV]\nschedule: { start: 2026-11-15 23:00, duration: 2h }',
      ),
    ]);
    assert.deepEqual(rows(timeline), [
      'Acme PRO CHG-1',
      'Acme UAT CHG-1',
      'Acme DEV CHG-4',
      'Far PRO',
      'zeta X CHG-2',
      '  CHG-3',
    ]);
  });

  it('leaves out what takes place elsewhere in time, or nowhere', () => {
    const at = (id: string, start: string, more = ''): [string, string] =>
      change(id, `customer: acme\nenvironments: [PRO]\nschedule: { start: ${start}, duration: 1h }\n${more}`);
    const timeline = read([
      at('CHG-1', '2026-11-15 23:00'),
      at('CHG-2', '2026-11-23 00:00'),
      at('CHG-3', '2026-11-18 22:00', 'status: cancelled'),
      at('CHG-4', '2026-11-18 22:00', 'status: rejected'),
      at('CHG-5', '2026-11-18 22:00', 'status: done'),
      change('CHG-6', 'customer: acme\nenvironments: [PRO]'),
    ]);
    assert.deepEqual(rows(timeline), ['Acme PRO CHG-5', 'Acme UAT', 'Far PRO']);
  });

  it('says what is late, what is put aside, and which changes meet', () => {
    const front = (start: string, more: string): string =>
      `customer: acme\nenvironments: [PRO]\nschedule: { start: ${start}, duration: 2h, outage: 20m }\n${more}`;
    const { bands } = read([
      change('CHG-1', front('2026-11-16 08:00', 'status: to_be_released')),
      change('CHG-2', front('2026-11-16 09:00', 'status: on_hold\nhold: { reason: x, from: in_progress }')),
      change('CHG-3', front('2026-11-16 11:30', 'status: releasing')),
      change('CHG-4', front('2026-11-16 11:00', 'status: done')),
    ]);
    const bars = bands[0]?.groups[0]?.rows[0]?.bars ?? [];
    assert.deepEqual(
      bars.map(({ id, stage, overdue, conflicts, outageMinutes }) => [
        id,
        stage,
        overdue,
        conflicts,
        outageMinutes,
      ]),
      [
        ['CHG-1', 'to_be_released', true, ['CHG-2'], 20],
        ['CHG-2', 'on_hold', true, ['CHG-1'], 20],
        ['CHG-4', 'done', false, [], 20],
        ['CHG-3', 'releasing', false, [], 20],
      ],
    );
  });

  it('knows the days off, freezes and maintenance windows of each customer, by its own clock', () => {
    const [acme, far] = read([]).bands[0]?.groups ?? [];
    const told = (group: typeof acme): string[] =>
      (group?.backgrounds ?? []).map(({ kind, start, end, name = '' }) => {
        const moment = (ms: number): string => new Date(ms).toISOString().slice(5, 16);
        return [kind, moment(start), moment(end), name].join(' ').trim();
      });
    assert.deepEqual(told(acme), [
      'holiday 11-17T23:00 11-18T23:00 Feast',
      'dayOff 11-20T23:00 11-22T23:00',
      'maintenance 11-16T21:00 11-17T01:00',
      'freeze 11-18T23:00 11-20T23:00 Audit',
    ]);
    // Bogotá is six hours behind, so its Sunday reaches into Madrid's Monday.
    assert.deepEqual(told(far), [
      'dayOff 11-15T23:00 11-16T05:00',
      'holiday 11-18T05:00 11-19T05:00 Feast',
      'dayOff 11-21T05:00 11-22T23:00',
    ]);
  });

  it('shows what recurs as often as it does, with the environments that it is for, and hours off', () => {
    const again: [string, string] = [
      '.changebook/config.yaml',
      `timezone: Europe/Madrid
freezes: [{ days: [mon, wed], from: "18:00", to: "02:00", reason: Night, environments: [PRO] }]
holidays: { dates: [{ date: 2026-11-19, from: "14:00", name: Half a day }] }
`,
    ];
    const [acme] = read([again]).bands[0]?.groups ?? [];
    const told = (acme?.backgrounds ?? []).flatMap(({ kind, start, end, name }) =>
      name
        ? [`${kind} ${new Date(start).toISOString().slice(8, 16)} ${(end - start) / 3_600_000} h ${name}`]
        : [],
    );
    assert.deepEqual(told, [
      'holiday 19T13:00 10 h Half a day',
      'softFreeze 16T17:00 8 h Night (PRO)',
      'softFreeze 18T17:00 8 h Night (PRO)',
    ]);
  });

  it('leaves out places to which nothing is deployed, and those that a filter does not ask for', () => {
    const window = 'schedule: { start: 2026-11-17 22:00, duration: 1h }';
    const records = [change('CHG-1', `customer: Acme\nenvironments: [uat, PRO]\n${window}`)];
    assert.deepEqual(rows(read(records, { hideEmpty: true })), ['Acme PRO CHG-1', 'Acme UAT CHG-1']);
    assert.deepEqual(rows(read(records, { environment: 'pro' })), ['Acme PRO CHG-1', 'Far PRO']);
    assert.deepEqual(rows(read(records, { environment: 'DEV' })), []);
  });

  it('shows one customer alone, by key or name', () => {
    const records = [
      change('CHG-1', 'customer: far\nenvironments: [PRO]\nschedule: { start: 2026-11-17 22:00 }'),
      change('CHG-2', 'customer: acme\nenvironments: [PRO]\nschedule: { start: 2026-11-17 22:00 }'),
    ];
    assert.deepEqual(rows(read(records, { customer: 'FAR' })), ['Far PRO CHG-1']);
    assert.deepEqual(rows(read(records, { customer: 'Acme' })), ['Acme PRO CHG-2', 'Acme UAT']);
  });

  it('names folders where there are several workspaces', () => {
    const texts: Texts = new Map([change('CHG-1', 'customer: a\nschedule: { start: 2026-11-17T22:00Z }')]);
    const source = { config: configOf(texts).config, index: indexOf(texts) };
    const first = dayOf('2026-11-16') ?? 0;
    const wish = { first, last: first + 6, now: testNow, language: 'en' as const };
    const timeline = readTimeline(
      [
        { ...source, label: 'one' },
        { ...source, label: 'two' },
      ],
      wish,
    );
    assert.deepEqual(rows(timeline), ['one · a  CHG-1', 'two · a  CHG-1']);
    assert.equal(timeline.zone, 'UTC');
  });
});
