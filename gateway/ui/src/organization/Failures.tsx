import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { severities, type Severity } from '../api/common';
import type { OrganizationView } from '../api/posture';
import { SeverityMark } from '../mark/SeverityMark';
import { count, counted, teamName } from '../shell/format';
import { paths } from '../shell/paths';

const shown = 8;

/** Open failures by severity, and by the team that owns them. */
export function Failures({ view }: { view: OrganizationView }) {
  const total = severities.reduce((sum, severity) => sum + (view.failing[severity] ?? 0), 0);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${count(total)})`} actions={<Link href={paths.findings()}>All findings</Link>}>
          Open failures
        </Header>
      }
    >
      <ColumnLayout columns={2} variant="text-grid">
        <BySeverity failing={view.failing} />
        <ByTeam failing={view.failingByTeam} />
      </ColumnLayout>
    </Container>
  );
}

function BySeverity({ failing }: { failing: OrganizationView['failing'] }) {
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 's' }}>
        By severity
      </Box>
      <ul className="severity-tiles">
        {severities.map((severity) => (
          <SeverityTile key={severity} severity={severity} failing={failing[severity] ?? 0} />
        ))}
      </ul>
    </div>
  );
}

function SeverityTile({ severity, failing }: { severity: Severity; failing: number }) {
  return (
    <li>
      <SeverityMark severity={severity} />
      <Link href={paths.findings({ severity })} fontSize="display-l" ariaLabel={`${counted(failing, `${severity} failure`)}, show them`}>
        {count(failing)}
      </Link>
    </li>
  );
}

function ByTeam({ failing }: { failing: Record<string, number> }) {
  const teams = teamsOf(failing);
  const most = Math.max(1, ...teams.map(([, failures]) => failures));
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 's' }}>
        By team
      </Box>
      {teams.length === 0 && <Box color="text-body-secondary">No open failure.</Box>}
      <ul className="bars">
        {teams.slice(0, shown).map(([team, failures]) => (
          <li key={team}>
            <span className={team === '' ? 'bar-name bar-unowned' : 'bar-name'}>
              {team === '' && <span aria-hidden="true">⚠ </span>}
              <Link href={paths.findings({ team })}>{teamName(team)}</Link>
            </span>
            <span className="bar" aria-hidden="true">
              <span className={team === '' ? 'bar-fill bar-fill-unowned' : 'bar-fill'} style={{ inlineSize: `${(100 * failures) / most}%` }} />
            </span>
            <span className="bar-count">{count(failures)}</span>
          </li>
        ))}
      </ul>
      {teams.length > shown && <Box color="text-body-secondary">and {counted(teams.length - shown, 'more team')}</Box>}
    </div>
  );
}

/** Teams with failures: those without an owner first, then the most failures first. */
export function teamsOf(failing: Record<string, number>): [string, number][] {
  return Object.entries(failing)
    .filter(([, failures]) => failures > 0)
    .sort(([a, more], [b, less]) => Number(b === '') - Number(a === '') || less - more || a.localeCompare(b));
}
