import type { ReactNode } from 'react';
import { Loaded } from './Loaded';
import { useOrganizations } from './organizations';
import { StartHere } from './StartHere';

/** What a page shows of the chosen organisation, once it is known which that is. */
export function OfOrganization({ children }: { children: (organization: string) => ReactNode }) {
  const { query, current } = useOrganizations();
  return (
    <Loaded query={query} what="the organisations">
      {() => (current === undefined ? <StartHere /> : children(current.id))}
    </Loaded>
  );
}
