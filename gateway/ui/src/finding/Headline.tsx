import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { FindingDetail } from '../api/assessed';
import { ago, instant } from '../kit/format';
import { paths } from '../kit/paths';
import { PartyMark } from '../mark/PartyMark';
import { VerdictMark } from '../mark/VerdictMark';
import { Due } from './columns';

/** The answers at a glance: whose it is, whether it is done, since when and until when. */
export function Headline({ detail: { finding, customerHalf } }: { detail: FindingDetail }) {
  const { owner } = finding;
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: 'Whose is it?',
            value: (
              <>
                <Box fontSize="heading-l" fontWeight="bold">
                  <PartyMark party={owner.party} />
                </Box>
                <div>
                  <Link href={paths.account(owner.account)}>{owner.accountName}</Link> <span className="grid-note">{owner.account}</span>
                </div>
                {owner.team === undefined ? <StatusIndicator type="warning">No team</StatusIndicator> : <div>Team {owner.team}</div>}
                {owner.account !== finding.resource.account && (
                  <div className="grid-note">
                    inherited by <Link href={paths.account(finding.resource.account)}>{finding.resource.account}</Link>, which the resource
                    is in
                  </div>
                )}
              </>
            ),
          },
          {
            label: 'Is it done?',
            value: (
              <>
                <Box fontSize="heading-m">
                  <VerdictMark verdict={customerHalf} />
                </Box>
                <div>{finding.reason ?? finding.title}</div>
              </>
            ),
          },
          {
            label: finding.state === 'RESOLVED' ? 'Was open since' : 'Open since',
            value: (
              <>
                <div>{instant(finding.since)}</div>
                <span className="grid-note">{ago(finding.since)}</span>
                <div>
                  Due: <Due finding={finding} />
                  {finding.waiver !== undefined && (
                    <>
                      {' '}
                      by <Link href={paths.statement('WAIVER', finding.waiver)}>a waiver</Link>
                    </>
                  )}
                </div>
              </>
            ),
          },
          {
            label: 'Last verified',
            value: (
              <>
                <div>{instant(finding.lastVerified)}</div>
                <span className="grid-note">{ago(finding.lastVerified)}</span>
                {finding.unverifiedSince !== undefined && (
                  <StatusIndicator type="warning">Cannot be read since {instant(finding.unverifiedSince)}</StatusIndicator>
                )}
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}
