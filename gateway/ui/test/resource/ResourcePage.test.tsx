import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { resources } from '../fixtures/assessed';
import { open } from '../render';

const bucket = resources.find(({ resource }) => resource.type === 'AWS::S3::Bucket') as (typeof resources)[number];

describe('a resource', () => {
  it('says layer by layer whose it is, and where a rule could not speak', async () => {
    FakeGateway.install();

    open(`/resources/${bucket.resource.key}`);

    const ofTheCloud = await screen.findByRole('region', { name: 'Of the cloud' });
    expect(ofTheCloud.textContent).toContain('Facilities');
    expect(screen.getByRole('region', { name: 'In the cloud' }).textContent).toContain('Undecided');
    expect(screen.getAllByText(/s3:GetReplicationConfiguration/).length).toBeGreaterThan(0);
  });

  it('links a failed control to its finding', async () => {
    FakeGateway.install();

    open(`/resources/${bucket.resource.key}`);

    const table = await screen.findByRole('table', { name: 'Verdicts' });
    const links = [...table.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain(`/findings/${bucket.resource.key}.s3-bucket-not-public`);
  });
});
