import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { findingDetail, findings } from '../fixtures/assessed';
import { open } from '../render';

const owned = findings.find(
  ({ party, owner, state }) => party === 'CUSTOMER' && owner.team !== undefined && state === 'OPEN',
) as (typeof findings)[number];
const unowned = findings.find(({ owner, state }) => owner.team === undefined && state === 'OPEN') as (typeof findings)[number];
const shared = findings.find(({ party }) => party === 'SHARED') as (typeof findings)[number];

describe('a finding', () => {
  it('names the party, the account, the team and the deciding rule with its source', async () => {
    FakeGateway.install();

    open(`/findings/${owned.id}`);

    await screen.findByRole('heading', { level: 1, name: owned.title });
    expect(screen.getByText(`Team ${owned.owner.team}`)).toBeTruthy();
    expect(screen.getByText(findingDetail(owned).whose.rule)).toBeTruthy();
    expect(screen.getByText(findingDetail(owned).whose.decidedBy)).toBeTruthy();
    expect(screen.getByRole('link', { name: /aws.amazon.com/ }).getAttribute('href')).toBe(findingDetail(owned).whose.source);
  });

  it('says so where no team owns it', async () => {
    FakeGateway.install();

    open(`/findings/${unowned.id}`);

    expect(await screen.findByText('No team')).toBeTruthy();
  });

  it('tells what was read, what AWS has none of, what was not asked for and what could not be read', async () => {
    FakeGateway.install();

    open(`/findings/${owned.id}`);

    const evidence = await screen.findByRole('list', { name: 'Evidence of the verdict' });
    for (const state of ['Read', 'AWS has none', 'Not asked for', 'Could not be read']) {
      expect(evidence.textContent).toContain(state);
    }
    expect(evidence.textContent).toContain('"principal": "*"');
  });

  it('says since when nobody can read whether it still fails', async () => {
    const detail = findingDetail({ ...owned, unverifiedSince: '2026-03-01T10:00:00Z' });
    FakeGateway.install().answer(`/findings/${owned.id}`, 200, detail);

    open(`/findings/${owned.id}`);

    expect(await screen.findByText(/^Cannot be read since/)).toBeTruthy();
  });

  it('shows both halves of a shared control, AWS’s with its report', async () => {
    FakeGateway.install();

    open(`/findings/${shared.id}`);

    expect(await screen.findByRole('heading', { name: 'Customer’s half' })).toBeTruthy();
    expect(screen.getByText(/AWS SOC 2 Type II/)).toBeTruthy();
  });

  it('gives the command and the Terraform beside the console’s steps', async () => {
    FakeGateway.install();
    open(`/findings/${owned.id}`);

    await userEvent.click(await screen.findByRole('tab', { name: 'AWS CLI' }));

    expect(screen.getByLabelText('command').textContent).toContain('aws ');
    expect(screen.getByRole('tab', { name: 'Terraform' })).toBeTruthy();
  });

  it('says for which resources its remedy is, with the page of AWS that says so', async () => {
    FakeGateway.install();

    open(`/findings/${shared.id}`);

    expect(await screen.findByText('Instance of an Auto Scaling group')).toBeTruthy();
    expect(screen.getByText(/start an instance refresh/)).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Terraform' })).toBeNull();
    expect(screen.getAllByRole('link', { name: /docs.aws.amazon.com/ }).length).toBeGreaterThan(0);
  });

  it('says so where another remedy may be needed', async () => {
    const detail = findingDetail(owned);
    FakeGateway.install().answer(`/findings/${owned.id}`, 200, {
      ...detail,
      remedy: { ...detail.remedy, undecided: ['Role made by IAM Identity Center'] },
    });

    open(`/findings/${owned.id}`);

    expect(await screen.findByText(/could not be read: Role made by IAM Identity Center/)).toBeTruthy();
  });

  it('names itself in the document’s title', async () => {
    FakeGateway.install();

    open(`/findings/${owned.id}`);

    await screen.findByRole('heading', { level: 1, name: owned.title });
    expect(document.title).toBe(`${owned.title} · Demarc`);
  });

  it('says so where there is no such finding', async () => {
    FakeGateway.install();

    open('/findings/nothing');

    expect(await screen.findByText('There is no such finding')).toBeTruthy();
  });

  it('offers a waiver, and a declaration only where the control allows one', async () => {
    FakeGateway.install();
    const bucket = findings.find(
      ({ control, state }) => control === 's3-bucket-not-public' && state === 'OPEN',
    ) as (typeof findings)[number];

    open(`/findings/${bucket.id}`);

    expect((await screen.findByRole('link', { name: 'Declare public on purpose' })).getAttribute('href')).toContain(
      '/declarations/propose?control=s3-bucket-not-public',
    );
    expect(screen.getByRole('link', { name: 'Waive' }).getAttribute('href')).toContain(`resource=${bucket.resource.key}`);
  });

  it('leads from a waived one to its waiver', async () => {
    FakeGateway.install();
    const waived = findings.find(({ state }) => state === 'WAIVED') as (typeof findings)[number];

    open(`/findings/${waived.id}`);

    expect((await screen.findByRole('link', { name: 'Its waiver' })).getAttribute('href')).toBe('/waivers/w-1');
  });
});
