import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { findings } from '../fixtures/assessed';
import { open } from '../render';

const away = { type: '/problems/unavailable', title: 'Unavailable', status: 503, detail: 'The assessment service does not answer.' };

describe('the list of findings', () => {
  it('asks for what the address says, open ones unless it says otherwise', async () => {
    const gateway = FakeGateway.install();

    open('/findings?severity=critical,high&account=111122223333');

    await screen.findByRole('heading', { name: /Open findings/ });
    await waitFor(() => expect(gateway.asked('/findings')).not.toHaveLength(0));
    const query = Object.fromEntries(gateway.asked('/findings')[0]?.query ?? []);
    expect(query).toMatchObject({ severity: 'critical,high', account: '111122223333', state: 'OPEN', organization: 'sample' });
  });

  it('reads on from the cursor when asked for more', async () => {
    const gateway = FakeGateway.install();
    const all = findings.filter(({ state }) => state === 'OPEN').length;
    open('/findings');

    await userEvent.click(await screen.findByRole('button', { name: 'Load more' }));

    await waitFor(() => expect(screen.getByText(`100 of ${all} shown`)).toBeTruthy());
    expect(gateway.asked('/findings').at(-1)?.query.get('cursor')).toBe('50');
  });

  it('shows resolved ones when asked', async () => {
    const gateway = FakeGateway.install();
    open('/findings');

    await userEvent.click(await screen.findByRole('button', { name: 'Resolved' }));

    await screen.findByRole('heading', { name: /Resolved findings/ });
    await waitFor(() => expect(gateway.asked('/findings').at(-1)?.query.get('state')).toBe('RESOLVED'));
  });

  it('says that nothing matches', async () => {
    FakeGateway.install().answer('/findings', 200, { items: [], total: 0 });

    open('/findings?region=eu-north-1');

    expect(await screen.findByText('No finding matches.')).toBeTruthy();
  });

  it('gives the reason of a failure and reads again on request', async () => {
    const gateway = FakeGateway.install().answer('/findings', 503, away);
    open('/findings');
    expect(await screen.findByText(away.detail)).toBeTruthy();
    gateway.answer('/findings', 200, { items: findings.slice(0, 1), total: 1 });

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: findings[0]?.title as string })).toBeTruthy();
    expect(screen.queryByText(away.detail)).toBeNull();
  });
});
