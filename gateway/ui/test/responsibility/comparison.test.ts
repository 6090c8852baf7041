import { describe, expect, it } from 'vitest';
import { compare, sidesOf } from '../../src/responsibility/comparison';
import { matrix } from '../fixtures/layers';

function movesBetween(from: string, to: string): string[] {
  return compare(matrix, from, to)
    .filter(({ moves }) => moves)
    .map(({ layer }) => layer.id);
}

describe('comparing services', () => {
  it('names the duties that move', () => {
    expect(movesBetween('ec2', 'rds')).toEqual(['guest-os', 'platform', 'resilience']);
  });

  it('applies a variant where one is asked for', () => {
    expect(movesBetween('ec2', 'rds/custom')).toEqual(['resilience']);
  });

  it('offers each service with its variants', () => {
    const ids = sidesOf(matrix).map(({ id }) => id);

    expect(ids).toContain('rds');
    expect(ids).toContain('rds/custom');
  });
});
