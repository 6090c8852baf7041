import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Account, Scorecard } from '../api/posture';
import { count } from '../kit/format';
import { GradeMark } from '../mark/GradeMark';
import { AsOf, Read } from '../organization/Trust';

export function AccountSummary({ account, scorecard }: { account: Account; scorecard: Scorecard | undefined }) {
  return (
    <Container header={<Header variant="h2">How far this can be trusted</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'Grade', value: <GradeMark grade={scorecard?.grade} large /> },
          { label: 'As of', value: <AsOf from={scorecard?.observedFrom} to={scorecard?.observedTo} /> },
          { label: 'Scopes read', value: <Read read={scorecard?.scopesRead ?? 0} expected={scorecard?.scopesExpected ?? 0} /> },
          { label: 'Resources', value: count(scorecard?.resources ?? 0) },
          { label: 'Unit', value: account.ouPath.join(' / ') || 'Root' },
          { label: 'Team', value: account.team ?? <em>No team</em> },
          { label: 'Regions', value: account.enabledRegions.join(', ') || '–' },
          { label: 'Judged by', value: <JudgedBy scorecard={scorecard} /> },
        ]}
      />
    </Container>
  );
}

function JudgedBy({ scorecard }: { scorecard: Scorecard | undefined }) {
  return scorecard === undefined ? (
    <>–</>
  ) : (
    <>
      catalog revision {count(scorecard.revision)}
      <Box variant="small" color="text-body-secondary" display="block">
        engine {scorecard.engine}, scorecard {count(scorecard.version)}
      </Box>
    </>
  );
}
