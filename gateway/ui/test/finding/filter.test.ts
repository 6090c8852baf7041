import { describe, expect, it } from 'vitest';
import { filterOf, filterOfTokens, searchOf, tokensOf } from '../../src/finding/filter';

describe('the filter of findings', () => {
  it('survives the way through the address and the filter bar', () => {
    const filter = {
      severity: 'critical,high',
      team: '',
      region: 'eu-central-1',
      overdue: 'true',
      since: '2026-09-01',
      state: 'OPEN',
      asOf: '2026-10-01',
    };

    const fromAddress = filterOf(new URLSearchParams(searchOf(filter)));
    const fromBar = filterOfTokens(tokensOf(filter), filter);

    expect(fromAddress).toEqual(filter);
    expect(fromBar).toEqual(filter);
  });

  it('takes nothing from the address that it does not know', () => {
    expect(filterOf(new URLSearchParams('colour=red&layer=&party=AWS'))).toEqual({ party: 'AWS' });
  });

  it('lets the later of two tokens for one property count', () => {
    const tokens = ['111122223333', '222233334444'].map((value) => ({ propertyKey: 'account', operator: '=', value }));

    expect(filterOfTokens(tokens, {})).toEqual({ account: '222233334444' });
  });
});
