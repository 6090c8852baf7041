import { describe, expect, it } from 'vitest';
import { caveatsOf } from '../../src/app/caveats';
import { about, me } from '../fixtures/answers';

describe('caveats of the gateway', () => {
  it('are none while it is confined, ready and fresh', () => {
    expect(caveatsOf(about)).toEqual([]);
  });

  it('say on every page that it is open', () => {
    expect(caveatsOf({ ...about, open: true })[0]?.content).toContain('no access control');
  });

  it('say whose part of the figures one sees', () => {
    const persona = { ...me, everything: false, name: 'viewer of organization sample' };

    expect(caveatsOf(about, me)).toEqual([]);
    expect(caveatsOf(about, persona)[0]?.content).toContain('viewer of organization sample');
  });

  it('name what a start waits for', () => {
    expect(caveatsOf({ ...about, ready: false, waitingFor: 'the catalog' })[0]?.content).toContain('waits for the catalog');
  });

  it('give the age of what comes from memory', () => {
    expect(caveatsOf({ ...about, kafkaAnswers: false, ageSeconds: 600 })[0]?.content).toContain('10 minutes');
  });
});
