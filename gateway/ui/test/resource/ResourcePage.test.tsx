import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ControlVerdict } from '../../src/api/assessed';
import { FakeGateway } from '../FakeGateway';
import { resourceDetail, resources } from '../fixtures/assessed';
import { hoursAgo } from '../fixtures/time';
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
    expect(within(table).getAllByText('live').length).toBeGreaterThan(0);
  });

  it('names who answers for a layer that is inherited', async () => {
    FakeGateway.install();

    open(`/resources/${bucket.resource.key}`);

    const inTheCloud = await screen.findByRole('region', { name: 'In the cloud' });
    expect(inTheCloud.textContent).toContain('Inherited from log-archive');
    expect(inTheCloud.textContent).toContain('team platform-security');
  });

  it('links a verdict to the statement of its kind that decided', async () => {
    const detail = resourceDetail(bucket);
    const [first, ...rest] = detail.verdicts as [ControlVerdict, ...ControlVerdict[]];
    const attested: ControlVerdict = {
      ...first,
      verdict: 'PASS',
      statement: 'a-2',
      statementKind: 'ATTESTATION',
      verified: { how: 'ATTESTATION', by: 'a-2', at: hoursAgo(9) },
    };
    FakeGateway.install().answer(`/resources/${bucket.resource.key}`, 200, { ...detail, verdicts: [attested, ...rest] });

    open(`/resources/${bucket.resource.key}`);

    expect((await screen.findByRole('link', { name: 'attestation' })).getAttribute('href')).toBe('/attestations/a-2');
    expect(screen.getByText('attested')).toBeTruthy();
  });
});
