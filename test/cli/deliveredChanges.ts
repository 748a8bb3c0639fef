/** What is put into a record of a test, under the names of the format: the raw material of figures. */
export interface RawChange {
  readonly [name: string]: unknown;
}

/** The same numbers each time. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const customers = ['acme', 'ribera', undefined];
const components = ['portal', 'archive', 'signer'];
const outcomes = ['successful', 'successful', 'successful', 'failed', 'rolled_back', 'superseded', undefined];

/** Moments of whole minutes in 2026, in UTC as records write them. */
function written(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

/** Changes of many kinds: open, called off, without times, failed, followed up, late, with notices or without. */
export function deliveredChanges(count: number, seed: number): RawChange[] {
  const below = chances(seed);
  const maybe = <T>(value: T, inTen = 7): T | undefined => (below(10) < inTen ? value : undefined);
  return Array.from({ length: count }, (_, at) => {
    const start = below(400_000);
    const length = 30 + below(120);
    const begin = start - 30 + below(90);
    const end = begin + below(200) - (below(20) === 0 ? 300 : 0);
    const outcome = outcomes[below(outcomes.length)];
    const status = ['done', 'done', 'done', 'done', 'in_testing', 'to_be_released', 'cancelled', 'rejected'];
    const actual = {
      start: maybe(written(begin), 9),
      end: maybe(written(end), 9),
      rollback: outcome === 'rolled_back' || below(30) === 0 ? { at: maybe(written(begin + 5)) } : undefined,
    };
    return {
      id: `CHG-2026-${String(at + 1).padStart(4, '0')}`,
      status: status[below(status.length)],
      change_type: maybe(['standard', 'normal', 'emergency'][below(3)], 9),
      customer: customers[below(customers.length)],
      components: maybe([{ name: components[below(3)] }, { name: components[below(3)] }]),
      procedure: maybe(`PROC-${'AB'[below(2)]}@1.0.0`),
      supersedes: at > 0 && below(4) === 0 ? `CHG-2026-${String(below(at) + 1).padStart(4, '0')}` : undefined,
      requested_at: maybe(written(start - below(30_000) + (below(20) === 0 ? 60_000 : 0))),
      reported_at: maybe(written(start - below(3_000)), 3),
      schedule: maybe({
        start: written(start),
        duration: `${length}m`,
        outage: maybe('20m', 5),
      }),
      actual,
      approvals: maybe(
        ['peer', 'operations', 'peer'].slice(0, 1 + below(3)).map((role) => ({
          role,
          by: 'Nil Roca',
          at: maybe(written(start - below(9_000)), 9),
          decision: below(12) === 0 ? 'denied' : 'approved',
        })),
      ),
      waivers: maybe([{ rule: 'schedule/friday', by: 'Rita', reason: 'So' }], 2),
      notifications: maybe(
        [
          { kind: 'start', at: maybe(written(begin + below(40) - 20), 9) },
          ...(below(2) === 0 ? [{ kind: 'users', at: written(start - below(3_000)) }] : []),
          ...(below(2) === 0 ? [{ kind: 'delay', at: written(begin + below(200)) }] : []),
        ],
        8,
      ),
      outcome,
    };
  });
}
