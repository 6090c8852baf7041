import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { erasedFile, evidenceFile } from '../fixtures/statements';
import { open } from '../render';

describe('the page of a statement', () => {
  it('shows the evidence with its hash, to be downloaded', async () => {
    FakeGateway.install();

    open('/attestations/a-1');

    expect((await screen.findByRole('link', { name: evidenceFile.name })).getAttribute('href')).toBe('/api/v1/evidence-files/f-1');
    expect(screen.getByText(evidenceFile.sha256)).toBeTruthy();
  });

  it('tells which evidence is erased, by whom and why, and offers no download of it', async () => {
    FakeGateway.install();

    open('/attestations/a-2');

    expect(await screen.findByText(/Erased: 1 of 2 evidence files/)).toBeTruthy();
    expect(screen.getByText(/Erased by Ines Ort, .*: It names a patient\./)).toBeTruthy();
    expect(screen.queryByRole('link', { name: erasedFile.name })).toBeNull();
    expect(screen.getByText(erasedFile.sha256)).toBeTruthy();
  });

  it('erases a file with a name and a reason', async () => {
    localStorage.setItem('demarc.you', 'Ines Ort');
    const gateway = FakeGateway.install();
    open('/attestations/a-1');
    await userEvent.click(await screen.findByRole('button', { name: `Erase ${evidenceFile.name}` }));

    await userEvent.type(await screen.findByLabelText('Reason'), 'It names a patient.');
    await userEvent.click(screen.getByRole('button', { name: 'Erase for good' }));

    expect(await screen.findByText(`The bytes of ${evidenceFile.name} are erased.`)).toBeTruthy();
    expect(gateway.asked('/evidence-files/f-1')[0]).toMatchObject({
      method: 'DELETE',
      body: { by: 'Ines Ort', reason: 'It names a patient.' },
    });
  });

  it('names the finding that revoked an attestation', async () => {
    FakeGateway.install();

    open('/attestations/a-3');

    const link = await screen.findByRole('link', { name: 'The finding that contradicts it' });
    expect(link.getAttribute('href')).toContain('/findings/111122223333');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('refuses an approval by its author at the name', async () => {
    localStorage.setItem('demarc.you', 'Jan Vogel');
    const gateway = FakeGateway.install();
    open('/attestations/a-1');
    gateway.answer('/attestations/a-1/approve', 409, {
      type: '/problems/conflict',
      title: 'Conflict',
      status: 409,
      detail: 'by is Jan Vogel, who is its author',
      field: 'by',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));

    await userEvent.click((await screen.findAllByRole('button', { name: 'Approve' })).at(-1) as HTMLElement);

    expect(await screen.findByText('by is Jan Vogel, who is its author')).toBeTruthy();
    expect(screen.getByLabelText('You are').getAttribute('aria-invalid')).toBe('true');
    expect(gateway.asked('/attestations/a-1/approve')[0]?.body).toEqual({ by: 'Jan Vogel' });
  });

  it('filters its list by what the address says', async () => {
    const gateway = FakeGateway.install();

    open('/waivers?state=ACTIVE&control=ec2-sg-no-open-ssh');

    await screen.findByRole('link', { name: 'Security group does not open SSH to the world' });
    await waitFor(() => expect(gateway.asked('/waivers')[0]?.query.get('control')).toBe('ec2-sg-no-open-ssh'));
  });
});
