import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Changes } from '../api/drift';
import type { Query } from '../api/useQuery';
import { count, counted } from '../shell/format';
import { Loaded } from '../shell/Loaded';
import { paths } from '../shell/paths';
import { movedText, totalOf } from './moved';
import { TeamBars } from './TeamBars';

/** Findings past their date, and what no team owns. */
export function OverdueAndUnowned({ query }: { query: Query<Changes> }) {
  return (
    <Container fitHeight header={<Header variant="h2">Overdue and unowned</Header>}>
      <Loaded query={query} what="what is overdue">
        {({ overdue, unowned }) => (
          <SpaceBetween size="s">
            <div>
              <Box fontSize="heading-xl" fontWeight="bold" display="inline">
                {count(totalOf(overdue))}
              </Box>{' '}
              overdue{totalOf(overdue) > 0 && `: ${movedText(overdue)}`}
            </div>
            <TeamBars byTeam={overdue.byTeam} none="Nothing is overdue." shown={3} />
            <div>
              <Link href={paths.unowned}>
                {counted(unowned.findings, 'finding')} and {counted(unowned.resources, 'resource')}
              </Link>{' '}
              without a team
            </div>
          </SpaceBetween>
        )}
      </Loaded>
    </Container>
  );
}
