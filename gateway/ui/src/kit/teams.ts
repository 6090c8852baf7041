import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { useOrganizations } from './organizations';

/** How a filter shows the API's empty team: what no team owns. */
export const noTeam = 'No team';

/** Teams that filters offer, what no team owns first. */
export function useTeamNames(): readonly string[] {
  const organization = useOrganizations().current?.id;
  const query = useQuery(`teams/${organization ?? ''}`, (signal) =>
    organization === undefined ? Promise.resolve([]) : api.teams(organization, signal),
  );
  return [noTeam, ...(query.data ?? []).map(({ team }) => team).filter((team) => team !== '')];
}
