import { createContext, type ReactNode, useContext } from 'react';
import { api } from '../api/api';
import type { Me, Role } from '../api/me';
import { type Query, useQuery } from '../api/useQuery';

const Context = createContext<Query<Me> | undefined>(undefined);

export function MeProvider({ children }: { children: ReactNode }) {
  return <Context value={useQuery('me', api.me)}>{children}</Context>;
}

/** Who sits before the browser, as the gateway knows them. */
export function useMe(): Query<Me> {
  const me = useContext(Context);
  if (me === undefined) {
    throw new Error('useMe needs a MeProvider around it');
  }
  return me;
}

/** What only those are offered who have one of the roles. */
export function Only({ as: roles, children }: { as: readonly Role[]; children: ReactNode }) {
  return has(useMe().data, ...roles) ? children : null;
}

/** Whether somebody has one of the roles on anything at all; what it reaches, the gateway decides. */
export function has(me: Me | undefined, ...roles: readonly Role[]): boolean {
  return me?.granted.some(({ role }) => roles.includes(role)) ?? false;
}
