import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { OrganizationView } from '../api/posture';
import { ago, count, counted, instant, percent } from '../kit/format';
import { BlindGroups } from './BlindGroups';

/** How far the page can be trusted: as of when, what was read of what is expected, and what would mend the rest. */
export function Trust({ view }: { view: OrganizationView }) {
  return (
    <Container header={<Header variant="h2">How far this can be trusted</Header>}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'As of', value: <AsOf from={view.observedFrom} to={view.observedTo} /> },
            { label: 'Accounts read', value: <Read read={view.accountsRead} expected={view.accountsExpected} /> },
            { label: 'Scopes read', value: <Read read={view.scopesRead} expected={view.scopesExpected} /> },
            { label: 'Coverage', value: <Coverage view={view} /> },
          ]}
        />
        {view.blind.length > 0 && (
          <ExpandableSection
            headerText={`What nobody can see (${counted(view.scopesExpected - view.scopesRead, 'scope')})`}
            headerDescription={mendedBy(view.blind)}
            headingTagOverride="h3"
          >
            <BlindGroups groups={view.blind} />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** Which permission would mend most. */
function mendedBy(groups: OrganizationView['blind']): string {
  const widest = groups.find(({ permission }) => permission !== undefined);
  return widest === undefined
    ? 'Their last verdicts count as unknown: they widen every range below.'
    : `${widest.permission} would mend ${counted(widest.scopes, 'scope')}. What nobody sees widens every range below.`;
}

export function AsOf({ from, to }: { from: string | undefined; to: string | undefined }) {
  if (to === undefined) {
    return <StatusIndicator type="pending">Nothing read yet</StatusIndicator>;
  }
  return (
    <>
      <div>{instant(to)}</div>
      <Box variant="small" color="text-body-secondary" display="block">
        {from === undefined || from === to ? ago(to) : `oldest part read ${ago(from)}`}
      </Box>
    </>
  );
}

export function Read({ read, expected }: { read: number; expected: number }) {
  return (
    <>
      <StatusIndicator type={read >= expected ? 'success' : 'warning'}>
        {count(read)} of {count(expected)}
      </StatusIndicator>
      <Box variant="small" color="text-body-secondary" display="block">
        {read >= expected ? 'nothing missing' : `${count(expected - read)} not read`}
      </Box>
    </>
  );
}

function Coverage({ view }: { view: OrganizationView }) {
  const { coverage, counts } = view.overall;
  return (
    <>
      <div>{percent(coverage)} of verdicts could be told</div>
      <Box variant="small" color="text-body-secondary" display="block">
        {count(counts.unknown)} unknown{view.resources !== undefined && ` over ${counted(view.resources, 'resource')}`}
      </Box>
    </>
  );
}
