import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

describe('an account', () => {
  it('counts verdicts by layer from its tallies', async () => {
    FakeGateway.install();

    open('/accounts/111122223333');

    const table = await screen.findByRole('table', { name: 'Verdicts by layer' });
    const row = await within(table).findByRole('row', { name: /Identity/ });
    expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['', '60', '10', '0', '6', '100%']);
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
});
