import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { type Severity, severities } from '../api/common';
import type { OrganizationView } from '../api/posture';
import { count, counted } from '../kit/format';
import { type FindingFilter, paths } from '../kit/paths';
import { SeverityMark } from '../mark/SeverityMark';
import { TeamBars } from './TeamBars';

/** Open failures by severity, and by the team that owns them. */
export function Failures({ view, of }: { view: OrganizationView; of: FindingFilter }) {
  const total = severities.reduce((sum, severity) => sum + (view.failing[severity] ?? 0), 0);
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${count(total)})`} actions={<Link href={paths.findings(of)}>All findings</Link>}>
          Open failures
        </Header>
      }
    >
      <ColumnLayout columns={2} variant="text-grid">
        <BySeverity failing={view.failing} of={of} />
        <ByTeam failing={view.failingByTeam} />
      </ColumnLayout>
    </Container>
  );
}

function BySeverity({ failing, of }: { failing: OrganizationView['failing']; of: FindingFilter }) {
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 's' }}>
        By severity
      </Box>
      <ul className="severity-tiles">
        {severities.map((severity) => (
          <SeverityTile key={severity} severity={severity} failing={failing[severity] ?? 0} of={of} />
        ))}
      </ul>
    </div>
  );
}

function SeverityTile({ severity, failing, of }: { severity: Severity; failing: number; of: FindingFilter }) {
  return (
    <li>
      <SeverityMark severity={severity} />
      <Link
        href={paths.findings({ ...of, severity })}
        fontSize="display-l"
        ariaLabel={`${counted(failing, `${severity} failure`)}, show them`}
      >
        {count(failing)}
      </Link>
    </li>
  );
}

function ByTeam({ failing }: { failing: Record<string, number> }) {
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 's' }}>
        By team
      </Box>
      <TeamBars byTeam={failing} none="No open failure." shown={8} />
    </div>
  );
}
