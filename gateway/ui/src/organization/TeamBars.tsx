import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import { count, counted, teamName } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';

interface TeamBarsProps {
  byTeam: Record<string, number>;
  /** What else narrows the lists that the bars lead to. */
  filter?: FindingFilter;
  /** What to say where there is none. */
  none: string;
  shown: number;
}

/** Findings by team as bars; what no team owns stands first. */
export function TeamBars({ byTeam, filter, none, shown }: TeamBarsProps) {
  const teams = teamsOf(byTeam);
  const most = Math.max(1, ...teams.map(([, findings]) => findings));
  return (
    <>
      {teams.length === 0 && <Box color="text-body-secondary">{none}</Box>}
      <ul className="bars">
        {teams.slice(0, shown).map(([team, findings]) => (
          <li key={team}>
            <span className={team === '' ? 'bar-name bar-unowned' : 'bar-name'}>
              {team === '' && <span aria-hidden="true">⚠ </span>}
              <Link href={paths.findings({ team, ...filter })}>{teamName(team)}</Link>
            </span>
            <span className="bar" aria-hidden="true">
              <span
                className={team === '' ? 'bar-fill bar-fill-unowned' : 'bar-fill'}
                style={{ inlineSize: `${(100 * findings) / most}%` }}
              />
            </span>
            <span className="bar-count">{count(findings)}</span>
          </li>
        ))}
      </ul>
      {teams.length > shown && <Box color="text-body-secondary">and {counted(teams.length - shown, 'more team')}</Box>}
    </>
  );
}

/** Teams with findings: those without an owner first, then the most findings first. */
export function teamsOf(byTeam: Record<string, number>): [string, number][] {
  return Object.entries(byTeam)
    .filter(([, findings]) => findings > 0)
    .sort(([a, more], [b, less]) => Number(b === '') - Number(a === '') || less - more || a.localeCompare(b));
}
