import { strict as assert } from 'node:assert';
import { profileExample, profileTexts } from '../unit/support/profileTexts';
import { changebook, checkJson, type Ended, lines } from './program';
import { git, repositoryOf } from './repository';

const id = 'CHG-2026-0001';
const told = ['--notify', '--sent'];
const ended = ['--outcome', 'successful'];

/** A repository that was set up for a profile, with its example, or what is given, as the only change. */
class SetUp {
  private now: string;
  readonly folder: string;

  constructor(profile: string, now: string, example = profileExample(profile)) {
    this.now = now;
    const files = profileTexts(profile, 'en').set('changes/.gitkeep', '');
    if (example) files.set(`changes/${id}.md`, example);
    this.folder = repositoryOf(Object.fromEntries(files), 'Ana Mas');
  }

  /** Runs a command as somebody, with their clock. */
  by(person: string, ...args: readonly string[]): Ended {
    git(this.folder, 'config', 'user.name', person);
    git(this.folder, 'config', 'user.email', `${person.replace(/ .*/, '').toLowerCase()}@example.org`);
    const env = { GIT_AUTHOR_DATE: this.now, GIT_COMMITTER_DATE: this.now };
    return changebook([...args, '--now', this.now], this.folder, { env });
  }

  /** The same, where it must work. */
  done(person: string, ...args: readonly string[]): void {
    const { code, out, err } = this.by(person, ...args);
    assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`);
  }

  until(now: string): void {
    this.now = now;
  }

  advance(...states: readonly string[]): void {
    for (const state of states) this.done('Ana Mas', 'advance', id, '--to', state);
  }

  gate(): Ended {
    return this.by('Ana Mas', 'gate', id);
  }

  findings(): string[] {
    const report = checkJson(['--now', this.now], this.folder);
    return lines(report).filter((line) => !line.includes(' info '));
  }
}

describe('A change goes from nothing to done', () => {
  it('under the profile small', () => {
    const team = new SetUp('small', '2026-11-16T11:20:00Z', '');
    const asked = ['--start', '2026-11-16 12:30', '--requested-by', 'Ana Mas', '--commit'];
    team.done('Ana Mas', 'new', 'PROC-RELEASE', '--title', 'Portal 1.4.0', ...asked);
    assert.deepEqual(team.findings(), []);
    assert.match(team.by('Ana Mas', 'advance', id, '--to', 'to_be_released').out, /approval\/missing/);
    const stranger = team.by('Dan Oliu', 'approve', id, '--role', 'peer');
    assert.equal(stranger.code, 1, stranger.out + stranger.err);
    team.done('Bea Gil', 'approve', id, '--role', 'peer');
    team.advance('to_be_released');
    assert.equal(team.gate().code, 1, 'its window is not open yet');
    team.until('2026-11-16T11:31:00Z');
    assert.equal(team.gate().code, 0, team.gate().out);
    team.advance('releasing');
    team.done('Ana Mas', 'tick', id, 'Deployment');
    team.done('Ana Mas', 'advance', id, '--to', 'done', ...ended);
    assert.deepEqual(team.findings(), []);
  });

  it('under the profile service-provider', () => {
    const team = new SetUp('service-provider', '2026-11-16T11:20:00Z');
    team.done('Ana Mas', 'agree', id);
    team.done('Bea Gil', 'approve', id, '--role', 'project');
    team.done('Ana Mas', 'advance', id, '--through', 'to_be_released');
    team.until('2026-11-24T19:01:00Z');
    assert.match(team.by('Ana Mas', 'advance', id, '--to', 'releasing').out, /notify\/start/);
    team.done('Ana Mas', 'advance', id, '--to', 'releasing', ...told);
    team.done('Ana Mas', 'tick', id, 'Deployment', 'Checklist');
    team.done('Ana Mas', 'advance', id, '--to', 'done', ...ended, ...told);
    assert.deepEqual(team.findings(), ['changes/CHG-2026-0001.md:23:1 warning notify/closing']);
    team.done('Ana Mas', 'notify', id, 'closing');
    assert.deepEqual(team.findings(), []);
    assert.match(team.by('Ana Mas', 'log', 'acme').out, /Field for the delivery date/);
  });

  it('under the profile itil', () => {
    const team = new SetUp('itil', '2026-11-16T11:20:00Z');
    team.done('Bea Gil', 'approve', id, '--role', 'change_manager');
    team.done('Ana Mas', 'advance', id, '--through', 'to_be_released');
    team.until('2026-11-24T19:01:00Z');
    team.done('Ana Mas', 'advance', id, '--to', 'releasing', ...told);
    team.done('Ana Mas', 'tick', id, 'Deployment', 'Checklist');
    team.advance('in_testing');
    team.done('Ana Mas', 'advance', id, '--to', 'done', ...ended, ...told);
    assert.deepEqual(team.findings(), []);
  });
});

describe('The gate of a profile opens when those approved whom it names, and no sooner', () => {
  const ready = (text: string): string =>
    text
      .replace('status: to_do', 'status: to_be_released')
      .replace(/start: 2026-11-\d\d .....,/, 'start: 2026-11-24 20:00,');
  const risky = (text: string): string => ready(text).replace('level: low', 'level: high');
  const normal = (text: string): string =>
    ready(text).replace('change_type: standard', 'change_type: normal');

  for (const [profile, edit, ...roles] of [
    ['service-provider', normal, 'project', 'product'],
    ['itil', risky, 'change_manager', 'cab_technical', 'cab_business'],
  ] as const)
    it(`${profile}: ${roles.join(', ')}`, () => {
      const team = new SetUp(profile, '2026-11-16T11:20:00Z', edit(profileExample(profile)));
      if (profile === 'service-provider') team.done('Ana Mas', 'agree', id);
      team.done('Ana Mas', 'notify', id, 'start');
      const inWindow = (): Ended => changebook(['gate', id, '--now', '2026-11-24T19:01:00Z'], team.folder);
      assert.equal(inWindow().code, 1);
      // Neither somebody else, nor who performs it.
      for (const role of roles) {
        for (const person of ['Dan Oliu', 'Ana Mas']) team.by(person, 'approve', id, '--role', role);
        assert.equal(inWindow().code, 1, role);
        team.done('Bea Gil', 'approve', id, '--role', role);
      }
      assert.equal(inWindow().code, 0, inWindow().out);
    });

  for (const [profile, role, ...more] of [
    ['small', 'peer'],
    ['service-provider', 'product', '--customer', 'acme'],
    ['itil', 'emergency_cab'],
  ] as const)
    it(`${profile}, an emergency: ${role}`, () => {
      const team = new SetUp(profile, '2026-11-16T02:20:00Z', '');
      team.done('Ana Mas', 'new', 'hotfix', '--title', 'Login fails', ...more);
      assert.equal(team.gate().code, 1);
      team.done('Bea Gil', 'approve', id, '--role', role);
      assert.equal(team.gate().code, 0, team.gate().out);
    });

  it('regulated, an emergency: emergency_cab, once it says why; and who is late afterwards', () => {
    const team = new SetUp('regulated', '2026-11-16T02:20:00Z', '');
    team.done('Ana Mas', 'new', 'hotfix', '--title', 'Login fails');
    team.done('Bea Gil', 'approve', id, '--role', 'emergency_cab');
    const shut = team.gate();
    assert.equal(shut.code, 1);
    assert.match(shut.out, /closure\/justification/);
    team.done('Ana Mas', 'set', id, 'justification=Nobody can log in');
    assert.equal(team.gate().code, 0, team.gate().out);
    team.done('Ana Mas', 'advance', id, '--to', 'releasing', ...told);
    const overdue = () => team.findings().filter((line) => line.includes('approval/overdue'));
    team.until('2026-11-18T02:20:00Z');
    assert.match(overdue().join(), /warning/);
    team.until('2026-11-21T02:20:00Z');
    assert.match(overdue().join(), /error/);
    team.done('Bea Gil', 'approve', id, '--role', 'change_manager');
    assert.deepEqual(overdue(), []);
    team.done('Ana Mas', 'set', id, 'justification=It was late', '--yes');
    assert.match(team.findings().join(), /approval\/stale/, 'the last approval covers why');
  });
});
