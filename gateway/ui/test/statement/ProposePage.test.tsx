import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scopeOf, startingScope } from '../../src/statement/scope';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

const bucket = '111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000';

function chooseFile(name: string): Promise<void> {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  return userEvent.upload(input, new File(['minutes'], name, { type: 'application/pdf' }));
}

describe('a statement', () => {
  it('is proposed for the resource that the finding named, by who one says one is', async () => {
    const gateway = FakeGateway.install();
    open(`/waivers/propose?control=s3-bucket-not-public&resource=${bucket}`);
    await userEvent.type(await screen.findByLabelText('Reason'), 'Moves next month');
    await userEvent.type(screen.getByLabelText('You are'), 'Jan Vogel');

    await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));

    await waitFor(() => expect(gateway.calls.some(({ method, path }) => method === 'POST' && path === '/waivers')).toBe(true));
    expect(gateway.calls.find(({ method, path }) => method === 'POST' && path === '/waivers')?.body).toMatchObject({
      control: 's3-bucket-not-public',
      scope: { organization: 'sample', accounts: ['111122223333'], resources: [bucket] },
      text: 'Moves next month',
      author: 'Jan Vogel',
    });
    await waitFor(() => expect(localStorage.getItem('demarc.you')).toBe('Jan Vogel'));
  });

  it('says beside the expiry for how long the severity allows it', async () => {
    FakeGateway.install();

    open('/waivers/propose?control=s3-bucket-not-public');

    expect(await screen.findByText(/At most 30 days, .*: the longest term for a critical control/)).toBeTruthy();
  });

  it('shows a problem at the field that it names', async () => {
    const gateway = FakeGateway.install();
    open('/waivers/propose?control=s3-bucket-not-public');
    await screen.findByLabelText('Reason');
    gateway.answer('/waivers', 400, {
      type: '/problems/bad-request',
      title: 'Bad request',
      status: 400,
      detail: 'expiresAt is too late',
      field: 'expiresAt',
    });

    await userEvent.click(screen.getByRole('button', { name: 'Propose it' }));

    expect(await screen.findByText('expiresAt is too late')).toBeTruthy();
    expect(screen.getByLabelText('Ends on').getAttribute('aria-invalid')).toBe('true');
  });

  it('shows at once that an evidence file is refused', async () => {
    const gateway = FakeGateway.install();
    gateway.answer('/evidence-files', 400, {
      type: '/problems/bad-request',
      title: 'Bad request',
      status: 400,
      detail: 'minutes.pdf is a program',
      field: 'file',
    });
    open('/attestations/propose?control=shared-patch-management');
    await screen.findByLabelText('Statement');

    await chooseFile('minutes.pdf');

    expect(await screen.findByText('minutes.pdf is a program')).toBeTruthy();
  });

  it('covers no more than was chosen', () => {
    const whole = { organization: 'o-1', ou: [], accounts: [], resources: [] };

    expect(scopeOf({ ...startingScope(undefined), ou: ['Workloads'], accounts: ['1'] }, 'o-1')).toEqual(whole);
    expect(scopeOf({ ...startingScope(undefined), width: 'ou', ou: ['Workloads'] }, 'o-1')).toEqual({ ...whole, ou: ['Workloads'] });
  });
});
