import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { rowsOf, whoseIs } from '../../src/framework/requirements';
import { FakeGateway } from '../FakeGateway';
import { framework } from '../fixtures/frameworks';
import { open } from '../render';

describe('a framework', () => {
  it('shows the controls behind a requirement when it is opened', async () => {
    FakeGateway.install();
    open('/frameworks/nist-800-53-r5');

    await userEvent.click(await screen.findByRole('button', { name: 'Show the controls of AC-3' }));

    expect((await screen.findByRole('link', { name: 'Bucket is not open to the public' })).getAttribute('href')).toBe(
      '/controls/s3-bucket-not-public',
    );
  });

  it('asks for one account where the address names it', async () => {
    const gateway = FakeGateway.install();

    open('/frameworks/nist-800-53-r5?account=111122223333');

    await waitFor(() => expect(gateway.asked('/frameworks/nist-800-53-r5')[0]?.query.get('account')).toBe('111122223333'));
  });

  it('tells what is AWS’s alone from what no control answers', () => {
    expect(rowsOf(framework, 'aws').map(({ key }) => key)).toEqual(['PE-3', 'PE-3/inherited-facilities']);
    expect(rowsOf(framework, 'none').map(({ key }) => key)).toEqual(['PL-2']);
    expect(framework.requirements.map(whoseIs)).toEqual(['CUSTOMER', 'CUSTOMER', 'CUSTOMER', 'AWS', undefined, 'SHARED']);
  });

  it('is listed without the checks of other scanners', async () => {
    FakeGateway.install();

    open('/frameworks');

    await screen.findByRole('link', { name: 'NIST SP 800-53' });
    expect(screen.queryByText('AWS Security Hub')).toBeNull();
  });
});
