import { describe, expect, it } from 'vitest';
import { currentOf } from '../../src/kit/organizations';

const sample = { id: 'sample', name: 'Sample', accounts: 12 };
const real = { id: 'o-1', name: 'Northbank', accounts: 3 };

describe('the organisation on show', () => {
  it('is the chosen one while it exists', () => {
    expect(currentOf([sample, real], 'sample')).toBe(sample);
  });

  it('is the first real one where nothing that exists was chosen', () => {
    expect(currentOf([sample, real], undefined)).toBe(real);
    expect(currentOf([sample, real], 'gone')).toBe(real);
  });

  it('is the sample where there is no other', () => {
    expect(currentOf([sample], undefined)).toBe(sample);
    expect(currentOf([], undefined)).toBeUndefined();
  });
});
