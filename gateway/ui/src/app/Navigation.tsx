import Box from '@cloudscape-design/components/box';
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useLocation } from 'react-router';
import type { Connection } from '../api/events';
import { useConnection } from '../kit/live';
import { paths } from '../kit/paths';

const items: SideNavigationProps.Item[] = [
  { type: 'link', text: 'Organisation', href: paths.organization },
  { type: 'link', text: 'Accounts', href: paths.accounts },
  { type: 'link', text: 'Findings', href: paths.findings() },
  { type: 'link', text: 'Resources', href: paths.resources() },
  { type: 'link', text: 'Teams', href: paths.teams },
  { type: 'link', text: 'Drift', href: paths.drift() },
  { type: 'divider' },
  { type: 'link', text: 'Responsibility matrix', href: paths.responsibilities },
  { type: 'link', text: 'Controls', href: paths.controls },
  { type: 'link', text: 'Frameworks', href: paths.frameworks },
  { type: 'link', text: 'Provider evidence', href: paths.reports },
  { type: 'divider' },
  { type: 'link', text: 'Attestations', href: paths.statements('ATTESTATION') },
  { type: 'link', text: 'Waivers', href: paths.statements('WAIVER') },
  { type: 'link', text: 'Declarations', href: paths.statements('DECLARATION') },
  { type: 'divider' },
  { type: 'link', text: 'Scans', href: paths.scans },
  { type: 'link', text: 'API reference', href: '/q/swagger-ui/', external: true },
];

const looks: Record<Connection, { type: 'success' | 'pending' | 'warning'; text: string }> = {
  live: { type: 'success', text: 'Live' },
  connecting: { type: 'pending', text: 'Connecting' },
  lost: { type: 'warning', text: 'Live updates lost, reconnecting' },
};

export function Navigation() {
  const { pathname } = useLocation();
  const look = looks[useConnection()];
  return (
    <SideNavigation
      header={{ text: 'Shared responsibility', href: paths.organization }}
      activeHref={activeOf(pathname)}
      items={items}
      itemsControl={
        <Box fontSize="body-s">
          <StatusIndicator type={look.type}>{look.text}</StatusIndicator>
        </Box>
      }
    />
  );
}

/** The navigation's entry that a page belongs to. */
export function activeOf(pathname: string): string {
  const first = pathname.split('/')[1] ?? '';
  return first === '' ? paths.organization : `/${first}`;
}
