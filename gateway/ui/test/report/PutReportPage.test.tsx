import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/kit/useSubmit';
import { fieldNames } from '../../src/report/reportForm';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

const problem = { type: '/problems/invalid-catalog', title: 'The change would make the catalog invalid', status: 400 };

async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field);
  await userEvent.paste(text);
}

describe('a report', () => {
  it('is put on file by a draft that is published at once', async () => {
    const gateway = FakeGateway.install();
    open('/provider-evidence/put?series=aws-soc-2');
    await fill(await screen.findByLabelText('Id of this version'), 'aws-soc-2-next');
    await fill(screen.getByLabelText('Title'), 'AWS SOC 2');
    await fill(screen.getByLabelText('Issued on'), '2026-05-20');
    await fill(screen.getByLabelText('Period to'), '2026-03-31');

    await userEvent.click(screen.getByRole('button', { name: 'Put it on file' }));

    await screen.findByRole('heading', { level: 1, name: 'Provider evidence' });
    expect(gateway.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /drafts',
      'PUT /drafts/9/provider-evidence/aws-soc-2-next',
      'POST /drafts/9/publish',
    ]);
    expect(gateway.asked('/drafts/9/provider-evidence/aws-soc-2-next')[0]?.body).toMatchObject({
      series: 'aws-soc-2',
      organization: 'sample',
      type: 'PERIOD',
      issuedOn: '2026-05-20',
      periodEnd: '2026-03-31',
    });
  });

  it('shows a problem at the field that it names', async () => {
    const gateway = FakeGateway.install();
    open('/provider-evidence/put?series=aws-soc-2');
    await fill(await screen.findByLabelText('Id of this version'), 'x');
    const detail = 'providerEvidence[x].issuedOn: Cannot deserialize';
    gateway.answer('/drafts/9/provider-evidence/x', 400, { ...problem, detail, field: 'providerEvidence[x].issuedOn' });

    await userEvent.click(screen.getByRole('button', { name: 'Put it on file' }));

    expect((await screen.findByLabelText('Issued on')).getAttribute('aria-invalid')).not.toBeNull();
    expect(await screen.findByText(detail)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
    await waitFor(() => expect(gateway.asked('/drafts/9').map(({ method }) => method)).toEqual(['DELETE']));
  });

  it('is corrected with what is on file to begin with', async () => {
    FakeGateway.install();

    open('/provider-evidence/put?report=aws-iso-27001-2025');

    expect(((await screen.findByLabelText('Title')) as HTMLInputElement).value).toBe('AWS ISO/IEC 27001 certificate');
  });

  it('knows the field of a problem by its path or else by what it says', () => {
    expect(fieldOf({ ...problem, field: 'scope.accounts[0]', detail: '' }, ['accounts'])).toBe('accounts');
    expect(
      fieldOf(
        { ...problem, field: 'providerEvidence[x]', detail: 'providerEvidence[x]: periodEnd of provider evidence x is missing' },
        fieldNames,
      ),
    ).toBe('periodEnd');
    expect(fieldOf({ ...problem, detail: 'The catalog changed in between' }, fieldNames)).toBeUndefined();
  });
});
