import { describe, expect, it } from 'vitest';
import { ago, counted, date, fileSize, layerName, momentOf, percent, points, typeName } from '../../src/kit/format';

describe('figures', () => {
  it('never rounds a score or a share up to all', () => {
    expect(points(99.97)).toBe('99.9');
    expect(points(100)).toBe('100');
    expect(percent(0.9991)).toBe('99%');
    expect(percent(1)).toBe('100%');
  });

  it('shows a dash where nothing was judged', () => {
    expect(points(undefined)).toBe('–');
    expect(percent(undefined)).toBe('–');
  });

  it('agrees with the noun', () => {
    expect(counted(1, 'account')).toBe('1 account');
    expect(counted(0, 'match', 'matches')).toBe('0 matches');
  });
});

describe('names', () => {
  it('shortens resource types, the account itself included', () => {
    expect(typeName('AWS::EC2::SecurityGroup')).toBe('EC2 Security Group');
    expect(typeName('AWS::RDS::DBInstance')).toBe('RDS DB Instance');
    expect(typeName('AWS::::Account')).toBe('Account');
  });

  it('puts a layer that the catalog does not know in words', () => {
    expect(layerName('encryption-at-rest')).toBe('Encryption at rest');
  });
});

describe('relative times', () => {
  it('takes the largest unit that fits, in both directions', () => {
    const now = new Date('2026-03-10T12:00:00Z');

    expect(ago('2026-03-10T11:59:50Z', now)).toBe('just now');
    expect(ago('2026-03-10T09:30:00Z', now)).toBe('2 hours ago');
    expect(ago('2026-03-07T12:00:00Z', now)).toBe('3 days ago');
    expect(ago('2026-03-12T12:00:00Z', now)).toBe('in 2 days');
  });

  it('knows when a day begins, and what is no day', () => {
    expect(momentOf('2026-10-01')).toBe(new Date(2026, 9, 1).toISOString());
    expect(momentOf('junk')).toBeUndefined();
    expect(date('junk')).toBe('junk');
  });

  it('gives sizes of files', () => {
    expect([812, 34_500, 10_000_000].map(fileSize)).toEqual(['812 B', '34.5 kB', '10 MB']);
  });
});
