import { describe, expect, it } from 'vitest';
import { lastVisit } from '../../src/kit/visit';

const at = (time: string) => new Date(`2026-11-${time}:00.000Z`);

describe('the last visit', () => {
  it('is not known on the first, which looks a week back', () => {
    expect(lastVisit('o-1', at('10T09:00'))).toEqual({ since: '2026-11-03T09:00:00.000Z', known: false });
  });

  it('ended when the page was last seen before a pause', () => {
    lastVisit('o-1', at('10T09:00'));
    lastVisit('o-1', at('10T09:20'));

    expect(lastVisit('o-1', at('12T08:00'))).toEqual({ since: '2026-11-10T09:20:00.000Z', known: true });
    expect(lastVisit('o-1', at('12T08:10')).since).toBe('2026-11-10T09:20:00.000Z');
  });

  it('is kept for each organisation by itself', () => {
    lastVisit('o-1', at('10T09:00'));

    expect(lastVisit('o-2', at('12T08:00')).known).toBe(false);
  });

  it('takes what cannot be read for none', () => {
    localStorage.setItem('demarc.visit.o-1', '{"seen":"never"}');

    expect(lastVisit('o-1', at('10T09:00')).known).toBe(false);
  });
});
