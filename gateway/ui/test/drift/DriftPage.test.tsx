import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

describe('drift', () => {
  it('says what was and what is', async () => {
    const gateway = FakeGateway.install();

    open('/drift?since=2026-10-01&kind=DUTY');

    const row = await screen.findByRole('row', { name: /orders-db/ });
    expect(row.textContent).toContain('Customer→ is now AWS');
    await waitFor(() => expect(gateway.asked('/drift')[0]?.query.get('kind')).toBe('DUTY'));
  });

  it('asks for as much as is kept where no day is chosen', async () => {
    const gateway = FakeGateway.install();

    open('/drift');

    await screen.findByRole('row', { name: /orders-db/ });
    expect(gateway.asked('/drift')[0]?.query.has('since')).toBe(false);
    expect(screen.getByText('The last 30 days, as far as moves are kept')).toBeTruthy();
  });

  it('asks only for a whole day while one is typed', async () => {
    const gateway = FakeGateway.install();
    open('/drift?since=2026-10-01');
    const day = await screen.findByLabelText('Since');
    await userEvent.clear(day);

    await userEvent.type(day, '2026-09-15');

    await waitFor(() => expect(gateway.asked('/drift').at(-1)?.query.get('since')).toBe('2026-09-15'));
    expect(gateway.asked('/drift').every(({ query }) => /^\d{4}-\d{2}-\d{2}$/.test(query.get('since') ?? ''))).toBe(true);
  });
});
