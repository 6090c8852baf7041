import { describe, expect, it } from 'vitest';
import { branchesOf, summary } from '../../src/resource/tree';
import { byUrgency } from '../../src/resource/Verdicts';
import { resourceDetail, resources } from '../fixtures/assessed';

describe('a configuration as a tree', () => {
  it('names each value by its path', () => {
    const [rules] = branchesOf({ rules: [{ port: 22 }] });

    expect(rules?.children?.[0]?.path).toBe('rules[0]');
    expect(rules?.children?.[0]?.children?.[0]).toMatchObject({ path: 'rules[0].port', value: 22, children: undefined });
  });

  it('tells none from empty', () => {
    expect(summary(null)).toBe('null');
    expect(summary([])).toBe('[]');
    expect(summary({})).toBe('{}');
    expect(summary('')).toBe('""');
  });
});

describe('verdicts', () => {
  it('puts failures first', () => {
    const detail = resourceDetail(resources[0] as (typeof resources)[number]);

    expect(detail.verdicts.toReversed().toSorted(byUrgency)[0]?.verdict).toBe('FAIL');
  });
});
