import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ResourceDetail } from '../api/assessed';
import { ago, counted, instant } from '../kit/format';
import { paths } from '../kit/paths';

export function ResourceSummaryPanel({ detail }: { detail: ResourceDetail }) {
  const { resource, owner, verdicts, configuration } = detail;
  const tally = (verdict: string) => verdicts.filter((one) => one.verdict === verdict).length;
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: 'Account',
            value: (
              <>
                <Link href={paths.account(owner.account)}>{owner.accountName}</Link>
                <div className="grid-note">{owner.account}</div>
              </>
            ),
          },
          { label: 'Team', value: owner.team ?? <StatusIndicator type="warning">No team</StatusIndicator> },
          {
            label: 'Verdicts',
            value: `${counted(tally('FAIL'), 'failure')}, ${tally('UNKNOWN')} unknown, ${counted(tally('PASS'), 'pass', 'passes')}`,
          },
          {
            label: 'Observed',
            value: (
              <>
                {instant(detail.observedAt)}
                <div className="grid-note">
                  {ago(detail.observedAt)}, judged by catalog revision {detail.revision}
                </div>
              </>
            ),
          },
          { label: 'ARN', value: <span className="mono">{resource.arn ?? '–'}</span> },
          { label: 'Tags', value: <Tags tags={configuration.tags} /> },
        ]}
      />
    </Container>
  );
}

function Tags({ tags }: { tags: Record<string, string> }) {
  const entries = Object.entries(tags);
  return entries.length === 0 ? (
    <>None</>
  ) : (
    <>
      {entries.map(([name, value]) => (
        <span key={name} className="chip mono">
          {name}={value}
        </span>
      ))}
    </>
  );
}
