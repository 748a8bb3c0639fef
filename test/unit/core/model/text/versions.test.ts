import assert from 'node:assert/strict';
import { isMajorStep, type VersionStep, versionStep } from '../../../../../src/core/model/text/versions';

/** Versions of one scheme, each below the next. */
const ladders: { readonly [scheme: string]: readonly string[] } = {
  SemVer: [
    ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
    ...['1.0.0-rc.1', 'v1.0.0', '1.0.1', '1.2', '1.10', '2.0.0-rc9', '2.0.0-rc10', '2.0.0', '10.0.0.1'],
  ],
  days: ['2026-09-30', '2026-10-01', '2026-10-01.2', '2026-11-15'],
  months: ['2025.12', '2026.09', '2026.10', '2026.11.1', '2027.1'],
  stamps: ['20261114', '20261115.1', '20261115.2', '20261201'],
  instants: ['RELEASE.2026-01-01T00-00-00Z', 'RELEASE.2026-01-02T00-00-00Z'],
  Debian: ['1:1.0~rc1-1', '1:1.0-1', '1:1.0-1.1', '1:1.0-2', '2:0.9-1ubuntu2.9', '2:0.9-1ubuntu2.16'],
  RPM: ['4.18.0-477.10.1.el8_8', '4.18.0-477.13.1.el8_8', '4.18.0-513.el8'],
  Maven: ['6.0.0.Alpha1', '6.0.0.Beta2', '6.0.0.CR1', '6.0.0.Final', '6.0.0.SP1', '6.0.1-SNAPSHOT', '6.0.1'],
  milestones: ['3.0.0-M1', '3.0.0-M2', '3.0.0.RELEASE', '3.0.1.RELEASE'],
  letters: ['1.0.2', '1.0.2y', '1.0.2z', '1.0.2za', '1.0.2zg', '1.1.1', '1.1.1v', '1.1.1w'],
  patches: ['9.6', '9.6p1', '9.6p2', '9.8p1'],
  updates: ['8u292', '1.8.0_301', '8u382', '11'],
  'security updates': ['2.36-9+deb12u3', '2.36-9+deb12u10'],
  'epochs of Python': ['1!1.0', '1!2.0', '2!0.1'],
  releases: ['12c', '19c', '23ai'],
  Python: ['1.0a1', '1.0a2', '1.0b1', '1.0rc1', '1.0', '1.0.post1', '1.1.dev1'],
  revisions: ['r2451', 'r2460'],
  builds: ['10231', '10245'],
  described: ['v4.2.0-13-g3f2a9c1', 'v4.2.0-14-g8be01d2'],
  named: ['jdk-17.0.1', 'jdk-17.0.2'],
  long: ['99999999999999999998.9', '99999999999999999999.1'],
};

/** Pairs without a certain order, in both directions. */
const unknown: readonly (readonly [string, string])[] = [
  ...([
    ['3f2a9c1', '8be01d2'],
    ['sha256:bb', 'sha256:aa'],
    ['main-3f2a9c1', 'main-1be01d2'],
    ['pr-45', 'pr-44'],
    ['feature/ABC-45', 'feature/ABC-44'],
  ] as const),
  ...([
    ['1234567', '1234566'],
    ['f47ac10b-58cc-4372-a567-0e02b2c3d479', '147ac10b-58cc-4372-a567-0e02b2c3d479'],
  ] as const),
  ...([
    ['latest', '4.2.0'],
    ['stable', 'canary'],
    ['4.x', '4.2'],
    ['>=4.2', '>=4.1'],
    ['4.2, 4.3', '4.1'],
  ] as const),
  ...([
    ['2025.4', '5.0'],
    ['10245', '4.2.0'],
    ['2026-11-15', '20261114'],
    ['20H2', '1909'],
  ] as const),
  ...([
    ['15-11-2026', '01-12-2026'],
    ['11/2026', '01/2027'],
    ['Q3 2026', 'Q1 2027'],
  ] as const),
  ...([
    ['1.0-rc1', '1.0-SNAPSHOT'],
    ['1.2.3', '1.2.3-1'],
    ['1.09', '1.1'],
    ['2:8.2', '8.3'],
  ] as const),
  ...([
    ['3.19.1-alpine', '3.19.1'],
    ['23c', '23ai'],
    ['1!2.0', '3.0'],
    ['jdk-17', 'jre-16'],
    ['2.0.0b', '2.0.0'],
  ] as const),
];

const alike: readonly (readonly [string, string, VersionStep])[] = [
  ...([
    ['4.2.0', '4.2.0', 'same'],
    ['v4.2', '4.2.0', 'same'],
    ['6.0.0', '6.0.0.Final', 'same'],
  ] as const),
  ...([
    ['2026.09', '2026.9', 'same'],
    ['3f2a9c1', '3f2a9c1', 'same'],
    ['Latest', 'latest', 'same'],
  ] as const),
  ...([
    ['4.2.0+1', '4.2.0+2', 'build'],
    ['4.2.0', '4.2.0+7', 'build'],
    ['4.2.0-3f2a9c1', '4.2.0-1be01d2', 'build'],
  ] as const),
  ...([
    ['4.2.0@sha256:ab', '4.2.0@sha256:cd', 'build'],
    ['4.2.0', '4.2.0-3f2a9c1', 'build'],
  ] as const),
];

describe('versions', () => {
  for (const [scheme, ladder] of Object.entries(ladders))
    it(`orders ${scheme}`, () => {
      ladder.forEach((low, index) => {
        for (const high of ladder.slice(index + 1)) {
          assert.equal(versionStep(low, high), 'up', `${low} → ${high}`);
          assert.equal(versionStep(high, low), 'down', `${high} → ${low}`);
        }
      });
    });

  it('claims no order that is not certain', () => {
    for (const [first, second] of unknown) {
      assert.equal(versionStep(first, second), undefined, `${first} → ${second}`);
      assert.equal(versionStep(second, first), undefined, `${second} → ${first}`);
    }
  });

  it('knows the same version and another build of it', () => {
    for (const [first, second, step] of alike) {
      assert.equal(versionStep(first, second), step, `${first} → ${second}`);
      assert.equal(versionStep(second, first), step, `${second} → ${first}`);
    }
  });

  it('sees a major step in the first number of a release alone', () => {
    for (const [from, to] of [
      ['9.9.9', '10.0.0'],
      ['v1', 'v2'],
      ['19c', '23ai'],
      ['1:9.0', '1:10.0'],
    ] as const)
      assert.ok(isMajorStep(from, to), `${from} → ${to}`);
    for (const [from, to] of [
      ['2025.4', '2026.1'],
      ['r2451', 'r2460'],
      ['4.2', '4.3'],
      ['1:9.0', '2:10.0'],
      ['3f2a9c1', '8be01d2'],
    ] as const)
      assert.ok(!isMajorStep(from, to), `${from} → ${to}`);
  });

  it('says the same of three numbers with a prefix, which are read into their parts', () => {
    const numbers = ['0', '1', '2', '9', '10', '19', '20', '99', '100', '999'];
    const versions = numbers.flatMap((major) =>
      ['0', '9', '10', '999'].flatMap((minor) =>
        ['0', '1', '20'].map((patch) => `${major}.${minor}.${patch}`),
      ),
    );
    for (const [index, from] of versions.entries()) {
      for (const to of [from, ...versions.slice(index % 7).filter((_, at) => at % 13 === 0)]) {
        const pair = `${from} → ${to}`;
        assert.equal(versionStep(from, to), versionStep(`v${from}`, `v${to}`), pair);
        assert.equal(isMajorStep(from, to), isMajorStep(`v${from}`, `v${to}`), pair);
      }
    }
  });
});
