import { describe, expect, it } from 'vitest';
import { bandOf, judgedLayers } from '../../src/organization/heat';
import { teamsOf } from '../../src/organization/TeamBars';
import { layers } from '../fixtures/layers';
import { organization } from '../fixtures/posture';

describe('the heat map', () => {
  it('has a column for each judged layer, in the order of the catalog', () => {
    const columns = judgedLayers(organization.accounts, layers);

    expect(columns[0]).toBe('guest-os');
    expect(columns).not.toContain('people');
    expect(columns.indexOf('identity')).toBeLessThan(columns.indexOf('data'));
  });

  it('bands scores by the limits of the grades and leaves the unjudged without one', () => {
    expect([95, 94.9, 85, 84, 70, 69, 50, 49].map((value) => bandOf({ value, fail: 0, unknown: 0 }))).toEqual([5, 4, 4, 3, 3, 2, 2, 1]);
    expect(bandOf({ fail: 0, unknown: 3 })).toBe(0);
    expect(bandOf(undefined)).toBe(0);
  });
});

describe('failures by team', () => {
  it('puts what no team owns first', () => {
    expect(teamsOf({ payments: 9, '': 1, trading: 12, idle: 0 })).toEqual([
      ['', 1],
      ['trading', 12],
      ['payments', 9],
    ]);
  });
});
