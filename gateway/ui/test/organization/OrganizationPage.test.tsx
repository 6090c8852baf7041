import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { changes } from '../fixtures/drift';
import { emptyOrganization, organization } from '../fixtures/posture';
import { hoursAgo } from '../fixtures/time';
import { open } from '../render';

describe('the organisation', () => {
  it('says first how far it can be trusted and which permission would mend what is blind', async () => {
    FakeGateway.install();

    open('/');

    await screen.findByRole('heading', { level: 2, name: 'Scores' });
    const headings = within(document.getElementById('main') as HTMLElement).getAllByRole('heading', { level: 2 });
    expect(headings.map(({ textContent }) => textContent).slice(0, 8)).toEqual([
      'How far this can be trusted',
      'New in the last seven days',
      'Duties that moved',
      'Overdue and unowned',
      'Expires in 30 days',
      'Scores',
      'Organisational units (6)',
      'Accounts by layer (7)',
    ]);
    expect(screen.getByText('6 of 7')).toBeTruthy();
    expect(screen.getByText('ec2:DescribeInstances')).toBeTruthy();
  });

  it('says since when it knows what is new where less is kept than was asked for', async () => {
    FakeGateway.install().answer('/changes', 200, { ...changes, since: hoursAgo(2) });

    open('/');

    expect(await screen.findByText(/2 hours ago; this browser has not been here before; what moved before is not kept/)).toBeTruthy();
  });

  it('shows the mean of the accounts as Security Hub’s measure and says what it is', async () => {
    FakeGateway.install();

    open('/');

    const says = await screen.findByText(/mean of the accounts.*administrator view.*comes to 2\./);
    expect(says.parentElement?.textContent).toMatch(/^72mean of the accounts/);
  });

  it('shows failures that no team owns and links to them', async () => {
    FakeGateway.install();

    open('/');

    await screen.findByRole('heading', { name: /Open failures/ });
    const links = await screen.findAllByRole('link', { name: 'No team' });
    expect(links.map((link) => link.getAttribute('href'))).toContain('/findings?team=');
    expect((await screen.findByRole('link', { name: '37 findings and 143 resources' })).getAttribute('href')).toBe('/teams/unowned');
  });

  it('shows what is overdue by severity and team and links to it', async () => {
    FakeGateway.install();

    open('/');

    const overdue = await screen.findByRole('list', { name: 'Overdue, by severity' });
    expect(within(overdue).getByRole('link', { name: '7 high' }).getAttribute('href')).toBe('/findings?severity=high&overdue=true');
    const links = screen.getAllByRole('link', { name: 'payments' }).map((link) => link.getAttribute('href'));
    expect(links).toContain('/findings?team=payments&overdue=true');
  });

  it('narrows itself and its links to a team', async () => {
    const gateway = FakeGateway.install();

    open('/?team=payments');

    const all = await screen.findByRole('link', { name: 'All findings' });
    expect(all.getAttribute('href')).toBe('/findings?team=payments');
    expect(gateway.asked('/organization')[0]?.query.get('team')).toBe('payments');
    expect(gateway.asked('/changes')[0]?.query.get('team')).toBe('payments');
  });

  it('gives each account and layer a figure beside its colour', async () => {
    FakeGateway.install();

    open('/');

    const map = await screen.findByRole('region', { name: 'Accounts by layer' });
    const row = within(map).getByRole('row', { name: /payments-prod/ });
    expect(within(row).getAllByText(/failures?$/).length).toBeGreaterThan(0);
    expect(within(map).getByRole('row', { name: /data-lake/ }).textContent).toContain('64 unknown');
  });

  it('says what it waits for before the first scorecard', async () => {
    FakeGateway.install().answer('/organization', 200, emptyOrganization);

    open('/');

    expect(await screen.findByText('No account has a scorecard yet')).toBeTruthy();
    expect(screen.queryByText('Scores')).toBeNull();
  });

  it('says that a newer revision is being applied', async () => {
    FakeGateway.install().answer('/organization', 200, { ...organization, reassessing: true });

    open('/');

    expect(await screen.findByText(/newer catalog revision is being applied/)).toBeTruthy();
  });

  it('tells how to begin where nothing was ever read', async () => {
    FakeGateway.install().answer('/organizations', 200, []);

    open('/');

    expect(await screen.findByText('./demarc scan')).toBeTruthy();
  });
});
