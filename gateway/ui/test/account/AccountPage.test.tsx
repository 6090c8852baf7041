import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

describe('an account', () => {
  it('counts verdicts by layer from its tallies', async () => {
    FakeGateway.install();

    open('/accounts/111122223333');

    const table = await screen.findByRole('table', { name: 'Verdicts by layer' });
    const row = await within(table).findByRole('row', { name: /Identity/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['', '60', '10', '0', '0', '6', '100%']);
  });

  it('names the blind scopes and the missing permission', async () => {
    FakeGateway.install();

    open('/accounts/444455556666?tab=blind');

    expect((await screen.findAllByText('ec2:DescribeInstances')).length).toBe(3);
  });

  it('says so where it has no scorecard yet', async () => {
    FakeGateway.install();

    open('/accounts/777788889999');

    expect(await screen.findByText(/has no scorecard yet/)).toBeTruthy();
  });

  it('says that it shows a past day, and comes back', async () => {
    const gateway = FakeGateway.install();
    open('/accounts/111122223333?asOf=2026-10-01');
    await screen.findByText(/You look at the past/);
    expect(gateway.asked('/accounts/111122223333')[0]?.query.get('asOf')).toBe('2026-10-01');

    await userEvent.click(screen.getByRole('button', { name: 'Back to today' }));

    await waitFor(() => expect(screen.queryByText(/You look at the past/)).toBeNull());
    expect(gateway.asked('/accounts/111122223333').at(-1)?.query.has('asOf')).toBe(false);
  });
});
