import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useMe } from '../kit/me';
import { isSample, useOrganizations } from '../kit/organizations';
import type { Theme } from './theme';
import { whoMenu } from './whoMenu';

export function Masthead({ theme, toggle }: { theme: Theme; toggle: () => void }) {
  const { query, current, choose } = useOrganizations();
  const { data: me } = useMe();
  const all = query.data ?? [];
  const other = theme === 'dark' ? 'Light' : 'Dark';

  const switcher: TopNavigationProps.MenuDropdownUtility = {
    type: 'menu-dropdown',
    iconName: 'multiscreen',
    text: current?.name ?? 'No organisation yet',
    ariaLabel: `Organisation: ${current?.name ?? 'none yet'}`,
    title: 'Organisation',
    items: all.map((organization) => ({
      id: organization.id,
      text: organization.name,
      description: isSample(organization.id) ? 'Made-up accounts to look around in' : organization.id,
      itemType: 'checkbox' as const,
      checked: organization.id === current?.id,
    })),
    onItemClick: ({ detail }) => choose(detail.id),
  };

  return (
    <div id="masthead">
      <TopNavigation
        identity={{ href: '/', title: 'Demarc', logo: { src: '/favicon.svg', alt: 'Demarc logo' } }}
        utilities={[
          ...(all.length > 0 ? [switcher] : []),
          ...(me === undefined ? [] : [whoMenu(me)]),
          { type: 'button', text: `${other} theme`, ariaLabel: `Switch to the ${other.toLowerCase()} theme`, onClick: toggle },
        ]}
      />
    </div>
  );
}
