import type { TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { api } from '../api/api';
import type { Me } from '../api/me';

const oneself = 'oneself';

/** Says who one is, and lets one be somebody made up where nobody signs in. */
export function whoMenu(me: Me): TopNavigationProps.MenuDropdownUtility {
  const suggested = me.personas.map(({ name }) => ({
    id: name,
    text: name,
    itemType: 'checkbox' as const,
    checked: me.persona && me.name === name,
  }));
  return {
    type: 'menu-dropdown',
    iconName: 'user-profile',
    text: me.name,
    ariaLabel: `You are ${me.name}`,
    title: me.name,
    description: me.everything ? 'You see everything' : 'You see what is granted to you',
    items: [
      {
        id: 'personas',
        text: 'See it as',
        items: [{ id: oneself, text: 'yourself', itemType: 'checkbox' as const, checked: !me.persona }, ...suggested],
      },
    ],
    onItemClick: ({ detail }) => void become(me, detail.id),
  };
}

/** What is on show was answered to somebody else, so the page begins anew. */
async function become(me: Me, id: string): Promise<void> {
  const persona = me.personas.find(({ name }) => name === id);
  await (persona === undefined ? api.putOff() : api.takeOn(persona));
  window.location.assign('/');
}
