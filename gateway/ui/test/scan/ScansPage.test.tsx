import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/kit/words';
import { FakeGateway } from '../FakeGateway';
import { scans } from '../fixtures/scans';
import { open } from '../render';

const running = scans[0] as (typeof scans)[number];

describe('scans', () => {
  it('are started for what is named and then followed', async () => {
    const gateway = FakeGateway.install();
    open('/scans');
    await userEvent.click(await screen.findByRole('button', { name: 'Start a scan' }));
    await userEvent.type(screen.getByLabelText('Accounts'), '111122223333, 222233334444');

    await userEvent.click(screen.getByRole('button', { name: 'Start the scan' }));

    await screen.findByRole('heading', { level: 1, name: `Scan ${running.request.id}` });
    expect(gateway.calls.find(({ method }) => method === 'POST')?.body).toEqual({
      accounts: ['111122223333', '222233334444'],
      regions: [],
      types: [],
    });
  });

  it('say which value was refused', async () => {
    const gateway = FakeGateway.install();
    open('/scans');
    await userEvent.click(await screen.findByRole('button', { name: 'Start a scan' }));
    gateway.answer('/scans', 400, {
      type: '/problems/bad-request',
      title: 'Bad request',
      status: 400,
      detail: 'regions[0] is mars',
      field: 'regions',
    });

    await userEvent.click(screen.getByRole('button', { name: 'Start the scan' }));

    await waitFor(() => expect(screen.getAllByText('regions[0] is mars').length).toBeGreaterThan(0));
  });

  it('name the permission that a scope lacked', async () => {
    FakeGateway.install();

    open(`/scans/${running.request.id}`);

    expect(await screen.findByText('ec2:DescribeInstances')).toBeTruthy();
    expect(screen.getByText('12 of 21 scopes')).toBeTruthy();
  });

  it('count what is remarked and overruled', async () => {
    FakeGateway.install();
    open('/scans');
    const row = (await screen.findByRole('link', { name: running.request.id })).closest('tr') as HTMLElement;
    const column = (name: string) => screen.getAllByRole('columnheader').findIndex(({ textContent }) => textContent === name);
    expect(row.children[column('With remarks')]?.textContent).toBe('1');
    expect(row.children[column('Overruled')]?.textContent).toBe('1');
  });

  it('say what is remarked and why a scope is overruled', async () => {
    FakeGateway.install();

    open(`/scans/${running.request.id}`);

    expect(await screen.findByText(/1 scope with a remark on what was listed\. 1 scope not taken/)).toBeTruthy();
    expect(screen.getByText(/LIVE as of .* speaks for this scope; 1 listed item is not read: it has no id/)).toBeTruthy();
  });

  it('say why nothing was read', async () => {
    FakeGateway.install();
    const failed = scans.find(({ state }) => state === 'FAILED') as (typeof scans)[number];

    open(`/scans/${failed.request.id}`);

    expect(await screen.findByText(failed.reason as string)).toBeTruthy();
    expect(screen.queryByText('None could not be read.')).toBeNull();
  });

  it('take names parted by commas, blanks or lines', () => {
    expect(words(' a, b\nc ,, ')).toEqual(['a', 'b', 'c']);
  });
});
