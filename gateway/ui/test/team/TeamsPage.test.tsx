import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { byUrgency } from '../../src/team/TeamTable';
import { FakeGateway } from '../FakeGateway';
import { teams } from '../fixtures/teams';
import { open } from '../render';

describe('teams', () => {
  it('put what nobody owns first, then what is most overdue', () => {
    expect([...teams].sort(byUrgency).map(({ team }) => team)).toEqual(['', 'payments', 'data-platform', 'trading', 'platform-security']);
  });

  it('lead to the queue of what has none', async () => {
    FakeGateway.install();

    open('/teams');

    expect((await screen.findByRole('link', { name: 'No team' })).getAttribute('href')).toBe('/teams/unowned');
  });

  it('ask for the empty team in the queue', async () => {
    const gateway = FakeGateway.install();

    open('/teams/unowned');

    await screen.findByRole('heading', { name: /Open findings/ });
    expect(gateway.asked('/findings')[0]?.query.get('team')).toBe('');
  });
});
