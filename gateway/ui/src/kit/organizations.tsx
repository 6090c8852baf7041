import { createContext, type ReactNode, useContext, useState } from 'react';
import { api } from '../api/api';
import type { OrganizationRef } from '../api/posture';
import { type Query, useQuery } from '../api/useQuery';

const key = 'demarc.organization';
const sample = 'sample';

interface Organizations {
  query: Query<OrganizationRef[]>;
  /** Undefined until the list is there, and where the list is empty. */
  current: OrganizationRef | undefined;
  choose: (id: string) => void;
}

const Context = createContext<Organizations | undefined>(undefined);

export function OrganizationsProvider({ children }: { children: ReactNode }) {
  const query = useQuery('organizations', api.organizations);
  const [chosen, setChosen] = useState(() => localStorage.getItem(key) ?? undefined);
  const choose = (id: string) => {
    localStorage.setItem(key, id);
    setChosen(id);
  };
  return <Context value={{ query, current: currentOf(query.data ?? [], chosen), choose }}>{children}</Context>;
}

export function useOrganizations(): Organizations {
  const organizations = useContext(Context);
  if (organizations === undefined) {
    throw new Error('useOrganizations needs an OrganizationsProvider around it');
  }
  return organizations;
}

/** The chosen organisation where it still exists, else the first real one, else the sample. */
export function currentOf(all: readonly OrganizationRef[], chosen: string | undefined): OrganizationRef | undefined {
  return all.find(({ id }) => id === chosen) ?? all.find(({ id }) => id !== sample) ?? all[0];
}

export function isSample(organization: string): boolean {
  return organization === sample;
}
