import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { severities } from '../api/common';
import type { Changes } from '../api/drift';
import type { Query } from '../api/useQuery';
import { count, counted } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { type FindingFilter, paths } from '../kit/paths';
import { totalOf } from './moved';
import { TeamBars } from './TeamBars';

const overdueOnes: FindingFilter = { overdue: 'true' };

interface OverdueProps {
  /** The team that the page is about, if one is chosen. */
  of: FindingFilter;
}

/** Findings past their date, by severity and team, and what no team owns. */
export function OverdueAndUnowned({ query, of }: OverdueProps & { query: Query<Changes> }) {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link href={paths.teams}>All teams</Link>}>
          Overdue and unowned
        </Header>
      }
    >
      <Loaded query={query} what="what is overdue">
        {({ overdue, unowned }) => (
          <SpaceBetween size="s">
            <div>
              <Link fontSize="heading-xl" href={paths.findings({ ...of, ...overdueOnes })}>
                {count(totalOf(overdue))}
                <span className="unseen"> overdue</span>
              </Link>{' '}
              <span aria-hidden="true">overdue</span>
              <BySeverity overdue={overdue} of={of} />
            </div>
            <TeamBars byTeam={overdue.byTeam ?? {}} filter={overdueOnes} none="Nothing is overdue." shown={3} />
            <Unowned {...unowned} />
          </SpaceBetween>
        )}
      </Loaded>
    </Container>
  );
}

function BySeverity({ overdue: { bySeverity }, of }: OverdueProps & Pick<Changes, 'overdue'>) {
  return (
    <ul className="inline-list" aria-label="Overdue, by severity">
      {severities
        .filter((severity) => (bySeverity[severity] ?? 0) > 0)
        .map((severity) => (
          <li key={severity}>
            <Link href={paths.findings({ ...of, severity, ...overdueOnes })}>
              {count(bySeverity[severity] ?? 0)} {severity}
            </Link>
          </li>
        ))}
    </ul>
  );
}

function Unowned({ findings, resources }: Changes['unowned']) {
  return resources === 0 ? (
    <Box>Everything has a team.</Box>
  ) : (
    <div>
      <Link href={paths.unowned}>
        {counted(findings, 'finding')} and {counted(resources, 'resource')}
      </Link>{' '}
      without a team
    </div>
  );
}
