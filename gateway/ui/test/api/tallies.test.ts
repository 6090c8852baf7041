import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/api/tallies';

describe('packed tallies', () => {
  it('gives each tally its party, team and counts', () => {
    const packed = { teams: ['', 'payments'], counters: btoa(String.fromCharCode(1, 2, 0, 5, 1, 0, 0, 3, 2, 1, 1, 0, 0, 4, 0, 0)) };

    const tallies = unpack(packed);

    expect(tallies).toEqual([
      { control: 1, party: 'CUSTOMER', team: '', counts: { pass: 5, fail: 1, unknown: 0, waived: 0, notApplicable: 3 } },
      { control: 2, party: 'SHARED', team: 'payments', counts: { pass: 0, fail: 0, unknown: 4, waived: 0, notApplicable: 0 } },
    ]);
  });

  it('reads numbers of several bytes, also beyond 32 bits', () => {
    const large = [0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
    const packed = { teams: [''], counters: btoa(String.fromCharCode(0xac, 0x02, 0, 0, ...large, 0, 0, 0, 0)) };

    const [tally] = unpack(packed);

    expect(tally?.control).toBe(300);
    expect(tally?.counts.pass).toBe(2 ** 35);
  });
});
